import { changes, closed } from '../argument';
import { defineRule } from './rule';
import { fixesOf, quote } from './shared';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the quotes service in Rust

## Context

The quotes service is written in Python. p99 latency is 720 ms.

## Decision

We rewrite the service in Rust, which will make it 8x faster.
${text}`;

export default defineRule({
  meta: {
    id: 'no-amdahl',
    question: 'Q6',
    questions: ['Q5', 'Q6'],
    kind: 'gap',
    title: 'no share of the time',
    summary:
      'A speed-up is promised or reported, and the share of the time (or memory) that the change touches is not stated and follows from nothing in the document.',
    why: 'The part that does not change sets the limit. If 5 % of a request is spent in code, even infinitely fast code makes the request 1.05 times as fast. Without the share, a factor says nothing about the whole.',
    severity: 'hint',
    essential: 'folded',
    messages: {
      promised:
        '“{words}” is promised without the share of the time that it applies to: state that share, because the rest bounds the gain of the whole.',
      open: 'A gain in speed is promised without the share of the time that the change touches: state that share, because the rest bounds the gain of the whole.',
    },
    examples: {
      bad: [{ text: rfc(''), why: 'Eight times faster for which part of a request?' }],
      good: [
        {
          text: rfc(`
The rate calculation takes 78 % of the time of a request, so the whole can get 4.5x faster at most.
`),
        },
      ],
    },
    fixes: fixesOf('no-amdahl'),
    whenNotToUse: 'Where the whole was measured before and after, end to end, so that the share no longer matters.',
  },
  check(a) {
    if (!changes(a) || !a.proposal.speedupArgued || closed(a, 'amdahl')) return [];
    const promised = a.figures.speedups.find((s) => s.span.from === a.promise.from && s.span.to === a.promise.to);
    return [
      promised
        ? { span: a.promise, messageId: 'promised', data: { words: quote(promised.shown) } }
        : { span: a.promise, messageId: 'open' },
    ];
  },
});
