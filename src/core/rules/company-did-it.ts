import type { Argument } from '../argument';
import { precedents, type Precedent } from '../cards';
import { defineRule } from './rule';
import { fixesOf, quote, statementsOf } from './shared';

/** Of several rewrites of one company the one between technologies named here, else the best known, which stands first. */
function knownCase(a: Argument, name: string): Precedent | undefined {
  const here = [...a.proposal.to, ...a.proposal.from].map((t) => t.toLowerCase());
  const shared = (p: Precedent): number => {
    const words = p.change.toLowerCase().split(' ');
    return here.filter((t) => words.includes(t)).length;
  };
  return precedents(name).reduce<Precedent | undefined>((best, p) => (best && shared(best) >= shared(p) ? best : p), undefined);
}

/** Names are written with a capital or a digit; "widely adopted" names nobody. */
const isName = (words: string): boolean => words.charAt(0) !== words.charAt(0).toLowerCase() || '0123456789'.includes(words.charAt(0));

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the presence service in Rust

## Context

The presence service is written in Go, and its p99 latency is 400 ms.

## Decision

We rewrite the service in Rust. ${text}
`;

export default defineRule({
  meta: {
    id: 'company-did-it',
    question: 'Q11',
    questions: ['Q11', 'Q12'],
    kind: 'claim',
    title: 'Another company did it',
    summary: 'The rewrite or the adoption of a technology by a named company or project, or its spread in general, is offered as a reason.',
    why: 'Somebody else solved somebody else’s problem: another axis, another load, another budget. A precedent is evidence only as far as its workload is like this one, and the famous ones were about tails, memory or a single hot part more often than about speed.',
    severity: 'warning',
    essential: 'own',
    messages: {
      known: '{name} moved its {what} ({change}, {scope}) for {axis}: compare that axis and that workload with yours.',
      named: '“{words}” did it for a workload of its own: compare its axis and its workload with yours.',
      spread:
        '“{words}” says that others use it, not that it helps here: name the axis and the workload they have in common with this one.',
    },
    examples: {
      bad: [{ text: rfc('Discord rewrote a service from Go to Rust, and so should we.') }],
      good: [
        {
          text: rfc('Every two minutes the garbage collector walks our cache of 40 million entries, and p99 rises to 2 s while it does.'),
          why: 'The reason of the well-known case, measured in this system.',
        },
      ],
    },
    fixes: fixesOf('company-did-it'),
    whenNotToUse:
      'Where the maturity of a technology is the question and the companies stand for its use in production, not for its speed.',
  },
  check: (a) =>
    statementsOf(a, 'precedent').map((s) => {
      const name = s.name === '' ? s.words : s.name;
      const known = knownCase(a, name);
      if (known) {
        const { what, change, scope, axis } = known;
        return { span: s.span, messageId: 'known', data: { name, what, change, scope, axis } };
      }
      return { span: s.span, messageId: isName(name) ? 'named' : 'spread', data: { words: quote(s.words) } };
    }),
});
