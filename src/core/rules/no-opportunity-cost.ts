import { gap, changesAhead } from './gap';
import { defineRule } from './rule';

export default defineRule(
  gap({
    id: 'no-opportunity-cost',
    question: 'Q8',
    questions: ['Q8'],
    title: 'no word on what waits',
    summary: 'The work ahead displaces other work, and nothing says which: roadmap, freeze, staffing, cost of delay.',
    why: 'The engineers of a rewrite are the engineers of the features that wait for it. That delay is usually the largest cost and the only one that never appears on an invoice.',
    message: 'Nothing says what is not built meanwhile: name the work that this displaces and who agreed to it.',
    whenNotToUse: 'Where the work is so small that it displaces nothing.',
    closedBy: ['opportunity-cost'],
    asked: changesAhead,
    bad: [],
    good: [],
  }),
);
