import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the orders service in Go

## Context

The orders service is written in Python.

## Decision

${text}
We rewrite the service in Go, so that it gets faster.
`;

/** Reported by `directives.ts`, which knows the document; the rule holds the words, the severity and the page. */
export default defineRule({
  meta: {
    id: 'directive-problem',
    question: 'Q12',
    questions: [],
    kind: 'meta',
    title: 'A suppression that does not do what it says',
    summary: 'A `fast-enough-...` comment cannot be read, names a rule that does not exist, gives no reason, or silences nothing.',
    why: 'A suppression is a decision, and the next reader needs its reason. One with a typing error silences nothing, and one that has outlived its finding hides the next.',
    severity: 'information',
    essential: 'own',
    messages: {
      unknown: '“{text}” is not a directive: use disable-next-line, disable-line, disable, enable or disable-file.',
      unknownRule: 'There is no rule “{rule}”: see the list of rules for the right id.',
      noReason: 'This suppression gives no reason: add one behind a colon.',
      unused: 'This suppression silences nothing any longer: remove it.',
    },
    examples: {
      bad: [
        {
          text: rfc(`<!-- fast-enough-disable-next-line fast-without-number -->
`),
          why: 'It silences the next line and does not say why.',
        },
      ],
      good: [
        {
          text: rfc(`<!-- fast-enough-disable-next-line fast-without-number: the figures follow in RFC 43 -->
`),
        },
      ],
    },
    fixes: { none: 'The reason is known to the author only; the rest is a deletion.' },
    whenNotToUse: 'There is hardly a case: a directive that is right is not reported.',
  },
  check: () => [],
});
