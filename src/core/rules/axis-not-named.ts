import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the notification service in Go

## Context

The service is written in Node.js and has performance problems.

## Decision

We rewrite the service in Go, because Go is faster.
${text}`;

export default defineRule(
  gap({
    id: 'axis-not-named',
    question: 'Q10',
    questions: ['Q10'],
    title: 'no graded axis',
    summary:
      'The argument is "performance", "speed" or "scalability", and no axis is named: latency, throughput, memory, start-up time, size, predictability or cost.',
    why: 'The axes pull against each other. A larger heap buys throughput and costs tail latency; a JIT buys steady state and costs cold start. Whoever does not say which one counts cannot lose the argument, and cannot win it either.',
    message: 'Performance is argued without an axis: say whether latency, throughput, memory, start-up, size or cost is what counts here.',
    whenNotToUse: 'There is hardly a case: one word names the axis.',
    closedBy: ['axis', 'slo'],
    asked: () => true,
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
What we are graded on is throughput: the evening campaign has to be out before nine.
`),
      },
    ],
  }),
);
