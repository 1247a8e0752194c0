import { gap } from './gap';
import { defineRule } from './rule';

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
    bad: [],
    good: [],
  }),
);
