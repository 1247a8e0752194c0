import { claim } from './claim';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the webhook functions in Java

## Context

The functions run on AWS Lambda and are written in Python. Cold start is what we are graded on: a webhook must be answered within 500 ms.

## Decision

We rewrite the functions in Java on the JVM, because its JIT makes them faster. ${text}
`;

export default defineRule(
  claim({
    id: 'axis-conflict',
    question: 'Q10',
    questions: ['Q10'],
    title: 'The remedy works against the graded axis',
    summary:
      'The remedy is known to hurt the axis that the document grades: a JIT or a large runtime where cold start counts, a larger heap or a throughput collector where p99 counts, batching where latency counts.',
    why: 'The axes of performance pull against each other. A remedy that wins on one is often paid for on another, and here the other is the one that counts.',
    message: '“{words}” is known to cost what is graded here: say how large that cost is, or why it does not apply.',
    whenNotToUse: 'Where the cost was measured and found to be small; one sentence that says so settles it.',
    statement: 'axis-conflict',
    bad: [{ text: rfc('') }],
    good: [{ text: rfc('The JVM costs cold start, so we compile ahead of time with GraalVM: the prototype starts in 90 ms.') }],
  }),
);
