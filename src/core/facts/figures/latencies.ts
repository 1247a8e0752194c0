/** Durations with their percentile and their role: a target, today's value, or what comes after. */
import type { Doc } from '../../document/types';
import type { Located } from '../collect';
import { within } from '../context';
import type { LatencyFigure } from './types';

const PERCENTILE = /\bp(?:50|75|90|95|99(?:\.9)?|999)\b|\b(?:median|mean|average|avg)\b/i;

export function latencies(l: Located, doc: Doc, out: LatencyFigure[]): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'options', 'prior-art', 'references')) return;
  for (const q of s.quantities) {
    if (q.kind !== 'time' || q.value !== q.high) continue;
    const at = q.from - s.from;
    const left = s.text.slice(Math.max(0, at - 60), at);
    const right = s.text.slice(q.to - s.from, q.to - s.from + 30);
    const row = c.kind === 'row' ? c.rowHead + ' ' + c.header : '';
    const p = PERCENTILE.exec(row) ?? lastMatch(left, PERCENTILE) ?? /^\s*(?:at |\()?(p\d\d\w*)/i.exec(right);
    const percentile = p
      ? (p[1] ?? p[0])
          .toLowerCase()
          .replace(/average|avg/, 'mean')
          .replace('median', 'p50')
      : '';
    const metric = /\b(?:start-?up|cold start|boot)\b/i.test(row + left) ? 'startup' : 'latency';
    let role: LatencyFigure['role'] = 'other';
    if (c.kind === 'row')
      role = /\b(?:target|goal|slo|required?|budget|objective)\b/.test(c.header)
        ? 'target'
        : /\b(?:current|today|now|baseline|before|measured)\b/.test(c.header)
          ? 'today'
          : /\b(?:after|new|rust|go|expected|prototype|proposed|with)\b/.test(c.header)
            ? 'after'
            : 'other';
    else if (
      /\b(?:must|slo|target|objective|budget|under|below|within|at most|goal|requirement|no more than|shall)\b/i.test(left) ||
      q.cmp === '<'
    )
      role = 'target';
    else if (
      /\b(?:today|currently|current|measured|now|is|was|stands at|runs at|we see|observed|at present)\b/i.test(left) ||
      /^\s*(?:today|now|currently|at present|in production)/i.test(right)
    )
      role = 'today';
    if (
      /\b(?:would|will be|expect\w*|after|prototype|computed|estimated|close to)\b/i.test(left) ||
      /^[,;]? (?:close to|computed|estimated)/i.test(right)
    )
      role = 'after';
    // A condition is neither a target nor today's value: "stop if p99 is above 300 ms on 15 November".
    if (/\b(?:if|when|once|unless|until)\b/i.test(left) && role === 'today') role = 'other';
    const pair = pairRole(s.text, at, q.to - s.from);
    if (pair !== null && c.kind !== 'row') role = pair;
    out.push({ value: q.value, shown: q.shown, span: doc.span(c.block, q.from, q.to), section: c.section, percentile, role, metric });
  }
}

/** "from 720 ms to 214 ms": the first is today's, the second comes after. */
function pairRole(text: string, from: number, to: number): 'today' | 'after' | null {
  if (
    /\bfrom\s(?:about |around |~)?$/i.test(text.slice(Math.max(0, from - 14), from)) &&
    /^\s(?:down )?to\s/i.test(text.slice(to, to + 10))
  )
    return 'today';
  if (
    /\b(?:down )?to\s(?:about |around |~)?$/i.test(text.slice(Math.max(0, from - 14), from)) &&
    /\bfrom\b[^.;]{0,40}$/i.test(text.slice(0, from))
  )
    return 'after';
  return null;
}

function lastMatch(text: string, re: RegExp): RegExpExecArray | null {
  let best: RegExpExecArray | null = null;
  const g = new RegExp(re.source, 'gi');
  for (let m = g.exec(text); m; m = g.exec(text)) best = m;
  return best;
}
