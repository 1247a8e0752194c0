import { changes } from '../argument';
import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the catalogue service in Go

## Context

The catalogue service is written in PHP. p95 latency is 800 ms, with a target of 250 ms.

## Decision

We rewrite the service in Go, because it will be faster.
${text}`;

export default defineRule(
  gap({
    id: 'cheap-fixes-not-ruled-out',
    question: 'Q4',
    questions: ['Q4', 'Q5', 'Q7'],
    title: 'no cheaper fix weighed',
    summary:
      'Something that exists is to be replaced, and no cheaper remedy in the present system is named as tried, measured or ruled out: index, N+1, cache, batching, algorithm, pooling, compression, configuration.',
    why: 'An index is an afternoon, a rewrite is a year. A proposal that does not rule out the afternoon will be asked about it in review, and the gain promised for the year may turn out to belong to the afternoon.',
    message:
      'No cheaper remedy in the present system is ruled out: name at least one (index, cache, batching, algorithm, configuration) and what it gave.',
    whenNotToUse: 'Where the present system is given up for reasons other than speed and speed is a mere side effect.',
    closedBy: ['cheap-fix'],
    asked: changes,
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
## What we tried first

- We added an index on \`products(category, price)\`: p95 fell from 1,100 ms to 800 ms.
- A cache in front of the listing was measured at a hit rate of 6 %, so we removed it again.
`),
      },
    ],
  }),
);
