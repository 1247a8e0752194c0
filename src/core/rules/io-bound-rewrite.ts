import { changes } from '../argument';
import { amdahlOf, theShare } from '../derive';
import { defineRule } from './rule';
import { fixesOf } from './shared';

/** Below this share of its own code a service waits more than it works, and code cannot be what is slow. */
const WAITS_BELOW = 0.3;
/** Axes that faster code serves although the work waits. */
const OTHER_AXES = ['memory', 'cost', 'jitter', 'size'] as const;

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the basket service in Go

## Context

The basket service is written in Ruby. A trace shows that ${text}

## Decision

We rewrite the service in Go to lower its latency.
`;

export default defineRule({
  meta: {
    id: 'io-bound-rewrite',
    question: 'Q6',
    questions: ['Q1', 'Q6', 'Q12'],
    kind: 'arithmetic',
    title: 'The work waits, and the code is rewritten',
    summary:
      'The document’s own split says that less than 30 % of the time is spent in the code that changes, and it still replaces that code for latency or throughput.',
    why: 'A faster runtime waits just as long. Where seven tenths of the time or more is waiting, a better query, a cache or fewer round trips can reach what no language can.',
    severity: 'warning',
    essential: 'own',
    messages: {
      waits:
        'By its own split {share} of the time is waiting, so faster code brings the whole {ceiling} at most: work on the waiting first, or say which other axis this is for.',
      touches:
        'By its own split the code takes {share} of the time, so making it faster brings the whole {ceiling} at most: work on the rest first, or say which other axis this is for.',
    },
    examples: {
      bad: [{ text: rfc('90 % of the time of a request is spent waiting on the database.') }],
      good: [{ text: rfc('80 % of the time of a request is spent in our own code, most of it in the discount rules.') }],
    },
    fixes: fixesOf('io-bound-rewrite'),
    whenNotToUse: 'Where cost, memory or pauses are the reason; say so and the finding goes.',
  },
  check(a) {
    const share = theShare(a.figures);
    if (!changes(a) || !a.proposal.speedupArgued || !share || share.value >= WAITS_BELOW) return [];
    const speed = a.axes.has('latency') || a.axes.has('throughput') || a.figures.speedups.length > 0;
    if (!speed && OTHER_AXES.some((x) => a.axes.has(x))) return [];
    const derivation = amdahlOf(share, null);
    return [
      {
        span: share.span,
        messageId: share.waits ? 'waits' : 'touches',
        data: { share: share.shown, ceiling: derivation.shown },
        related: [{ span: a.promise, message: 'what is promised' }],
        derivation,
      },
    ];
  },
});
