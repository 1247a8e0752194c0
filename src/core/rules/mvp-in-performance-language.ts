import { claim } from './claim';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# ADR: Use Rust for the new marketplace

## Context

${text}

## Decision

We will write the backend in Rust, because it has the best performance.
`;

export default defineRule(
  claim({
    id: 'mvp-in-performance-language',
    question: 'Q13',
    questions: ['Q13'],
    title: 'Performance language for a first version',
    summary: 'A prototype, an MVP or a product before its launch is built in a performance language for the sake of speed.',
    why: 'Before the product has users, the number that matters is how fast it changes. Most first versions are thrown away or reshaped, and few of them die of latency.',
    message:
      '“{words}” is early for buying speed: say which number the first version has to meet, and what it costs in time to the first user.',
    whenNotToUse: 'Where latency or computing is the product; such documents are recognised and not asked.',
    statement: 'mvp',
    silent: (a) => a.proposal.exempt !== null,
    noFix: 'Whether the first version has a number to meet is a decision, not a text.',
    bad: [{ text: rfc('We are building the MVP of a marketplace in Rust, so that it is fast from the first day.') }],
    good: [
      { text: rfc('The marketplace serves 30 partners since 2023, and at 2,000 requests per second the search reaches a p99 of 3 s.') },
    ],
  }),
);
