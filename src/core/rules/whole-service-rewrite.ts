import { claim } from './claim';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Move the pricing service from Python to Rust

## Context

The pricing service is written in Python, and its p99 latency is 900 ms.

## Decision

${text}
`;

export default defineRule(
  claim({
    id: 'whole-service-rewrite',
    question: 'Q12',
    questions: ['Q4', 'Q5', 'Q12'],
    title: 'Everything is rewritten at once',
    summary:
      'The text says that everything is rewritten, ported or started over: "from scratch", "the entire service", "a complete port", phased or not.',
    why: 'Time is spent in a few places and code in all of them. A rewrite of everything pays for the many lines that were never slow, and it puts every corner case at stake at once.',
    message: '“{words}” moves everything: name the hot path, and say why moving that alone would not do.',
    whenNotToUse:
      'Where the old code cannot run any longer, whatever its speed, for example because its platform has reached its end of life.',
    statement: 'whole-rewrite',
    severity: 'warning',
    bad: [{ text: rfc('We rewrite the entire service from scratch in Rust, so that it gets faster.') }],
    good: [
      { text: rfc('We move the discount calculation, which takes 70 % of the time, into a Rust extension and leave the rest in Python.') },
    ],
  }),
);
