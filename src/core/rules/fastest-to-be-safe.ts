import { claim } from './claim';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# ADR: Use Rust for the new audit service

## Context

The audit service stores one record per change. Latency is not critical.

## Decision

We will use Rust for the service. ${text}
`;

export default defineRule(
  claim({
    id: 'fastest-to-be-safe',
    question: 'Q15',
    questions: ['Q15'],
    title: 'Speed as insurance',
    summary:
      'The fastest option is taken just in case, to be future-proof, to be safe, or so that nobody ever has to think about it again; no future load is given.',
    why: 'Insurance has a premium: every change from now on is written in the more expensive way, against a load that may never come. With a number for that load the premium can be weighed.',
    message:
      '“{words}” insures against a load that nobody has stated: say which load is expected by when, and what the simpler option carries.',
    whenNotToUse: 'Where the load is fixed from outside and too well known to be repeated.',
    statement: 'safe',
    bad: [{ text: rfc('It is the fastest option, so we never have to worry about performance again.') }],
    good: [{ text: rfc('Load reaches 12,000 records per second by next spring, and the Python prototype is saturated at 5,000.') }],
  }),
);
