import { gap, changesAhead } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the calendar service in Go

## Context

The calendar service is written in Ruby, and p95 latency is 1.1 s.

## Decision

Three engineers rewrite the service in Go until March, so that it gets faster.
${text}`;

export default defineRule(
  gap({
    id: 'no-opportunity-cost',
    question: 'Q8',
    questions: ['Q8'],
    title: 'no word on what waits',
    summary: 'The work ahead displaces other work, and nothing says which: roadmap, freeze, staffing, cost of delay.',
    why: 'The engineers of a rewrite are the engineers of the features that wait for it. That delay is usually the largest cost and the only one that never appears on an invoice.',
    message: 'Nothing says what is not built meanwhile: name the work that this displaces and who agreed to it.',
    whenNotToUse: 'Where the work is so small that it displaces nothing.',
    closedBy: ['opportunity-cost'],
    asked: changesAhead,
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
Meanwhile the roadmap waits: shared calendars move from January to April, and product has agreed.
`),
      },
    ],
  }),
);
