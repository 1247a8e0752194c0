import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the search service in Go

## Context

The search service is written in Ruby. On weekday evenings p95 latency reaches 900 ms, and customers complain about it.

## Decision

We rewrite the service in Go, so that search gets faster.
${text}`;

export default defineRule(
  gap({
    id: 'no-slo',
    question: 'Q2',
    questions: ['Q2'],
    title: 'no numeric target',
    summary:
      'The document argues with performance and gives no number that has to be met: no latency at a percentile, no throughput, no cost per request, no start-up time, no memory limit, no error budget. A measurement of today is not a target.',
    why: '"Fast" has no finish line; "fast enough" is measured against a number. Without a target nobody can say whether the system of today already meets it, how far it is off, or when the work may stop.',
    message: 'No number says when it is fast enough: name a metric, a percentile and the limit that has to hold.',
    whenNotToUse:
      'Where the target lives in a document that this one refers to and your house keeps targets only there; allow it in that file with the place as the reason.',
    closedBy: ['slo'],
    asked: () => true,
    severity: 'warning',
    essential: 'own',
    bad: [{ text: rfc(''), why: '900 ms is where it stands. Nothing says where it has to be.' }],
    good: [
      {
        text: rfc(`
## Target

p95 of \`GET /search\` must stay under 300 ms at 800 requests per second.
`),
        why: 'A metric, a percentile, a limit and the load at which it holds.',
      },
      {
        text: rfc(`
## Targets

| Measure | Today | Target |
| --- | --- | --- |
| p95 of a search | 900 ms | 300 ms |
`),
      },
    ],
  }),
);
