/** The document's own numbers put through the formulas of Q6, Q9 and Q14, each result with its inputs and their places. */
import { amdahl, ceiling, showFactor, showShare } from './arithmetic/amdahl';
import { headroomMonths } from './arithmetic/headroom';
import { paybackMonths, showMonths } from './arithmetic/payback';
import type { Figures, LatencyFigure, Money, Rate, SpeedUp, TimeShare } from './facts/figures';
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

/**
 * A factor for the whole, where it lies above the ceiling: then it can only be meant, or have been read, as that of the share. One that is
 * within reach is a result, and the share that brings it got faster by more.
 */
export const onlyAbove = (share: TimeShare, whole: SpeedUp | null): SpeedUp | null =>
  whole && whole.high > ceiling(share.value) ? whole : null;

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

/** The one load and the one capacity, where both count the same: bytes fill no capacity for requests. */
export function loadAndCapacity(f: Figures): { readonly load: Rate; readonly capacity: Rate } | null {
  const [load, moreLoad] = f.load;
  const [capacity, moreCapacity] = f.capacity;
  return load && capacity && !moreLoad && !moreCapacity && load.counts === capacity.counts ? { load, capacity } : null;
}

/** Months until today's load meets the capacity at the stated growth. */
export function headroomOf(f: Figures): Derivation | null {
  const growth = f.growth[0];
  if (!growth || f.growth.some((g) => Math.abs(g.value - growth.value) > 1e-9)) return null;
  const use = f.utilisation[0];
  const pair = loadAndCapacity(f);
  const now = pair?.load ?? use;
  if (!now) return null;
  const max = pair?.capacity.value ?? 1;
  const months = headroomMonths(now.value, max, growth.value);
  const inputs: DerivationInput[] = [
    { name: pair ? 'load' : 'utilisation', shown: now.shown, value: now.value, span: now.span },
    ...(pair ? [{ name: 'capacity', shown: pair.capacity.shown, value: pair.capacity.value, span: pair.capacity.span }] : []),
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

/** Values measured today that may be of one thing: the first of them, and how far apart they are. */
interface Todays {
  readonly first: LatencyFigure;
  low: number;
  high: number;
}

/** A target beside every value of today that may belong to it. */
export interface Beside {
  readonly target: LatencyFigure;
  /** The value that surely belongs to it and that no other contradicts, else null. */
  readonly today: LatencyFigure | null;
  readonly low: number;
  readonly high: number;
}

/**
 * Targets and the values measured today of the same metric at the same percentile. Two of them are surely of one thing where they name the
 * same, where they stand in one section and at most one of them names something, or where nothing is named at all, not even by a heading.
 * Figures that name different things never meet. Every group is looked up, so it takes time in proportion to the figures.
 */
export function targetsBeside(f: Figures): Beside[] {
  const groups = new Map<string, Todays>();
  const add = (key: string, l: LatencyFigure): void => {
    const known = groups.get(key);
    if (!known) groups.set(key, { first: l, low: l.value, high: l.value });
    else {
      known.low = Math.min(known.low, l.value);
      known.high = Math.max(known.high, l.value);
    }
  };
  const keysOf = (l: LatencyFigure) => {
    const measure = `${l.metric} ${l.percentile}`;
    return {
      any: `any ${measure}`,
      anyHere: `here ${l.section} ${measure}`,
      named: (subject: string) => `of ${measure} ${subject}`,
      namedHere: (subject: string) => `of here ${l.section} ${measure} ${subject}`,
      bare: `bare ${measure}`,
    };
  };
  const targets: LatencyFigure[] = [];
  for (const l of f.latencies) {
    if (l.percentile === '') continue;
    if (l.role === 'target') targets.push(l);
    if (l.role !== 'today') continue;
    const keys = keysOf(l);
    add(keys.any, l);
    add(keys.anyHere, l);
    add(keys.named(l.subject), l);
    add(keys.namedHere(l.subject), l);
    if (l.subject === '' && l.under === '') add(keys.bare, l);
  }
  return targets.flatMap((target) => {
    const keys = keysOf(target);
    const { subject } = target;
    // What may belong to it: where it names something, the same name or none, else all.
    const may = (subject === '' ? [groups.get(keys.any)] : [groups.get(keys.named(subject)), groups.get(keys.named(''))]).filter(
      (x) => x !== undefined,
    );
    if (may.length === 0) return [];
    const sure =
      subject === ''
        ? (groups.get(keys.anyHere) ?? (target.under === '' ? groups.get(keys.bare) : undefined))
        : (groups.get(keys.named(subject)) ?? groups.get(keys.namedHere('')));
    const low = Math.min(...may.map((x) => x.low));
    const high = Math.max(...may.map((x) => x.high));
    return [{ target, today: sure && low === high ? sure.first : null, low, high }];
  });
}

/** A target and today's measurement that surely belong together. */
export const targetPairs = (f: Figures): { target: LatencyFigure; today: LatencyFigure }[] =>
  targetsBeside(f).flatMap(({ target, today }) => (today ? [{ target, today }] : []));

/** Whether some value of today may miss its target. Where that is not certain it still speaks against saying that all is well. */
export const missesTarget = (f: Figures): boolean => targetsBeside(f).some(({ target, high }) => high > target.value);
/** Whether some target may be met already. */
export const meetsTarget = (f: Figures): boolean => targetsBeside(f).some(({ target, low }) => low <= target.value);

export { showFactor, showMonths, showShare };
