/** How much, and where, a document argues with performance. */
import type { Stakes } from '../facts/argument';
import type { Located } from '../facts/collect';
import { within } from '../facts/context';
import { has, mask } from '../facts/lexicon';

export interface Performance {
  /** Weighted count of statements that stand where arguments stand. */
  readonly perf: number;
  /** Those that are neither weak nor aside. */
  readonly strong: number;
  /** Statements tied to the thing taken up by name, in first person or as a cause. */
  readonly linked: number;
  readonly best: Located | null;
}

const BECAUSE = mask('because');
const WE = mask('wefirst');

const NUMBER: ReadonlySet<string> = new Set(['time', 'rate', 'factor', 'bytes', 'percent']);
const COMPARES = /\b(?:instead of|from|than|against|today|faster|slower|takes?|reaches|spent|of the time|p9\d|p50|latency|memory)\b/i;

/** "renders a thumbnail in 40 ms instead of 190 ms at p95": performance argued without a word of praise. */
const arguesInNumbers = (l: Located): boolean =>
  l.s.quantities.some((q) => NUMBER.has(q.kind)) &&
  (l.s.quantities.filter((q) => NUMBER.has(q.kind)).length > 1 ||
    l.s.quantities.some((q) => q.kind === 'rate') ||
    /\b(?:p9\d|p50|latency|requests? per second|of the (?:time|request|cpu))\b/i.test(l.s.text)) &&
  COMPARES.test(l.s.text) &&
  within(l.c, 'context', 'problem', 'decision', 'rationale', 'summary', 'goals', 'drivers') &&
  !within(l.c, 'options', 'rejected', 'plan', 'testing', 'design') &&
  !l.c.quoted;

export function performance(all: readonly Located[], stakes: Stakes): Performance {
  let perf = 0;
  let strong = 0;
  let linked = 0;
  let best: Located | null = null;
  let top = 0;
  for (const l of all) {
    if (arguesInNumbers(l)) {
      perf += 1;
      strong++;
      if (top < 1) {
        top = 1;
        best = l;
      }
    }
    if (l.claims.length === 0) continue;
    if (within(l.c, 'references', 'non-goals', 'history', 'prior-art')) continue;
    const named = l.names.some((n) => stakes.to.has(n));
    // "Java and Python are ruled out for start-up latency" argues against rivals, not for the change.
    const onlyRivals =
      !named && l.names.length > 0 && l.names.every((n) => stakes.rivals.has(n)) && !l.names.some((n) => stakes.from.has(n));
    const optionRival = l.c.option.some((n) => stakes.rivals.has(n)) && !l.c.option.some((n) => stakes.to.has(n));
    const aside = within(l.c, 'plan', 'testing', 'design');
    const withIntent =
      named && l.c.kind !== 'heading' && l.intents.some((i) => i.verb !== 'reject' && !i.negated && i.to.some((n) => stakes.to.has(n)));
    let counted = false;
    for (const k of l.claims) {
      if (k.negated || (k.bare && !withIntent) || onlyRivals) continue;
      if (optionRival && k.tone === 'good') continue;
      let w = k.weak ? 0.3 : 1;
      if (aside) w *= 0.4;
      if (named || k.language) w *= 1.5;
      if (has(l.s, BECAUSE)) w *= 1.3;
      perf += w;
      if (!k.weak && !aside) strong++;
      counted = true;
      if (w > top) {
        top = w;
        best = l;
      }
    }
    if (counted && (named || l.claims.some((k) => k.language)) && (has(l.s, WE) || has(l.s, BECAUSE)) && !within(l.c, 'plan', 'testing'))
      linked++;
  }
  return { perf, strong, linked, best };
}
