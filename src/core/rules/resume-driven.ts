import { claim } from './claim';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the metrics service in Rust

## Context

The metrics service is written in Python, and its p99 latency is 900 ms.

## Decision

We rewrite the service in Rust. ${text}
`;

export default defineRule(
  claim({
    id: 'resume-driven',
    question: 'Q12',
    questions: ['Q12'],
    title: 'Wish to learn or use it as the reason',
    summary:
      'The team wants to learn or use the technology, looks forward to it, or hopes that it attracts people, and that is offered as a reason.',
    why: 'The wish is fair, and a happy team is worth something. It is paid for by users who get nothing from it, so it has to stand as what it is, next to its price, and not among the reasons of performance.',
    message: '“{words}” speaks for the wishes of the team, not for the system: name what users or the budget get from it.',
    whenNotToUse: 'Where the choice is about hiring in the first place and says so.',
    statement: 'resume',
    noFix: 'A wish needs no template; delete the sentence or name what users get from it.',
    bad: [{ text: rfc('The team is excited to learn Rust.') }],
    good: [{ text: rfc('Two of the five maintainers have written Rust for years, and they will review every change.') }],
  }),
);
