import { closed } from '../argument';
import { claim } from './claim';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Move the web tier from Django to Axum

## Context

The web tier is written in Python with Django.

## Decision

We rewrite the web tier in Rust with Axum, because we need more throughput.

## Evidence

${text}
`;

export default defineRule(
  claim({
    id: 'microbenchmark-only',
    question: 'Q9',
    questions: ['Q5', 'Q9'],
    title: "Somebody else's benchmark as the evidence",
    summary:
      'A synthetic or published benchmark (TechEmpower, Benchmarks Game, a blog post, Fibonacci) is offered as the evidence, and no measurement of this workload stands beside it.',
    why: 'A published benchmark answers the question of its author. It measures tuned code on an empty machine and leaves out what your requests wait for.',
    message: '“{words}” measured another workload: put a measurement of this one beside it.',
    whenNotToUse: 'Where the benchmark is the workload, for example for the authors of a framework.',
    statement: 'foreign-benchmark',
    silent: (a) => closed(a, 'prototype'),
    bad: [{ text: rfc('In the TechEmpower benchmarks Axum is 20 times faster than Django.') }],
    good: [
      {
        text: rfc(
          'A prototype of our three busiest endpoints was measured under the production mix: 1,900 requests per second per core instead of 310.',
        ),
      },
    ],
  }),
);
