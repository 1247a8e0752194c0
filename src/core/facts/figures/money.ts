/** What the change costs once, and what it saves a month. */
import type { Located } from '../located';
import { within } from '../context';
import type { Money } from './types';

/** A row or column of running costs, savings or somebody else's money. */
const ROW_OF_OTHER =
  /\b(?:sav(?:e|es|ing|ings)|monthly|annual(?:ly)?|yearly|(?:per|a|each) (?:month|year|day|hour)|today|current(?:ly)?|bill|do nothing|status quo|infrastructure|hosting|licen[cs]es?)\b/i;

export function money(l: Located, out: Money[]): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'options', 'prior-art', 'references')) return;
  if (c.kind === 'row' && /\b(?:source|note|notes|how|basis|comment|remarks?|where)\b/.test(c.header)) return;
  for (const q of s.quantities) {
    if (q.kind !== 'money' || q.value !== q.high) continue;
    const at = q.from - s.from;
    const left = s.text.slice(Math.max(0, at - 70), at);
    const right = s.text.slice(q.to - s.from, q.to - s.from + 40);
    // What it costs to own a thing is no price of the change.
    if (/\bcosts? of ownership\b|\btco\b/i.test(left + right + c.rowHead + c.header)) continue;
    const span = { from: q.from, to: q.to };
    const base = {
      value: q.value,
      shown: q.shown,
      span,
      section: -1,
      currency: q.unit,
      total: /\b(?:in total|total(?:s|ling)?(?: of)?|altogether|sums? to|that makes)\s*$/i.test(left),
    };
    if (base.total && !q.perMonths) {
      out.push({ ...base, role: 'cost', monthly: null });
      continue;
    }
    if (
      q.perMonths &&
      (/\b(?:sav(?:e|es|ing|ings)|cuts?|cutting|reduc\w+)\b/i.test(left + right) || /\bsaving/i.test(c.rowHead)) &&
      !/\b(?:from|currently|today|bill is|costs?)\s*(?:\w+ )?$/i.test(left)
    )
      out.push({ ...base, role: 'saving', monthly: q.value / q.perMonths });
    else if (
      !q.perMonths &&
      (/\b(?:cost|costs|one-time|one time|rewrite|migration|engineer\w*|invest\w*|effort|budget|spend)\b/i.test(left + ' ' + right) ||
        /\b(?:cost|effort|rewrite|migration|engineer)/i.test(c.rowHead)) &&
      !/\bsav/i.test(left) &&
      !ROW_OF_OTHER.test(c.header + ' ' + c.rowHead)
    )
      out.push({ ...base, role: 'cost', monthly: null });
  }
}
