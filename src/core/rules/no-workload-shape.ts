import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the report generator in Rust

## Context

The generator is written in Python. A monthly report takes 40 minutes, and the accountants wait for it.

## Decision

We rewrite the generator in Rust, which makes reports faster.
${text}`;

export default defineRule(
  gap({
    id: 'no-workload-shape',
    question: 'Q3',
    questions: ['Q1', 'Q3'],
    title: 'no workload shape',
    summary:
      'Nothing says whether the work waits (database, network, disk) or computes, or whether memory, garbage collection or locks hold it up. A profile or a split of the time says it too.',
    why: 'A faster runtime makes computing faster and leaves waiting as it is. What the work is bound by therefore decides what any change of language can reach, before a single benchmark is run.',
    message:
      'Nothing says whether this work waits or computes: say whether I/O, CPU, memory, garbage collection or locks hold it up, because that decides what a faster runtime can reach.',
    whenNotToUse:
      'Where the nature of the work settles it (codecs, compilers, matching engines); such documents are recognised and not asked.',
    closedBy: ['workload-shape', 'profile', 'amdahl'],
    asked: (a) => a.proposal.exempt === null,
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
A report is CPU-bound: the input is read once, and the rest of the time goes into grouping and rounding.
`),
      },
    ],
  }),
);
