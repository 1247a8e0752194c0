/** Figures of the calculators in words. Rounding must not make a result contradict the numbers that stand beside it. */
import { showFactor } from '../../core/arithmetic/amdahl';
import { showMonths } from '../../core/arithmetic/payback';

/** As many digits as a number holds reliably, without an exponent unless it is huge. */
export function plainNumber(n: number): string {
  const text = String(Number(n.toPrecision(15)));
  if (!text.includes('e-')) return text;
  let digits = n.toFixed(20);
  while (digits.endsWith('0')) digits = digits.slice(0, -1);
  return digits;
}

/** 1 - f, without the noise that binary fractions leave of it. A share is read with at most 14 digits behind its point. */
export const rest = (f: number): number => Number((1 - f).toFixed(14));

/** The shortest rounding of `value` that is not `other`, which a coarser one would show. */
function apart(value: number, other: number): string {
  for (let digits = 1; digits < 15; digits++) {
    const rounded = value.toFixed(digits);
    if (Number(rounded) !== other) return plainNumber(Number(rounded));
  }
  return plainNumber(value);
}

/** A speed-up that touches the share `f`. Close to 1 the difference 1 - f has few reliable digits, and no more of the result are shown. */
export function factorShown(value: number, f: number): string {
  if (!Number.isFinite(value) || value === 1) return showFactor(value);
  const reliable = f === 1 ? 15 : Math.max(1, Math.min(15, Math.floor(15 + Math.log10(1 - f))));
  const rounded = Number(value.toPrecision(reliable));
  if (rounded < 0.1) return `${plainNumber(Number(rounded.toPrecision(2)))}x`;
  const shown = showFactor(rounded);
  return shown === '1x' ? `${apart(rounded, 1)}x` : shown;
}

/** Below it `showMonths` says "0 months". */
const LEAST = 0.05;

/** Months, and how a line that works them out ends. Just above `limit` they are not rounded down to it. */
export function monthsShown(months: number, limit: number): { readonly words: string; readonly worked: string } {
  if (months < LEAST) return { words: 'less than two days', worked: `< ${LEAST} months` };
  const words = months > limit && showMonths(months) === showMonths(limit) ? `${apart(months, limit)} months` : showMonths(months);
  return { words, worked: `= ${words}` };
}
