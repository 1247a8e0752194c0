import { changes } from '../argument';
import { claim } from './claim';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the matching job in Rust

## Context

The matching job is written in Python. For every order it scans all customers, so the run time grows with O(n²) and reached six hours in May.

## Decision

We rewrite the job in Rust to make it faster. ${text}
`;

export default defineRule(
  claim({
    id: 'algorithm-before-language',
    question: 'Q7',
    questions: ['Q5', 'Q7'],
    title: 'Growing cost answered with a language',
    summary:
      'A cost that grows faster than its input is stated ("for every order it scans all customers", O(n²)), and the remedy is a language.',
    why: 'A faster language divides such a cost by a constant; the next growth of the input takes the gain back. A better algorithm changes the curve and runs in either language.',
    message: '“{words}” grows faster than its input in every language: change the algorithm first, or show that it cannot be changed.',
    whenNotToUse: 'Where the algorithm is known to be optimal and the document says so.',
    statement: 'super-linear',
    // Where nothing exists yet, the cost is that of somebody else's program.
    silent: (a) => !changes(a),
    bad: [{ text: rfc('') }],
    good: [{ text: rfc('The algorithm comes first: with an index by postcode the scan is gone, and the job takes 70 minutes.') }],
  }),
);
