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
    id: 'code-sync-io',
    question: 'Q4',
    questions: ['Q4', 'Q5'],
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
    examples: {
      bad: [
        {
          text: rfc(`import express from 'express';
import fs from 'node:fs';

const app = express();
app.get('/terms', (request, response) => {
  response.send(fs.readFileSync('terms.html', 'utf8'));
});`),
        },
      ],
      good: [
        {
          text: rfc(`import express from 'express';
import fs from 'node:fs';

const terms = fs.readFileSync('terms.html', 'utf8');
const app = express();
app.get('/terms', (request, response) => {
  response.send(terms);
});`),
          why: 'Read once at start-up, where nobody waits.',
        },
      ],
    },
    fixes: fixesOf('code-sync-io', 'The code is mended in the code, not in the proposal.'),
    whenNotToUse: 'In scripts and at start-up, which are recognised where the code shows it.',
  },
  check: (a) => codeReports(a, 'code-sync-io'),
});
