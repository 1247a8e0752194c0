import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the image resizer in Rust

## Context

The image resizer is written in Ruby. It is CPU-bound, and p95 latency of an upload is 2.4 s.

## Decision

We rewrite the resizer in Rust, because it will be faster.
${text}`;

export default defineRule(
  gap({
    id: 'no-prototype-delta',
    question: 'Q9',
    questions: ['Q9', 'Q12'],
    title: 'no prototype figures',
    summary:
      'No measured result of the proposed thing on this workload: no spike, no pilot, no before and after. Where the work is finished, no measured result of it.',
    why: 'Published benchmarks measure somebody else. A prototype of the hot path takes days and turns the most expensive assumption of the document into a measurement.',
    message:
      'No figure comes from a prototype on this workload: build the hot path once, measure it, and put the result beside what it has to beat.',
    whenNotToUse: 'Where no prototype can be built before the decision, for example because the hardware does not exist yet.',
    closedBy: ['prototype'],
    asked: (a) => a.proposal.kind !== 'advocacy',
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
## Prototype

We built a prototype of the resize step in Rust and ran it on 20,000 production uploads: p95 dropped from 2.4 s to 0.6 s.
`),
      },
    ],
  }),
);
