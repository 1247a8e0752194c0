import { defineRule } from './rule';
import { fixesOf, quote } from './shared';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the thumbnail service in Rust

## Context

The thumbnail service is written in Node.js.

## Decision

We rewrite the service in Rust. ${text}
`;

export default defineRule({
  meta: {
    id: 'fast-without-number',
    question: 'Q2',
    questions: ['Q2'],
    kind: 'claim',
    title: 'Speed argued without a number',
    summary:
      'Our system, a framework, a product or the outcome is called fast, faster, efficient or scalable as an argument, with no number in the sentence, beside it, or in the table that it introduces.',
    why: 'Everybody agrees with "faster" because everybody fills in another number. With the number the sentence can be checked, weighed against its price, and found to be enough.',
    severity: 'information',
    essential: 'own',
    messages: { said: '“{words}” has no number beside it: say from what to what, at which percentile and on which workload.' },
    examples: {
      bad: [{ text: rfc('The new service will be significantly faster.') }],
      good: [{ text: rfc('The new service will render a thumbnail in 40 ms instead of 190 ms at p95.') }],
    },
    fixes: fixesOf('fast-without-number'),
    whenNotToUse: 'In summaries for a public that will not read the numbers, when the document with the numbers is another one.',
  },
  check: (a) =>
    a.speed.filter((s) => s.subject === 'other').map((s) => ({ span: s.span, messageId: 'said', data: { words: quote(s.words) } })),
});
