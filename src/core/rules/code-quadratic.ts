import { codeMessages, codeReports } from './code-hint';
import { defineRule } from './rule';
import { fixesOf } from './shared';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the orders service in Go

## Context

The orders service is written in TypeScript, and p95 latency is 900 ms. This joins orders and users:

\`\`\`ts
${text}
\`\`\`

## Decision

We rewrite the service in Go, so that it gets faster.
`;

export default defineRule({
  meta: {
    id: 'code-quadratic',
    question: 'Q4',
    questions: ['Q4', 'Q5'],
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
    examples: {
      bad: [
        {
          text: rfc(`export function withUsers(orders: Order[], users: User[]) {
  return orders.map((order) => ({ ...order, user: users.find((user) => user.id === order.userId) }));
}`),
        },
      ],
      good: [
        {
          text: rfc(`export function withUsers(orders: Order[], users: User[]) {
  const byId = new Map(users.map((user) => [user.id, user]));
  return orders.map((order) => ({ ...order, user: byId.get(order.userId) }));
}`),
        },
      ],
    },
    fixes: fixesOf('code-quadratic', 'The code is mended in the code, not in the proposal.'),
    whenNotToUse: 'Where one of the two collections is known to stay small.',
  },
  check: (a) => codeReports(a, 'code-quadratic'),
});
