/** What the change costs once, and what it saves a month. */
import type { Doc } from '../../document/types';
import type { Located } from '../collect';
import { within } from '../context';
import type { Money } from './types';

export function money(l: Located, doc: Doc, out: Money[]): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'options', 'prior-art', 'references')) return;
  if (c.kind === 'row' && /\b(?:source|note|notes|how|basis|comment|remarks?|where)\b/.test(c.header)) return;
  for (const q of s.quantities) {
    if (q.kind !== 'money') continue;
    const at = q.from - s.from;
    const left = s.text.slice(Math.max(0, at - 70), at);
    const right = s.text.slice(q.to - s.from, q.to - s.from + 40);
    const span = doc.span(c.block, q.from, q.to);
    const base = {
      value: q.value,
      shown: q.shown,
      span,
      section: c.section,
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
        /\b(?:cost|effort)/i.test(c.rowHead)) &&
      !/\bsav/i.test(left)
    )
      out.push({ ...base, role: 'cost', monthly: null });
  }
}
