import { claim } from './claim';
import { defineRule } from './rule';
import { near } from './shared';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the tax service in Rust

## Context

The tax service is written in Ruby.

## Decision

We rewrite the service in Rust, because it is faster.

## Evidence

${text}
`;

export default defineRule(
  claim({
    id: 'dev-data-benchmark',
    question: 'Q5',
    questions: ['Q5'],
    title: 'Measured on a laptop or on toy data',
    summary: 'A measurement on a laptop, on a development machine, on sample data or on a hello-world endpoint is offered as evidence.',
    why: 'Toy data fits into the cache, a laptop has no neighbours, and localhost has no network. What disappears there is what production time is made of.',
    message: 'A measurement on “{words}” leaves out what production time is made of: repeat it on production data at production load.',
    whenNotToUse: 'Where the product itself runs on such machines, for example a command-line tool.',
    statement: 'dev-benchmark',
    // A tool runs on such machines, and a measurement at production scale elsewhere in the document settles it.
    silent: (a, s) => {
      const measured = a.evidence.get('prototype');
      return !a.proposal.service || (measured !== undefined && !near(measured.span, s.span));
    },
    bad: [{ text: rfc('We ran both versions on a MacBook with sample data: Ruby took 120 ms per request, Rust 9 ms.') }],
    good: [{ text: rfc('We replayed one production hour against a prototype of the hot path: p99 dropped from 480 ms to 130 ms.') }],
  }),
);
