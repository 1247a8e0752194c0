import { closed } from '../argument';
import { claim } from './claim';
import { defineRule } from './rule';

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
    bad: [],
    good: [],
  }),
);
