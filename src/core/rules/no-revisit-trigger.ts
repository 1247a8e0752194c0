import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# ADR: Write the new ingestion service in Go

## Context

The ingestion service has to take 4,000 events per second from the first day.

## Decision

We will write the service in Go, because of its throughput and low memory use.
${text}`;

export default defineRule(
  gap({
    id: 'no-revisit-trigger',
    question: 'Q8',
    questions: ['Q8', 'Q13'],
    title: 'no revisit trigger',
    summary: 'Nothing says when the decision is looked at again: no date, no load, no threshold, no alert that reopens it.',
    why: 'A decision about performance is right for a load and a price. Both move. A trigger turns "we should have noticed" into an alert.',
    message: 'Nothing says when this decision is looked at again: name a date, a load or a threshold that reopens it.',
    whenNotToUse: 'Where your decision records are reviewed on a schedule of their own.',
    closedBy: ['revisit'],
    asked: (a) => a.proposal.kind !== 'advocacy' && a.proposal.tense !== 'done',
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
We revisit this decision when the rate passes 20,000 events per second, or in January 2028.
`),
      },
    ],
  }),
);
