import { claim } from './claim';
import { defineRule } from './rule';

export default defineRule(
  claim({
    id: 'wholesale-because-better',
    question: 'Q12',
    questions: ['Q12'],
    title: 'Better or modern as the reason',
    summary:
      'The technology is chosen because it is better, modern, best in class or the future, and no consequence for this system is named.',
    why: 'Every technology is better at something. A reason that would fit any system says nothing about this one, and nobody can check later whether it came true.',
    message: '“{words}” is a preference until it has a consequence here: say what it gives this system, best in a number.',
    whenNotToUse: 'In documents that argue for a house standard on grounds written down elsewhere.',
    statement: 'better',
    noFix: 'What the technology gives this system cannot be guessed; delete the sentence or put the consequence in its place.',
    bad: [],
    good: [],
  }),
);
