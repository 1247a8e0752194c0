import { gap, changesAhead } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the pricing service in Go

## Context

The pricing service is written in Python and answers 900 requests per second. Its p99 latency is 700 ms.

## Decision

We rewrite the service in Go, so that requests are answered faster.
${text}`;

export default defineRule(
  gap({
    id: 'no-shadow-run',
    question: 'Q12',
    questions: ['Q9', 'Q12'],
    title: 'no shadow run',
    summary:
      'A service that carries load is to be replaced, and nothing says how the new version runs beside the old one: shadow run, canary, dual run, gradual or flagged roll-out.',
    why: 'Years of corner cases live in the old version and in no specification. Running both on the same traffic finds them while the old answer still counts.',
    message:
      'Nothing says how the new version runs beside the old one: plan a shadow run, a canary or a flagged roll-out before traffic depends on it.',
    whenNotToUse:
      'For libraries, command-line tools and front ends, which are recognised and not asked; and for services that can simply be put back.',
    closedBy: ['shadow-run'],
    asked: (a) => changesAhead(a) && a.proposal.service,
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
## Roll-out

The new service runs in shadow mode for two weeks: every production request goes to both, and the answers are compared.
`),
      },
    ],
  }),
);
