import { changes } from '../argument';
import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the invoice service in Rust

## Context

The invoice service is written in Python. Its p99 latency is 1.4 s today, and it must stay under 500 ms.

## Decision

We rewrite the service in Rust to make it faster.
${text}`;

export default defineRule(
  gap({
    id: 'no-profile',
    question: 'Q5',
    questions: ['Q3', 'Q4', 'Q5'],
    title: 'no profile',
    summary:
      'Something that exists is to be replaced, and nothing measured shows where its time goes: no profiler, trace, flame graph, query plan or measured split of this system.',
    why: 'Most slow services wait for a handful of queries or do something twice. Whoever replaces the language first pays for the most expensive change before knowing whether it touches the slow part.',
    message:
      'Nothing measured says where the time goes today: show a profile, a trace or a flame graph of this system before choosing what to replace.',
    whenNotToUse: 'Where nothing runs yet; greenfield choices are not asked. Nor is work that is bound by CPU by its nature.',
    closedBy: ['profile'],
    asked: (a) => changes(a) && a.proposal.exempt === null,
    severity: 'warning',
    essential: 'own',
    bad: [{ text: rfc(''), why: 'How slow it is was measured. Where the time goes was not.' }],
    good: [
      {
        text: rfc(`
## Where the time goes

A py-spy profile of one production hour shows that PDF layout takes 64 % of the wall-clock time of a request, and the database 22 %.
`),
      },
    ],
  }),
);
