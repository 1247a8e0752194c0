/** Load, capacity, growth and utilisation of the system. */
import type { Doc } from '../../document/types';
import type { Located } from '../collect';
import { within } from '../context';
import type { Quantity } from '../quantities';
import type { Figure } from './types';

export function loads(l: Located, doc: Doc, f: { growth: Figure[]; load: Figure[]; capacity: Figure[]; utilisation: Figure[] }): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'options', 'prior-art', 'references')) return;
  const make = (q: Quantity, value = q.value): Figure => ({
    value,
    shown: q.shown,
    span: doc.span(c.block, q.from, q.to),
    section: c.section,
  });
  for (const q of s.quantities) {
    const at = q.from - s.from;
    const left = s.text.slice(Math.max(0, at - 60), at);
    const right = s.text.slice(q.to - s.from, q.to - s.from + 40);
    if (q.kind === 'percent' && q.value === q.high) {
      const per =
        /^\s*(?:a|per|each|every|\/)\s?(month|year|quarter|week)|^\s*(monthly|month over month|mom|annually|yearly|year over year|yoy)/i.exec(
          right,
        );
      if (per && /\b(?:grow\w*|increas\w*|rising|rises|climb\w*)\b/i.test(left + right)) {
        const unit = (per[1] ?? per[2] ?? '').toLowerCase();
        const months = /^(?:year|annual|yoy|yearly)/.test(unit) ? 12 : unit === 'quarter' ? 3 : unit === 'week' ? 7 / 30.4 : 1;
        f.growth.push(make(q, Math.pow(1 + q.value / 100, 1 / months) - 1));
      } else if (
        /\b(?:utili[sz]ation|cpu (?:is )?at|utili[sz]ed|busy|cpu load)\b/i.test(left.slice(-40) + right.slice(0, 24)) &&
        q.value <= 100 &&
        !/\b(?:target|below|under|keep|threshold|alert)\b/i.test(left)
      )
        f.utilisation.push(make(q, q.value / 100));
    } else if (q.kind === 'rate' && q.value === q.high) {
      // The words nearest before the figure say what it is; a revisit trigger ("when load passes") is neither.
      const own = left.slice(Math.max(left.lastIndexOf(','), left.lastIndexOf(';')) + 1);
      if (/\b(?:when|if|once|until|passes|reaches|exceeds)\b/i.test(own)) continue;
      if (
        /\b(?:capacity|saturat\w+|knee|limit|tops out|maximum|max|up to|handles? at most|holds? at|drains? at most|sustain\w*)\b/i.test(own)
      )
        f.capacity.push(make(q));
      else if (/\b(?:peak|today|currently|current|load|traffic|serves?|we (?:see|handle)|now)\b/i.test(own)) f.load.push(make(q));
    }
  }
}
