import { changes } from '../argument';
import { gap } from './gap';
import { defineRule } from './rule';

export default defineRule(
  gap({
    id: 'cheap-fixes-not-ruled-out',
    question: 'Q4',
    questions: ['Q4', 'Q5', 'Q7'],
    title: 'no cheaper fix weighed',
    summary:
      'Something that exists is to be replaced, and no cheaper remedy in the present system is named as tried, measured or ruled out: index, N+1, cache, batching, algorithm, pooling, compression, configuration.',
    why: 'An index is an afternoon, a rewrite is a year. A proposal that does not rule out the afternoon will be asked about it in review, and the gain promised for the year may turn out to belong to the afternoon.',
    message:
      'No cheaper remedy in the present system is ruled out: name at least one (index, cache, batching, algorithm, configuration) and what it gave.',
    whenNotToUse: 'Where the present system is given up for reasons other than speed and speed is a mere side effect.',
    closedBy: ['cheap-fix'],
    asked: changes,
    bad: [],
    good: [],
  }),
);
