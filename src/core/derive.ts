/** The document's own numbers put through the formulas of Q6, Q9 and Q14, each result with its inputs and their places. */
import { amdahl, ceiling, showFactor, showShare } from './arithmetic/amdahl';
import { headroomMonths } from './arithmetic/headroom';
import { paybackMonths, showMonths } from './arithmetic/payback';
import type { Figures, LatencyFigure, Money, SpeedUp, TimeShare } from './facts/figures';
import type { Derivation, DerivationInput } from './types';

const round = (x: number, digits = 3): number => Number(x.toFixed(digits));

/** The one time share that the document states; null where it states none or states several that disagree. */
export function theShare(f: Figures): TimeShare | null {
  const first = f.shares[0];
  if (!first) return null;
  // "95 % waits, 5 % in our code" agree; two different splits do not, and then nothing is certain.
  return f.shares.every((s) => Math.abs(s.value - first.value) < 0.021) ? first : null;
}

const shareInput = (share: TimeShare): DerivationInput => ({
  name: share.waits ? 'waiting, 1 - f' : 'f, share that gets faster',
  shown: share.shown,
  value: share.waits ? 1 - share.value : share.value,
  span: share.span,
});

/** Overall speed-up from the share and the factor on it; without a factor, the ceiling. */
export function amdahlOf(share: TimeShare, s: SpeedUp | null): Derivation {
  const f = share.value;
  const rest = round(1 - f);
  const inputs: DerivationInput[] = [shareInput(share)];
  if (!s) {
    const result = ceiling(f);
    return {
      kind: 'amdahl',
      formula: '1 / (1 - f)',
      inputs,
      worked: `1 / (1 - ${round(f)}) = ${showFactor(result)}`,
      result,
      shown: showFactor(result),
      question: 'Q6',
    };
  }
  inputs.push({ name: 's, speed-up of that share', shown: s.shown, value: s.value, span: s.span });
  const result = amdahl(f, s.high);
  return {
    kind: 'amdahl',
    formula: '1 / ((1 - f) + f / s)',
    inputs,
    worked: `1 / (${rest} + ${round(f)} / ${s.high}) = ${showFactor(result)}`,
    result,
    shown: showFactor(result),
    question: 'Q6',
  };
}

/** Payback from the first one-time cost and the first monthly saving in the same currency; null where either is missing or there are several. */
export function paybackOf(f: Figures): Derivation | null {
  const costs = f.money.filter((m) => m.role === 'cost');
  const totals = costs.filter((m) => m.total);
  const cost = single(totals.length > 0 ? totals : costs);
  const saving = single(f.money.filter((m) => m.role === 'saving'));
  if (!cost || !saving || saving.monthly === null || saving.monthly <= 0 || cost.currency !== saving.currency) return null;
  const months = paybackMonths(cost.value, saving.monthly);
  return {
    kind: 'payback',
    formula: 'one-time cost / monthly saving',
    inputs: [
      { name: 'one-time cost', shown: cost.shown, value: cost.value, span: cost.span },
      { name: 'monthly saving', shown: saving.shown, value: saving.monthly, span: saving.span },
    ],
    worked: `${cost.currency}${Math.round(cost.value)} / ${saving.currency}${Math.round(saving.monthly)} = ${showMonths(months)}`,
    result: months,
    shown: showMonths(months),
    question: 'Q9',
  };
}

function single(list: readonly Money[]): Money | null {
  const first = list[0];
  return first && list.every((m) => m.value === first.value) ? first : null;
}

/** Months until today's load meets the capacity at the stated growth. */
export function headroomOf(f: Figures): Derivation | null {
  const growth = f.growth[0];
  if (!growth || f.growth.some((g) => Math.abs(g.value - growth.value) > 1e-9)) return null;
  const load = f.load[0];
  const capacity = f.capacity[0];
  const use = f.utilisation[0];
  const pair =
    load && capacity && f.load.length === 1 && f.capacity.length === 1 ? { now: load, max: capacity.value, maxInput: capacity } : null;
  if (!pair && !use) return null;
  const now = pair ? pair.now : (use as NonNullable<typeof use>);
  const max = pair ? pair.max : 1;
  const months = headroomMonths(now.value, max, growth.value);
  const inputs: DerivationInput[] = [
    { name: pair ? 'load' : 'utilisation', shown: now.shown, value: now.value, span: now.span },
    ...(pair ? [{ name: 'capacity', shown: pair.maxInput.shown, value: pair.max, span: pair.maxInput.span }] : []),
    { name: 'growth per month', shown: growth.shown, value: growth.value, span: growth.span },
  ];
  return {
    kind: 'headroom',
    formula: 'ln(capacity / load) / ln(1 + monthly growth)',
    inputs,
    worked: `ln(${round(max)} / ${round(now.value)}) / ln(1 + ${round(growth.value)}) = ${showMonths(months)}`,
    result: months,
    shown: showMonths(months),
    question: 'Q14',
  };
}

/** A target and today's measurement of the same metric at the same percentile. */
export function targetPairs(f: Figures): { target: LatencyFigure; today: LatencyFigure }[] {
  const out: { target: LatencyFigure; today: LatencyFigure }[] = [];
  for (const target of f.latencies) {
    if (target.role !== 'target' || target.percentile === '') continue;
    const todays = f.latencies.filter((l) => l.role === 'today' && l.percentile === target.percentile && l.metric === target.metric);
    const first = todays[0];
    if (first && todays.every((t) => t.value === first.value)) out.push({ target, today: first });
  }
  return out;
}

export { showFactor, showMonths, showShare };
