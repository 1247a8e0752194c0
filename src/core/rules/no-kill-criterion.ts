import { gap, changesAhead } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the export service in Rust

## Context

The export service is written in Java. Its p99 latency is 3 s.

## Decision

We rewrite the service in Rust, so that exports get faster.
${text}`;

export default defineRule(
  gap({
    id: 'no-kill-criterion',
    question: 'Q12',
    questions: ['Q9', 'Q12'],
    title: 'no kill criterion',
    summary: 'Nothing says under which condition the attempt is stopped or rolled back. "We can roll back" is a means, not a condition.',
    why: 'A rewrite without an exit ends when the money or the patience does. A figure and a date, written down while nobody has anything to lose, make stopping a result instead of a defeat.',
    message: 'No condition says when to stop or roll back: write down the figure and the date at which the attempt ends.',
    whenNotToUse: 'Where the change is so small that undoing it costs less than writing the condition.',
    closedBy: ['kill-criterion'],
    asked: changesAhead,
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
We stop and keep the Java version if p99 of the prototype is still above 1 s on 1 March.
`),
      },
    ],
  }),
);
