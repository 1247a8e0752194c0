import { gap } from './gap';
import { defineRule } from './rule';

export default defineRule(
  gap({
    id: 'no-revisit-trigger',
    question: 'Q8',
    questions: ['Q8', 'Q13', 'Q14'],
    title: 'no revisit trigger',
    summary: 'Nothing says when the decision is looked at again: no date, no load, no threshold, no alert that reopens it.',
    why: 'A decision about performance is right for a load and a price. Both move. A trigger turns "we should have noticed" into an alert.',
    message: 'Nothing says when this decision is looked at again: name a date, a load or a threshold that reopens it.',
    whenNotToUse: 'Where your decision records are reviewed on a schedule of their own.',
    closedBy: ['revisit'],
    asked: (a) => a.proposal.kind !== 'advocacy' && a.proposal.tense !== 'done',
    bad: [],
    good: [],
  }),
);
