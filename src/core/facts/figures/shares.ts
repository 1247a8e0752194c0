/** Which share of the time the change can reach. A percentage of anything but time is left alone. */
import type { Located } from '../collect';
import { within } from '../context';
import { has, mask } from '../../words/lexicon';
import type { Quantity } from '../../words/quantities';
import type { TimeShare } from './types';

const M = { plan: mask('plan') };

const WAITS =
  /\b(?:wait(?:s|ing)?|idle|blocked|database|db|postgres\w*|mysql|mongodb|redis|dynamodb|sql|queries|query|i\/?o\b|network|disk|downstream|external|upstream|remote|third[- ]party|http calls?|rpc|s3|sleep\w*)\b/i;
const OWN_CODE =
  /\b(?:our (?:own )?code|application code|app code|business logic|python code|ruby code|node code|user code|in code|own code|cpu(?: time| work)?|computation|computing|the interpreter|interpreter|(?:python|ruby|node|javascript|java|php) itself|parsing|serializ\w+|serialis\w+|encoding|rendering|handler code|in (?:python|ruby|javascript|java|php|go|node))\b/i;
const SHARE = /\b(?:of|spent|spends|time|wall|request|latency|cpu|takes|accounts?|waits?|waiting|idle|share)\b/i;

/** "95 % of the request time", "12 % of the request": what a share of time is a share of, at most four words on. */
const OF_TIME =
  /^\s*of (?:(?!requests|users|customers|team|teams|people|engineers|developers|calls|our time|their time)[\w'’-]+ ){0,4}?(?:time|latency|wall(?:[- ]clock)?|cpu|run-?time|samples|duration|cycles|request|response|work|(?:that|it|this|which)(?= (?:is|in|on|was|goes|waits|waiting|spent)))\b/i;
const OF_PEOPLE = /^\s*of (?:[\w-]+ ){0,3}?(?:team|engineer|developer|people|user|customer|sprint)(?:s|'s|’s|s'|s’)?\b/i;
/** "99 % of the time Rust just works": usually, not a share. */
const USUALLY =
  /^\s*of the time,? (?!is|was|are|were|goes|went|in|on|of|at|for|and|by|inside|within|waiting|waits|blocked|idle|idling|spent|to|per|a |an |each|it |each |during|computing|parsing|rendering|encoding)/i;
/** Without "of": what may stand at once behind a share of time. */
const BEHIND = /^\s*(?:[,.;:)(|–—-]|$|(?:is|are|was|were|goes|went|spent|in|on|for|and|at|by|during|to|vs|wall|cpu|time|own)\b)/i;

/** Whether the percentage is one of time, by what stands behind it. */
function ofTime(right: string): boolean {
  if (/^\s*of\b/i.test(right)) return OF_TIME.test(right) && !OF_PEOPLE.test(right) && !USUALLY.test(right);
  if (BEHIND.test(right)) return true;
  const next = /^\s*\S{1,30}(?: \S{1,30})?/.exec(right)?.[0] ?? '';
  return (WAITS.test(next) || OWN_CODE.test(next)) && !/\b(?:discount|off|cheaper|larger|smaller|bigger)\b/i.test(next);
}

export function shares(l: Located, out: TimeShare[]): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'references', 'prior-art', 'targets', 'non-goals') || has(s, M.plan)) return;
  const one = s.quantities.filter((q) => q.kind === 'percent' && q.value > 0 && q.value < 100 && q.value === q.high);
  if (one.length === 0) return;
  const put = (q: Quantity, waits: boolean): void => {
    const f = waits ? 1 - q.value / 100 : q.value / 100;
    out.push({
      value: f,
      shown: q.shown,
      waits,
      span: { from: q.from, to: q.to },
      section: -1,
      table: c.kind === 'row' ? 0 : -1,
    });
  };
  if (c.kind === 'row') {
    const q = one[0] as Quantity;
    if (
      one.length === 1 &&
      /\b(?:share|time|%|portion|percent|wall)\b|%/.test(c.header) &&
      !/\b(?:improve|reduction|gain|change|faster)\b/.test(c.header)
    ) {
      if (WAITS.test(c.rowHead)) put(q, true);
      else if (OWN_CODE.test(c.rowHead)) put(q, false);
    }
    return;
  }
  if (
    /\b(?:improv\w+|reduc\w+|faster|slower|less|more|fewer|fell|fall(?:s|en)?|went (?:up|down)|rose|rises?|drop\w*|cuts?|by \d|save\w*|gain|increase\w*|decrease\w*|growth|grow\w*|uptime|availability|coverage|users|customers|traffic)\b/i.test(
      s.text,
    ) &&
    !/\b(?:spent|spends|waiting|waits)\b/i.test(s.text)
  )
    return;
  for (let i = 0; i < one.length; i++) {
    const q = one[i] as Quantity;
    const at = q.from - s.from;
    const prev = one[i - 1];
    const next = one[i + 1];
    const left = s.text.slice(Math.max(prev ? prev.to - s.from : 0, at - 50), at);
    const right = s.text.slice(q.to - s.from, Math.min(next ? next.from - s.from : s.text.length, q.to - s.from + 80));
    if (!SHARE.test(left + right) || !ofTime(s.text.slice(q.to - s.from, q.to - s.from + 80))) continue;
    if (WAITS.test(right)) put(q, true);
    else if (OWN_CODE.test(right)) put(q, false);
    else if (WAITS.test(left) && /\b(?:takes|accounts? for|is|for|spends|waits|idle|consumes)\s*~?\(?$/i.test(left)) put(q, true);
    else if (OWN_CODE.test(left) && /\b(?:takes|accounts? for|is|for|spends|consumes)\s*~?(?:only |about |just )*$/i.test(left))
      put(q, false);
  }
}
