import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the session service in Elixir

## Context

The session service is written in Ruby. Throughput is the problem: peak load is 6,000 requests per second and traffic grows with every market.

## Decision

We rewrite the service in Elixir, because it handles more concurrent connections and scales to a higher throughput.
${text}`;

export default defineRule(
  gap({
    id: 'no-load-test',
    question: 'Q14',
    questions: ['Q14'],
    title: 'no load test',
    summary: 'Throughput, concurrency or scale is an argument for a service, and nothing was ever driven to saturation.',
    why: 'Response times hardly move while load rises, until a little more load multiplies them. Without a test up to that knee, "it scales" describes the quiet part only.',
    message:
      'Capacity is an argument, but nothing was driven to saturation: show a load test up to the knee and the headroom that it leaves.',
    whenNotToUse: 'For command-line tools and libraries, which are recognised and not asked.',
    closedBy: ['load-test'],
    asked: (a) => a.proposal.service && a.proposal.capacityArgued,
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
## Load test

We load tested both with k6 up to saturation. The knee is at 7,500 requests per second for Ruby and at 31,000 for the prototype.
`),
      },
    ],
  }),
);
