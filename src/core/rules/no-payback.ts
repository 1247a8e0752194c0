import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the feed service in Go

## Context

The feed service is written in Python. It runs on 40 nodes, and compute is its largest cost.

## Decision

We rewrite the service in Go, which needs fewer nodes and is faster.
${text}`;

export default defineRule(
  gap({
    id: 'no-payback',
    question: 'Q9',
    questions: ['Q9'],
    title: 'no payback',
    summary:
      'A rewrite is proposed and its cost never meets its gain in numbers: one-time cost, saving per month, months until it has paid back.',
    why: 'A saving is an argument only next to its price. Engineers, the freeze and the second system to run are the price, and past a year the plans that the saving rests on have usually changed.',
    message:
      'The cost of the change and its gain never meet in numbers: state the one-time cost, the saving per month and the months until it has paid back.',
    whenNotToUse: 'Where money is not the reason and the target that is missed cannot be bought any other way.',
    closedBy: ['payback'],
    asked: (a) => a.proposal.kind === 'rewrite' && a.proposal.tense !== 'done',
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
## Payback

The rewrite costs $180,000 once and saves $22,000 a month, so it has paid back after 8.2 months.
`),
      },
    ],
  }),
);
