import { codeMessages, codeReports } from './code-hint';
import { defineRule } from './rule';
import { fixesOf } from './shared';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the orders service in Go

## Context

The orders service is written in TypeScript, and p95 latency is 900 ms. We measured it like this:

\`\`\`ts
${text}
\`\`\`

## Decision

We rewrite the service in Go, so that it gets faster.
`;

export default defineRule({
  meta: {
    id: 'code-microbenchmark',
    question: 'Q5',
    questions: ['Q4', 'Q5'],
    kind: 'code',
    title: 'A benchmark that cannot carry the argument',
    summary:
      'The code shown by the proposal is a benchmark with one iteration, without warm-up, without use of its result, with a coarse clock or with output inside the measured part.',
    why: 'A just-in-time compiler needs time to warm up and removes work whose result nobody uses. Such a benchmark measures the compiler or the console, and its factor ends up in the title of the proposal.',
    severity: 'information',
    essential: 'own',
    messages: codeMessages(
      'The benchmark around “{callee}” cannot carry the argument ({flaws}): {suggestion}',
      'The benchmark around “{callee}” may not carry the argument ({flaws}): {suggestion}',
    ),
    examples: {
      bad: [
        {
          text: rfc(`const start = performance.now();
priceOrder(order);
console.log(performance.now() - start);`),
        },
      ],
      good: [
        {
          text: rfc(`for (let i = 0; i < 10_000; i++) priceOrder(orders[i % orders.length]);
const start = performance.now();
let sum = 0;
for (let i = 0; i < 100_000; i++) sum += priceOrder(orders[i % orders.length]);
console.log((performance.now() - start) / 100_000, sum);`),
          why: 'Warm-up, repetition, real orders, and a result that is used.',
        },
      ],
    },
    fixes: fixesOf('code-microbenchmark', 'The code is mended in the code, not in the proposal.'),
    whenNotToUse: 'Where the single run is the point, as with cold start.',
  },
  check: (a) => codeReports(a, 'code-microbenchmark'),
});
