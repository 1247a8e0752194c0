import { claim } from './claim';
import { defineRule } from './rule';

export default defineRule(
  claim({
    id: 'dogma',
    question: 'Q16',
    questions: ['Q15', 'Q16', 'Q18'],
    title: 'Always or never about a language',
    summary: 'A sentence says "always", "never" or "no excuse" about a language, for it or against it.',
    why: 'Both sides of this debate are right about some workloads. A rule without a workload closes the question that the document was written to answer.',
    message: '“{words}” settles by decree what a number could settle: say for which workload it holds, and where it does not.',
    whenNotToUse: 'In house rules whose exceptions stand elsewhere.',
    statement: 'dogma',
    noFix: 'The workload for which the sentence holds is known to its author only.',
    bad: [],
    good: [],
  }),
);
