/** Durations with their percentile and their role: a target, today's value, or what comes after. */
import type { Located } from '../located';
import { within } from '../context';
import { lastMatch, percentiles } from './percentiles';
import { subjectIn, subjectOf, subjectOfWords } from './subjects';
import type { LatencyFigure } from './types';

type Role = LatencyFigure['role'];

/** Words that say outright what a figure is; the one nearest before it wins. */
const OUTRIGHT: readonly (readonly [Role, RegExp])[] = [
  [
    'target',
    /\b(?:must|slo|sla|targets?|targeted|objective|budget|under|below|within|at most|goal|requirement|required?|no more than|shall|needs? to)\b/i,
  ],
  ['today', /\b(?:today|currently|current|measured|now|at present|we see|observed|baseline|stands at|runs at)\b/i],
  ['after', /\b(?:would|will be|expect\w*|after|prototype|computed|estimated|close to)\b/i],
];
/** A verb that says what is, unless a word above says more. */
const IS = /\b(?:is|was|are|were)\b/i;
/** What a rule or a setting is, and no measurement: a time-out, the life of a cache entry. */
const SETTING =
  /\b(?:time-?outs?|ttl|intervals?|retention|retr(?:y|ies)|back-?off|lease|expir\w+|windows?|schedul\w+|poll\w*|cron|keep-?alive|grace period|cool-?down|debounce|warm-?up)\b/i;

/** The start of the text that still speaks of the figure: behind a semicolon, or a comma that begins a clause with its own verb. */
function clauseStart(left: string): number {
  const semicolon = left.lastIndexOf(';') + 1;
  const comma = left.lastIndexOf(', ') + 1;
  return comma > semicolon && IS.test(left.slice(comma)) ? comma : semicolon;
}

function roleBefore(left: string): Role {
  const clause = left.slice(clauseStart(left));
  let best: Role = IS.test(clause) ? 'today' : 'other';
  let at = -1;
  for (const [role, re] of OUTRIGHT) {
    const m = lastMatch(clause, re);
    if (m && m.index > at) [best, at] = [role, m.index];
  }
  return best;
}

/** "450 ms today", "200 ms (target)". */
function roleBehind(right: string): Role | null {
  if (/^\s*\(?(?:today|now|currently|at present|in production)\b/i.test(right)) return 'today';
  if (/^\s*\(?(?:target|goal|slo|budget)\b/i.test(right)) return 'target';
  if (/^[,;]? (?:close to|computed|estimated)/i.test(right)) return 'after';
  return null;
}

function roleInText(left: string, right: string, bound: boolean): Role {
  const behind = roleBehind(right);
  // "Currently under 50 ms" bounds today's value and sets no target.
  if (behind === 'today' || (bound && /\b(?:currently|today|already)\b/i.test(left.slice(clauseStart(left)))))
    return bound ? 'other' : 'today';
  if (behind) return behind;
  const before = roleBefore(left);
  return bound && before !== 'after' ? 'target' : before;
}

const COLUMN: readonly (readonly [Role, RegExp])[] = [
  ['target', /\b(?:target|goal|slo|required?|budget|objective)\b/],
  ['today', /\b(?:current|today|now|baseline|before|measured)\b/],
  ['after', /\b(?:after|new|rust|go|expected|prototype|proposed|with)\b/],
];
/** At the head of a row only a word that stands alone says so: "Today", "Target (p99)". */
const ROW: readonly (readonly [Role, RegExp])[] = [
  ['target', /^(?:target|goal|slo|budget|objective)s?(?:\s*\(.{0,20}\)|\s+p\d\d[\w.]{0,4})?$/i],
  ['today', /^(?:current(?:ly)?|today|now|baseline|before)(?:\s*\(.{0,20}\)|\s+p\d\d[\w.]{0,4})?$/i],
  ['after', /^(?:after|expected|prototype|proposed)(?:\s*\(.{0,20}\)|\s+p\d\d[\w.]{0,4})?$/i],
];

/** By its column first, then by the head of its row. */
export const roleInRow = (header: string, rowHead: string): Role =>
  COLUMN.find(([, re]) => re.test(header))?.[0] ?? ROW.find(([, re]) => re.test(rowHead.trim()))?.[0] ?? 'other';

export function latencies(l: Located, out: LatencyFigure[]): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'options', 'prior-art', 'references')) return;
  const inRow = c.kind === 'row';
  const times = s.quantities.filter((q) => q.kind === 'time');
  if (times.length === 0) return;
  const ofTimes = percentiles(s.text, s.from, times, inRow ? c.rowHead + ' ' + c.header : '');
  // Where the head of the row says which value it is, the column says of what.
  const ofRow = (header: string): string => subjectOfWords(c.rowHead + ' ' + header);
  let sentence: string | null = null;
  const ofSentence = (): string => (sentence ??= subjectIn(s.text));
  for (const [i, q] of times.entries()) {
    if (q.value !== q.high) continue;
    const at = q.from - s.from;
    const left = s.text.slice(Math.max(0, at - 60), at);
    const right = s.text.slice(q.to - s.from, q.to - s.from + 30);
    const row = inRow ? c.rowHead + ' ' + c.header : '';
    const metric = /\b(?:start-?up|cold start|boot)\b/i.test(row + left) ? 'startup' : 'latency';
    let role = inRow ? roleInRow(c.header, c.rowHead) : roleInText(left, right, q.cmp === '<');
    // A condition is neither a target nor today's value: "stop if p99 is above 300 ms on 15 November".
    if (/\b(?:if|when|once|unless|until)\b/i.test(left) && role === 'today') role = 'other';
    role = pairRole(s.text, at, q.to - s.from, inRow) ?? role;
    if (SETTING.test(inRow ? row : left.slice(clauseStart(left)))) role = 'other';
    out.push({
      value: q.value,
      shown: q.shown,
      span: { from: q.from, to: q.to },
      section: -1,
      percentile: ofTimes[i] as string,
      role,
      metric,
      subject: inRow ? ofRow(roleInRow(c.header, '') === 'other' ? c.header : '') : subjectOf(s.text, at, q.to - s.from, ofSentence),
      under: '',
    });
  }
}

const ARROW_BEHIND = /^\s?(?:→|⇒|->|=>|-->)\s?[~≈<]?\d/;
const ARROW_BEFORE = /\d\s?[a-zµμ]{1,12}\s?(?:→|⇒|->|=>|-->)\s?[~≈]?$/iu;

/** "from 720 ms to 214 ms", "720 ms → 214 ms": the first is today's, the second comes after. In a cell only the arrow says so. */
function pairRole(text: string, from: number, to: number, inRow: boolean): 'today' | 'after' | null {
  const before = ARROW_BEFORE.test(text.slice(Math.max(0, from - 24), from));
  const behind = ARROW_BEHIND.test(text.slice(to, to + 8));
  // Of three in a row nobody knows which is which.
  if (before !== behind) return before ? 'after' : 'today';
  if (inRow) return null;
  if (
    /\bfrom\s(?:about |around |~)?$/i.test(text.slice(Math.max(0, from - 14), from)) &&
    /^\s(?:down )?to\s/i.test(text.slice(to, to + 10))
  )
    return 'today';
  if (
    /\b(?:down )?to\s(?:about |around |~)?$/i.test(text.slice(Math.max(0, from - 14), from)) &&
    /\bfrom\b[^.;]{0,40}$/i.test(text.slice(Math.max(0, from - 50), from))
  )
    return 'after';
  return null;
}
