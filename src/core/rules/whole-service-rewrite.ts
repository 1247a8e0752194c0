import { claim } from './claim';
import { defineRule } from './rule';

export default defineRule(
  claim({
    id: 'whole-service-rewrite',
    question: 'Q12',
    questions: ['Q4', 'Q5', 'Q12', 'Q17'],
    title: 'Everything is rewritten at once',
    summary:
      'The text says that everything is rewritten, ported or started over: "from scratch", "the entire service", "a complete port", phased or not.',
    why: 'Time is spent in a few places and code in all of them. A rewrite of everything pays for the many lines that were never slow, and it puts every corner case at stake at once.',
    message: '“{words}” moves everything: name the hot path, and say why moving that alone would not do.',
    whenNotToUse:
      'Where the old code cannot run any longer, whatever its speed, for example because its platform has reached its end of life.',
    statement: 'whole-rewrite',
    severity: 'warning',
    bad: [],
    good: [],
  }),
);
