/** Which share of the time the change can reach. A percentage of anything but time is left alone. */
import type { Located } from '../located';
import { within } from '../context';
import { has, mask } from '../../words/lexicon';
import type { Quantity } from '../../words/quantities';
import type { TimeShare } from './types';
import { code, cpu, HOST, saysBusy, saysGain, splitsOther, USES, waits, wholeOf } from './wholes';

const M = { plan: mask('plan') };
const SHARE = /\b(?:of|spent|spends|time|wall|request|latency|cpu|takes|accounts?|waits?|waiting|idle|share)\b/i;
/** "Of a request, 12 % CPU": the whole goes before its share. */
const OF_BEFORE = /\bof (?:[\w'’-]+ ){0,3}?(?:time|latency|request|response|duration)\b/i;

/** "CPU is 85 %" says how busy it is, where no whole is named. */
const CPU_IS = /\bcpus? (?:is|are|was|were)\s*(?:about |around |only |~|≈)?$/i;

/** Waiting, or code that another language can make faster. */
export type Part = 'waits' | 'code';

/** What is asked or planned, and what is said elsewhere or of others, is no share of the time of this system. */
export const notOurs = ({ s, c }: Located): boolean =>
  s.question || within(c, 'rejected', 'references', 'prior-art', 'targets', 'non-goals') || has(s, M.plan);

/** The only percentages that can be shares; a range is none. */
export const percentages = (s: Located['s']): readonly Quantity[] =>
  s.quantities.filter((q) => q.kind === 'percent' && q.value > 0 && q.value < 100 && q.value === q.high);

export const shareOf = (q: Quantity, part: Part, table: number): TimeShare => ({
  value: part === 'waits' ? 1 - q.value / 100 : q.value / 100,
  shown: q.shown,
  waits: part === 'waits',
  span: { from: q.from, to: q.to },
  section: -1,
  table,
});

/** The clause a figure stands in. */
function clauseAround(text: string, from: number, to: number): string {
  const left = text.slice(Math.max(0, from - 120), from);
  const right = text.slice(to, to + 120);
  const start = Math.max(left.lastIndexOf(', '), left.lastIndexOf('; '), left.lastIndexOf(': '));
  return left.slice(start + 1) + right.slice(0, /[,;:] /.exec(right)?.index);
}

/** What is asked of a sentence once, whatever number of figures it has. */
interface Says {
  readonly busy: boolean;
  readonly waits: boolean;
}

/** Which part the figure is the share of, by the words beside it; null where that is not certain. */
function partOf(s: Located['s'], q: Quantity, left: string, right: string, says: Says): Part | null {
  const at = q.from - s.from;
  const end = q.to - s.from;
  const whole = wholeOf(s.text.slice(end, end + 80));
  if (whole === null || whole.of === 'other' || splitsOther(left)) return null;
  // Where no whole is named, the figure may belong to a utilisation anywhere in the sentence.
  if (whole.of === 'unsaid' ? says.busy || CPU_IS.test(left) : saysBusy(clauseAround(s.text, at, end))) return null;
  const rest = right.slice(whole.to);
  const takes = /\b(?:takes|accounts? for|is|for|spends|consumes)\s*~?(?:only |about |just )*$/i.test(left);
  // A part of a program can have a share of the processor; what a process has of it says how busy the machine is.
  if (whole.of === 'cpu') return !HOST.test(left + right) && (code(rest) || (takes && code(left))) ? 'code' : null;
  if (waits(rest)) return 'waits';
  if (code(rest)) return 'code';
  if (cpu(rest)) return whole.of === 'time' || (!USES.test(left) && (OF_BEFORE.test(left) || says.waits)) ? 'code' : null;
  if (waits(left) && /\b(?:takes|accounts? for|is|for|spends|waits|idle|consumes)\s*~?\(?$/i.test(left)) return 'waits';
  return takes && (code(left) || (whole.of === 'time' && cpu(left))) ? 'code' : null;
}

/** In a table the header says what is split, and the head of the row which part it is. */
function partInRow(header: string, rowHead: string): Part | null {
  const time = /\b(?:share|time|portion|wall|samples)\b/.test(header);
  if ((!time && !/%|\bpercent\b/.test(header)) || /\b(?:improve|reduction|gain|change|faster)\b/.test(header)) return null;
  if (saysBusy(header + ' ' + rowHead) || splitsOther(header)) return null;
  // What a database takes of a processor is no waiting.
  if (waits(rowHead)) return time || !cpu(header) ? 'waits' : null;
  return code(rowHead) || (time && cpu(rowHead)) ? 'code' : null;
}

export function shares(l: Located, out: TimeShare[]): void {
  const { s, c } = l;
  if (notOurs(l)) return;
  const one = percentages(s);
  const first = one[0];
  if (first === undefined) return;
  if (c.kind === 'row') {
    const part = one.length === 1 ? partInRow(c.header, c.rowHead) : null;
    if (part) out.push(shareOf(first, part, 0));
    return;
  }
  if (saysGain(s.text)) return;
  const says: Says = { busy: saysBusy(s.text), waits: waits(s.text) };
  for (let i = 0; i < one.length; i++) {
    const q = one[i] as Quantity;
    const at = q.from - s.from;
    const prev = one[i - 1];
    const next = one[i + 1];
    const left = s.text.slice(Math.max(prev ? prev.to - s.from : 0, at - 50), at);
    const right = s.text.slice(q.to - s.from, Math.min(next ? next.from - s.from : s.text.length, q.to - s.from + 80));
    const part = SHARE.test(left + right) ? partOf(s, q, left, right, says) : null;
    if (part) out.push(shareOf(q, part, -1));
  }
}
