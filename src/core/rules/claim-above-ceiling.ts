import type { Argument } from '../argument';
import { amdahlOf, showFactor, theShare } from '../derive';
import type { SpeedUp, TableResult } from '../facts/figures';
import type { Derivation, Related } from '../types';
import { gainPairs, input, measureOf } from './pairs';
import { defineRule, type Report } from './rule';
import { fixesOf, quote } from './shared';

type Id = 'waits' | 'touches' | 'measured' | 'table';

/** Rounding of the author's own figures is no contradiction. */
const CEILING_TOLERANCE = 1.02;
/** An end-to-end result and a promise of the same thing may differ by this much before one of them is wrong. */
const RESULT_TOLERANCE = 1.25;

/** A table of fewer rows is one measurement, and the rest of the program may have gained more. */
const ROWS_OF_A_SURVEY = 2;

/** Promises about the whole; "up to" promises nothing, and a row of results is what a promise is held against. */
const promises = (a: Argument): readonly SpeedUp[] => a.figures.speedups.filter((s) => s.overall && !s.hedged && !s.measured);

/** The gain of the whole that the stated share allows: with the one factor stated for that share, else at most. */
function allowed(a: Argument): { readonly derivation: Derivation; readonly waits: boolean; readonly shown: string } | null {
  const share = theShare(a.figures);
  if (!share || share.value >= 1) return null;
  const parts = a.figures.speedups.filter((s) => !s.overall);
  const fastest = parts.reduce<SpeedUp | null>((best, s) => (best && best.high >= s.high ? best : s), null);
  return { derivation: amdahlOf(share, fastest), waits: share.waits, shown: share.shown };
}

function aboveCeiling(a: Argument): Report<Id> | null {
  const limit = allowed(a);
  if (!limit) return null;
  const above = promises(a).filter((s) => s.value > limit.derivation.result * CEILING_TOLERANCE);
  const first = above[0];
  if (!first) return null;
  const related: Related[] = limit.derivation.inputs.map((i) => ({ span: i.span, message: `${i.name}: ${i.shown}` }));
  for (const again of above.slice(1)) related.push({ span: again.span, message: `promised again: ${again.shown}` });
  const data = { claimed: first.shown, share: limit.shown, ceiling: limit.derivation.shown };
  return { span: first.span, messageId: limit.waits ? 'waits' : 'touches', data, related, derivation: limit.derivation };
}

function aboveResult(a: Argument): Report<Id> | null {
  const pairs = gainPairs(a.figures);
  const best = pairs.reduce<(typeof pairs)[number] | null>(
    (x, p) => (x && x.before.value / x.after.value >= p.before.value / p.after.value ? x : p),
    null,
  );
  if (!best) return null;
  const gain = best.before.value / best.after.value;
  const claimed = promises(a).find((s) => s.promised && s.value > gain * RESULT_TOLERANCE);
  if (!claimed) return null;
  const { before, after } = best;
  const derivation: Derivation = {
    kind: 'gain',
    formula: 'before / after',
    inputs: [input(`${measureOf(before)} before`, before), input(`${measureOf(after)} after`, after)],
    worked: `${before.shown} / ${after.shown} = ${showFactor(gain)}`,
    result: gain,
    shown: showFactor(gain),
    question: 'Q6',
  };
  return {
    span: claimed.span,
    messageId: 'measured',
    data: { claimed: claimed.shown, before: before.shown, after: after.shown, measure: measureOf(before), factor: showFactor(gain) },
    related: [
      { span: before.span, message: `before: ${before.shown}` },
      { span: after.span, message: `after: ${after.shown}` },
    ],
    derivation,
  };
}

/** The best row of the tables of results, where there are enough rows to speak for the whole. */
function bestRow(a: Argument): TableResult | null {
  const rows = new Map<string, Set<string>>();
  for (const r of a.figures.results) rows.set(r.table, (rows.get(r.table) ?? new Set()).add(r.row));
  if (![...rows.values()].some((heads) => heads.size >= ROWS_OF_A_SURVEY)) return null;
  return a.figures.results.reduce<TableResult | null>((best, r) => (best && best.high >= r.high ? best : r), null);
}

function aboveTable(a: Argument): Report<Id> | null {
  const best = bestRow(a);
  // Both are best cases: the upper end of what is promised, the upper end of what was measured.
  const claimed = best && promises(a).find((s) => s.promised && s.high > best.high * RESULT_TOLERANCE);
  if (!best || !claimed) return null;
  return {
    span: claimed.span,
    messageId: 'table',
    data: { claimed: claimed.shown, factor: showFactor(best.high), row: quote(best.row) },
    related: [{ span: best.span, message: `best row of the results: ${best.shown}` }],
  };
}

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the orders service in Rust

## Context

The orders service is written in Python. Traces show that 95 % of the time of a request is spent waiting on the database.

## Decision

We rewrite the service in Rust. ${text}
`;

export default defineRule({
  meta: {
    id: 'claim-above-ceiling',
    question: 'Q6',
    questions: ['Q6'],
    kind: 'arithmetic',
    title: 'The promise is above its own ceiling',
    summary:
      'The speed-up promised for the whole is more than the share of the time that the change touches allows, 1 / ((1 - f) + f / s), or more than the end-to-end result that the document itself gives.',
    why: 'The part that does not change sets the limit, however fast the rest becomes. A factor above that limit is true of some loop and false of the request, and it is the request that users wait for.',
    severity: 'warning',
    essential: 'own',
    messages: {
      waits:
        '{claimed} for the whole is out of reach: {share} of the time is waiting, which stays, so the whole gets at most {ceiling} faster.',
      touches:
        '{claimed} for the whole is out of reach: the change touches {share} of the time, so the whole gets at most {ceiling} faster.',
      measured: '{claimed} is more than the document’s own result: {measure} goes from {before} to {after}, which is {factor}.',
      table: '{claimed} is more than the best row of the document’s own results: “{row}” got {factor} faster.',
    },
    examples: {
      bad: [{ text: rfc('The service will be 10x faster.'), why: 'With 5 % of the time in code the whole gets 1.05x faster at most.' }],
      good: [{ text: rfc('The pricing code will be 10x faster, which makes a request about 1.05x faster.') }],
    },
    fixes: fixesOf('claim-above-ceiling'),
    whenNotToUse: 'Where the factor is meant for the hot path alone; say so beside the number and the finding goes.',
  },
  check(a) {
    const report = aboveCeiling(a) ?? aboveResult(a) ?? aboveTable(a);
    return report ? [report] : [];
  },
});
