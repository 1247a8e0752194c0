import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the matching service in Rust

## Context

The matching service is written in Python, and p99 latency is 1.2 s.

## Decision

We rewrite the service in Rust, so that matches are found faster.
${text}`;

export default defineRule(
  gap({
    id: 'no-talent-cost',
    question: 'Q18',
    questions: ['Q12', 'Q18'],
    title: 'no cost in people',
    summary:
      'A language or runtime comes in that the maintainers have not used here before, and nothing is said of learning, hiring, onboarding, reviews or maintenance, either way.',
    why: 'Code is read and repaired for far longer than it is written. Two people who know the language are a rota of two, and that is a cost of the decision even if every benchmark is won.',
    message:
      'A new language comes in and nothing is said of those who will maintain it: weigh learning, hiring, reviews and nights on call, either way.',
    whenNotToUse: 'Where the maintainers use the language every day and the document does not say so; one sentence that does settles it.',
    closedBy: ['talent'],
    asked: (a) => a.proposal.newLanguage && a.proposal.kind !== 'advocacy',
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
Nobody on the team has written Rust before. Onboarding takes about two months per engineer, and two of us can review it until then.
`),
      },
    ],
  }),
);
