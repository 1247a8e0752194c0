import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the orders service in Go

## Context

The orders service is written in Python. A py-spy profile of production shows that 71 % of the time of a request is spent in our pricing code, and p99 is 800 ms.

## Decision

p99 must stay under 300 ms. We rewrite the pricing code in Go.
${text}`;

/** Reported by `essential.ts`, which folds the open gaps; the rule holds the words, the severity and the page. */
export default defineRule({
  meta: {
    id: 'open-criteria',
    question: 'Q12',
    questions: ['Q12'],
    kind: 'meta',
    title: 'Greenlight criteria still open',
    summary: 'In profile `essential` the gaps of a document are folded into this one hint. Profile `full` reports each of them on its own.',
    why: 'Few proposals answer every question of a reviewer, and a page full of marks is read by nobody. One line says what a review would ask, and the review lists it with the evidence found.',
    severity: 'hint',
    essential: 'own',
    messages: {
      one: 'One greenlight criterion is still open: {list}.',
      many: '{count} greenlight criteria are still open: {list}.',
    },
    examples: {
      bad: [{ text: rfc(''), why: 'Among others: what was tried before, what it costs, and when to stop.' }],
      good: [
        {
          text: rfc(`
## What we tried first

- An index on \`orders(user_id)\` took 60 ms off p99. A cache of prices was measured at a hit rate of 4 %.

## Prototype

A prototype of the pricing code in Go, measured on one replayed production hour: p99 dropped from 800 ms to 260 ms.

The pricing code takes 71 % of the time, so a request gets 3.4x faster at most. We load tested it to saturation: the knee is at 9,000 requests per second. A miss costs revenue: customers who wait longer than a second abandon 3 % of their orders.

## Plan

- The new code runs in shadow mode for two weeks, then as a canary.
- We stop and keep the Python version if p99 is above 300 ms on 1 May.
- It costs $90,000 once and saves $15,000 a month, so it has paid back after 6 months. What waits meanwhile: gift cards, which move from March to June.
- Two of six engineers know Go; onboarding takes the others about a month.
- A native extension for pricing alone was considered: it calls back into Python too often.
- We revisit the decision when load passes 8,000 requests per second.
`),
        },
      ],
    },
    fixes: { none: 'Each gap has its own template; profile `full` or the review offers them.' },
    whenNotToUse: 'When the house asks for other criteria than these; turn it off and choose single rules.',
  },
  check: () => [],
});
