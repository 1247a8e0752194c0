import { defineRule } from './rule';

/** Reported by `essential.ts`, which folds the open gaps; the rule holds the words, the severity and the page. */
export default defineRule({
  meta: {
    id: 'open-criteria',
    question: 'Q12',
    questions: ['Q12'],
    kind: 'meta',
    title: 'Greenlight criteria still open',
    summary: 'In profile `essential` the gaps of a document are folded into this one hint. Profile `full` reports each of them on its own.',
    why: 'Few proposals answer every question of a reviewer, and a page full of marks is read by nobody. One line says what a review would ask, and the review lists it with the evidence found.',
    severity: 'hint',
    essential: 'own',
    messages: {
      one: 'One greenlight criterion is still open: {list}.',
      many: '{count} greenlight criteria are still open: {list}.',
    },
    examples: { bad: [], good: [] },
    fixes: { none: 'Each gap has its own template; profile `full` or the review offers them.' },
    whenNotToUse: 'When the house asks for other criteria than these; turn it off and choose single rules.',
  },
  check: () => [],
});
