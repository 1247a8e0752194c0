/** Load, capacity, growth and utilisation of the system. */
import type { Located } from '../located';
import { within } from '../context';
import type { Quantity } from '../../words/quantities';
import type { Figure, Rate } from './types';

/** What grows when load does. */
const LOAD =
  /\b(?:loads?|traffic|requests?|users?|customers?|orders?|volumes?|data(?:set|base)?|usage|events?|messages?|quer(?:y|ies)|throughput|transactions?|sessions?|tenants?|demand|rps|qps|sign-?ups?|bookings?|peaks?|calls?|uploads?|visitors?|subscribers?|devices?|records?|rows?|jobs?|payments?|we)\b/i;
/** What grows as well, and meets no capacity. */
const NO_LOAD =
  /\b(?:costs?|bills?|spend\w*|prices?|team|head-?count|staff|revenue|salar\w+|budget|latenc\w+|p\d\d|times?|memory|heap|code(?:base)?|company|prior|their)\b/i;
/** A limit of one client or of one part is not what the system can take. */
const PARTIAL =
  /\brate[- ]limit\w*|\bthrottl\w+|\bquotas?\b|\b(?:per|each|every) (?:\w+ )?(?:users?|clients?|tenants?|customers?|keys?|tokens?|ips?|accounts?|pods?|instances?|cores?|workers?|nodes?|replicas?|threads?|process(?:es)?|machines?|servers?|partitions?|shards?|connections?)\b/i;
const CAPACITY = /\b(?:capacity|saturat\w+|knee|limit|tops out|maximum|max|up to|handles? at most|holds? at|drains? at most|sustain\w*)\b/i;
const TODAY = /\b(?:peak|today|currently|current|load|traffic|serves?|we (?:see|handle)|now)\b/i;
/** Whose business tells how busy the system is. */
const BUSY =
  /\b(?:cpus?|gpus?|cores?|v?cpus?|workers?|clusters?|pools?|links?|threads?|process(?:es|or)?|machines?|servers?|nodes?|instances?|systems?|services?|databases?|fleet|loop|broker|pods?|hosts?)\b/i;
/** Words that may stand before "utilisation" and name no owner. */
const UNOWNED = /^(?:average|mean|peak|median|overall|current|total|typical|present|the|our|its|at|with|a|to|of|day-?time|sustained|s|)$/i;

/** Units of bytes per second, as `quantities.ts` reads them, also written out. */
const BYTES = /^(?:[kmgt]?i?b(?:ytes?)?\/s|(?:kilo|mega|giga|tera)?bytes? per\b)/i;

/** The part behind the last comma, semicolon or colon: the words nearest to the figure. */
function clauseOf(left: string): string {
  const text = left.replace(/[\s,:;]{1,4}$/, '');
  return text.slice(Math.max(text.lastIndexOf(', '), text.lastIndexOf('; '), text.lastIndexOf(': ')) + 1) + ' ';
}

/** Whether the utilisation in this clause is the system's; that of a disk or a meeting room is not. */
function ofSystem(clause: string): boolean {
  if (BUSY.test(clause)) return true;
  const m = /([\w-]*)\s*\butili[sz]ation(\s+of\b)?/i.exec(clause);
  return m !== null && m[2] === undefined && UNOWNED.test(m[1] as string);
}

export function loads(l: Located, f: { growth: Figure[]; load: Rate[]; capacity: Rate[]; utilisation: Figure[] }): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'options', 'prior-art', 'references')) return;
  const make = (q: Quantity, value = q.value): Figure => ({
    value,
    shown: q.shown,
    span: { from: q.from, to: q.to },
    section: -1,
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
      if (per && /\b(?:grow\w*|increas\w*|rising|rises?|climb\w*)\b/i.test(left + right)) {
        const subject = clauseOf(left);
        if (
          NO_LOAD.test(subject) ||
          (!LOAD.test(subject) && /\w\s+(?:is |are |has |have |been )*(?:grow|increas|ris|climb)/i.test(subject))
        )
          continue;
        const unit = (per[1] ?? per[2] ?? '').toLowerCase();
        const months = /^(?:year|annual|yoy|yearly)/.test(unit) ? 12 : unit === 'quarter' ? 3 : unit === 'week' ? 7 / 30.4 : 1;
        f.growth.push(make(q, Math.pow(1 + q.value / 100, 1 / months) - 1));
      } else if (
        /\b(?:utili[sz]ation|cpu (?:is )?at|utili[sz]ed|busy|cpu load)\b/i.test(left.slice(-40) + right.slice(0, 24)) &&
        q.value <= 100 &&
        !/\b(?:target|below|under|keep|threshold|alert)\b/i.test(left) &&
        ofSystem(c.rowHead + ' ' + clauseOf(left).slice(-40) + right.slice(0, 24))
      )
        f.utilisation.push(make(q, q.value / 100));
    } else if (q.kind === 'rate' && q.value === q.high) {
      // The words nearest before the figure say what it is; a revisit trigger ("when load passes") is neither.
      const own = clauseOf(left);
      if (/\b(?:when|if|once|until|passes|reaches|exceeds)\b/i.test(own) || PARTIAL.test(own) || PARTIAL.test(right)) continue;
      const rate: Rate = { ...make(q), counts: BYTES.test(q.unit) ? 'bytes' : 'events' };
      if (CAPACITY.test(own)) f.capacity.push(rate);
      else if (TODAY.test(own)) f.load.push(rate);
    }
  }
}
