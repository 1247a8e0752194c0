/** By which factor something gets faster, and of what that is said. */
import type { Located } from '../located';
import { within } from '../context';
import type { SpeedUp } from './types';

const COMPONENT =
  /\b(?:parser|parsing|serializ\w+|deserializ\w+|json|startup|start-up|cold start|build|compile|compilation|hot path|hot loop|inner loop|function|algorithm|module|component|regex|encoding|decoding|hashing|sort\w*|formula|rendering|render|help|lint|format|compute|computation|cpu[- ]bound|raw|benchmark|microbenchmark|on average for|per core|install|bundl\w+|test\w*)\b/i;
const OVERALL =
  /\b(?:service|api|request|requests|end[- ]to[- ]end|overall|latency|response|p9\d|endpoint|application|system|the (?:rewrite|migration|new)|orders?|checkout|users?|whole|everything|throughput|platform|performance)\b/i;

/** A table of results, by where it stands and what its columns are called; targets and hopes are none. */
export const inResults = ({ c }: Located): boolean =>
  !c.headRow &&
  !within(c, 'goals', 'targets', 'plan', 'options', 'rejected', 'references', 'prior-art', 'non-goals') &&
  !/\b(?:targets?|goals?|slo|budget|expect\w*|estimat\w*|projected|potential|required?|promised|theoretical|hoped|planned)\b/i.test(
    c.header + ' ' + c.rowHead,
  );

/** People who get faster, not programs. */
const PEOPLE_BEHIND =
  /^\s*(?:engineers?|developers?|programmers?|teams?|productivity|(?:faster |quicker )?(?:at |in |to )(?:ship|develop|deliver|learn|onboard|hir|writ|releas)\w*|(?:faster |quicker )?(?:delivery|development|onboarding|shipping|hiring|iteration|releases?|time[- ]to[- ]market))\b/i;
const PEOPLE_BEFORE =
  /\b(?:teams?|engineers?|developers?|programmers?|people|productivity|onboarding|hiring|shipping|development|delivery|we (?:ship|develop|deliver|iterate|release|hire|write))\b[^,;:]{0,40}$/i;

export function speedups(l: Located, out: SpeedUp[]): void {
  const { s, c } = l;
  if (s.question || c.quoted || within(c, 'rejected', 'references', 'prior-art', 'non-goals')) return;
  for (const q of s.quantities) {
    if (q.kind !== 'factor' || q.value <= 1) continue;
    const tail = s.text.slice(q.to - s.from, q.to - s.from + 40);
    const head = s.text.slice(Math.max(0, q.from - s.from - 50), q.from - s.from);
    if (
      !/^\s*(?:\(?[^)]{0,18}\)?\s*)?(?:faster|quicker|speed|performance|improvement|gain|throughput|lower latency|higher|better|the (?:speed|performance|throughput))/i.test(
        tail,
      ) &&
      !/\b(?:faster|speed\w*|quicker|improve\w*|accelerat\w+)\b[^.]{0,30}$/i.test(head)
    )
      continue;
    if (PEOPLE_BEHIND.test(tail) || PEOPLE_BEFORE.test(head)) continue;
    if (/\b(?:not|never|no)\b[^.]{0,20}$/i.test(head)) continue;
    const around = s.text.slice(Math.max(0, q.from - s.from - 60), q.to - s.from + 60);
    // "The pricing code will be 10x faster" is a part, whatever the rest of the sentence says.
    const component =
      COMPONENT.test(around) ||
      COMPONENT.test(c.rowHead) ||
      /\b(?:our |the )?[\w-]* ?(?:code|step|stage|query|loop|kernel|phase)\b[^.;,]{0,30}$/i.test(head);
    const overall = !component && (OVERALL.test(s.text) || c.kind === 'heading' || !/\b(?:than|vs\.?)\b/i.test(tail));
    out.push({
      value: q.value,
      high: q.high,
      shown: q.shown,
      overall,
      hedged: q.cmp === '<',
      promised:
        /\b(?:will|would|expect\w*|promis\w*|should|target|goal|aim|make|give|get|deliver|achieve)\b/i.test(s.text) ||
        within(c, 'goals', 'summary', 'context', 'decision'),
      measured: c.kind === 'row' && inResults(l),
      span: { from: q.from, to: q.to },
      section: -1,
    });
  }
}
