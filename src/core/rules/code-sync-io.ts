import { codeMessages, codeReports } from './code-hint';
import { defineRule } from './rule';
import { fixesOf } from './shared';

export default defineRule({
  meta: {
    id: 'code-sync-io',
    question: 'Q4',
    questions: ['Q4', 'Q3'],
    kind: 'code',
    title: 'Blocking call on a request path',
    summary: 'The code shown by the proposal makes a blocking call where requests are answered.',
    why: 'A blocking call stops the event loop, so that every other request waits as well. It looks like a slow runtime and is one call.',
    severity: 'information',
    essential: 'own',
    messages: codeMessages(
      '“{callee}” in {handler} blocks, so that {before}: {suggestion}',
      '“{callee}” in {handler} blocks if requests come through here, so that {before}: {suggestion}',
    ),
    examples: { bad: [], good: [] },
    fixes: fixesOf('code-sync-io', 'The code is mended in the code, not in the proposal.'),
    whenNotToUse: 'In scripts and at start-up, which are recognised where the code shows it.',
  },
  check: (a) => codeReports(a, 'code-sync-io'),
});
