import { claim } from './claim';
import { defineRule } from './rule';

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
    bad: [],
    good: [],
  }),
);
