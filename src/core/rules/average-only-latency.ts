import { defineRule } from './rule';
import { fixesOf, quote } from './shared';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the profile service in Go

## Context

The profile service is written in Ruby and answers requests from the app. ${text}

## Decision

We rewrite the service in Go to lower its latency.
`;

export default defineRule({
  meta: {
    id: 'average-only-latency',
    question: 'Q10',
    questions: ['Q10', 'Q11'],
    kind: 'claim',
    title: 'A mean where users meet the tail',
    summary: 'The latency of a service is given as a mean only, and no percentile of it stands anywhere in the document.',
    why: 'A page makes many calls and waits for the slowest, so the tail of one call is the usual case of the page. A mean hides the tail, and pauses, the usual reason for leaving a runtime, live nowhere else.',
    severity: 'information',
    essential: 'own',
    messages: { said: '“{words}” is a mean, and users meet the tail: give p95 or p99 of the same measurement.' },
    examples: {
      bad: [{ text: rfc('The average response time is 140 ms.') }],
      good: [{ text: rfc('The average response time is 140 ms, p99 latency is 1.9 s.') }],
    },
    fixes: fixesOf('average-only-latency'),
    whenNotToUse: 'For batch work, where only the sum of all times counts.',
  },
  check(a) {
    if (!a.proposal.service) return [];
    const means = a.figures.latencies.filter((l) => l.percentile === 'mean' && l.metric === 'latency');
    const tails = a.figures.latencies.some((l) => l.percentile !== 'mean' && l.percentile !== '' && l.metric === 'latency');
    const first = means[0];
    return first && !tails ? [{ span: first.span, messageId: 'said', data: { words: quote(first.shown) } }] : [];
  },
});
