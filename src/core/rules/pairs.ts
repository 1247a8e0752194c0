/** Pairs of measurements that belong together, and small sums over them. A pair that cannot be told with certainty is not returned. */
import type { Figures, LatencyFigure } from '../facts/figures';
import type { DerivationInput } from '../types';

export interface GainPair {
  readonly before: LatencyFigure;
  readonly after: LatencyFigure;
}

/** Today's value and the value after the change, of one metric at one percentile in one section, where each stands there only once. */
export function gainPairs(f: Figures): GainPair[] {
  const keyOf = (l: LatencyFigure): string => `${l.section} ${l.metric} ${l.percentile}`;
  const measured = new Map<string, { todays: number; readonly afters: LatencyFigure[] }>();
  for (const l of f.latencies) {
    const same = measured.get(keyOf(l)) ?? { todays: 0, afters: [] };
    if (l.role === 'today') same.todays++;
    if (l.role === 'after') same.afters.push(l);
    measured.set(keyOf(l), same);
  }
  const out: GainPair[] = [];
  for (const before of f.latencies) {
    if (before.role !== 'today') continue;
    const { todays, afters } = measured.get(keyOf(before)) ?? { todays: 0, afters: [] };
    const after = afters[0];
    if (after && todays === 1 && afters.length === 1 && after.value > 0 && after.value < before.value) out.push({ before, after });
  }
  return out;
}

/** One figure as an input of a derivation. */
export const input = (
  name: string,
  figure: { readonly shown: string; readonly value: number; readonly span: DerivationInput['span'] },
): DerivationInput => ({
  name,
  shown: figure.shown,
  value: figure.value,
  span: figure.span,
});

/** Milliseconds as a person writes them: `36 ms`, `1.8 s`. */
export const showTime = (ms: number): string =>
  ms >= 1000 ? `${Number((ms / 1000).toFixed(2))} s` : `${Number(ms.toFixed(ms < 10 ? 1 : 0))} ms`;

/** `p99`, `the mean`, or the metric itself where no percentile is given. */
export const measureOf = (l: LatencyFigure): string => {
  const metric = l.metric === 'startup' ? 'start-up time' : 'latency';
  return l.percentile === '' ? metric : `${l.percentile} ${metric}`;
};
