import { codeMessages, codeReports } from './code-hint';
import { defineRule } from './rule';
import { fixesOf } from './shared';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the orders service in Go

## Context

The orders service is written in TypeScript, and p95 latency is 900 ms. This is the slow handler:

\`\`\`ts
${text}
\`\`\`

## Decision

We rewrite the service in Go, so that it gets faster.
`;

export default defineRule({
  meta: {
    id: 'code-n-plus-one',
    question: 'Q4',
    questions: ['Q4', 'Q5'],
    kind: 'code',
    title: 'One query or call per item',
    summary:
      'The code shown by the proposal, in a fence or in a linked TypeScript or JavaScript file, waits for a query or a remote call inside a loop.',
    why: 'Each turn pays a full round trip, and round trips do not get faster in another language. One query for all items is an afternoon, and it may be the whole gain that the proposal promises.',
    severity: 'information',
    essential: 'own',
    messages: codeMessages(
      '“{callee}” makes {before} in this loop where {after} would do: {suggestion}',
      '“{callee}” may make {before} in this loop where {after} would do: {suggestion}',
    ),
    examples: {
      bad: [
        {
          text: rfc(`export async function listOrders(knex: Knex, userIds: string[]) {
  const result = [];
  for (const id of userIds) {
    result.push(await knex('orders').where({ userId: id }));
  }
  return result;
}`),
        },
      ],
      good: [
        {
          text: rfc(`export async function listOrders(knex: Knex, userIds: string[]) {
  return knex('orders').whereIn('userId', userIds);
}`),
          why: 'One query for all users: the afternoon that comes before the rewrite.',
        },
      ],
    },
    fixes: fixesOf('code-n-plus-one', 'The code is mended in the code, not in the proposal.'),
    whenNotToUse: 'Where the loop is known to run once or twice.',
  },
  check: (a) => codeReports(a, 'code-n-plus-one'),
});
