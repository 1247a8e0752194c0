import { codeMessages, codeReports } from './code-hint';
import { defineRule } from './rule';
import { fixesOf } from './shared';

export default defineRule({
  meta: {
    id: 'code-quadratic',
    question: 'Q4',
    questions: ['Q4', 'Q7'],
    kind: 'code',
    title: 'A search inside a loop',
    summary: 'The code shown by the proposal searches or copies one collection in every turn of a loop over another.',
    why: 'The cost grows with the product of both sizes. Another language divides it by a constant; a Map or a Set changes the curve.',
    severity: 'information',
    essential: 'own',
    messages: codeMessages(
      '“{callee}” in this loop costs {before} where {after} would do: {suggestion}',
      '“{callee}” in this loop may cost {before} where {after} would do: {suggestion}',
    ),
    examples: { bad: [], good: [] },
    fixes: fixesOf('code-quadratic', 'The code is mended in the code, not in the proposal.'),
    whenNotToUse: 'Where one of the two collections is known to stay small.',
  },
  check: (a) => codeReports(a, 'code-quadratic'),
});
