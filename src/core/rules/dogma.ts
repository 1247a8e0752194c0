import { claim } from './claim';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# ADR: Use Go for the new gateway

## Context

The gateway handles 3,000 requests per second, and its latency adds to that of every other service.

## Decision

We will use Go for the gateway. ${text}
`;

export default defineRule(
  claim({
    id: 'dogma',
    question: 'Q16',
    questions: ['Q16'],
    title: 'Always or never about a language',
    summary: 'A sentence says "always", "never" or "no excuse" about a language, for it or against it.',
    why: 'Both sides of this debate are right about some workloads. A rule without a workload closes the question that the document was written to answer.',
    message: '“{words}” settles by decree what a number could settle: say for which workload it holds, and where it does not.',
    whenNotToUse: 'In house rules whose exceptions stand elsewhere.',
    statement: 'dogma',
    noFix: 'The workload for which the sentence holds is known to its author only.',
    bad: [{ text: rfc('Python should never be used for a backend service.') }],
    good: [{ text: rfc('A prototype in Python adds 11 ms at p99, the same in Go adds 2 ms, and the budget is 5 ms.') }],
  }),
);
