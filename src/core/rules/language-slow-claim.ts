import { defineRule } from './rule';
import { fixesOf, quote } from './shared';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the orders service in Go

## Context

The orders service is written in Python. ${text}

## Decision

We rewrite the service in Go.
`;

export default defineRule({
  meta: {
    id: 'language-slow-claim',
    question: 'Q1',
    questions: ['Q1'],
    kind: 'claim',
    title: 'A language is called slow or fast as such',
    summary:
      'The speed, latency, throughput, scale or pauses of a language, runtime or virtual machine are offered as a reason, with no number and no share of the time of this system.',
    why: 'Languages are slow or fast at computing; services mostly wait. The same runtime is out of the question for a codec and unnoticeable behind a database, so the sentence needs the share of this work that it is about.',
    severity: 'information',
    essential: 'own',
    messages: { said: '“{words}” judges a language and not this work: say for which share of the time it matters, or show a profile.' },
    examples: {
      bad: [{ text: rfc('Python is slow, and customers notice it.') }],
      good: [
        {
          text: rfc('62 % of the time of an order is spent in our Python code, as a profile of last week shows.'),
          why: 'The share of this work, instead of a judgement of the language.',
        },
      ],
    },
    fixes: fixesOf('language-slow-claim'),
    whenNotToUse: 'In documents that compare languages in general and decide nothing.',
  },
  check: (a) =>
    a.speed.filter((s) => s.subject === 'language').map((s) => ({ span: s.span, messageId: 'said', data: { words: quote(s.words) } })),
});
