import { closed } from '../argument';
import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the booking service in Go

## Context

The booking service is written in Python. p99 of a booking is 1.9 s today.

## Goals

- p99 latency of a booking must stay under 600 ms.
${text}
## Decision

We rewrite the service in Go, so that bookings get faster.
`;

export default defineRule(
  gap({
    id: 'slo-without-consequence',
    question: 'Q2',
    questions: ['Q2'],
    title: 'no consequence of a miss',
    summary: 'There is a target, and nothing says what missing it costs: conversion, churn, a contract, a bill, a user who waits.',
    why: 'Nobody defends a target that nobody would miss. The consequence is what makes a number a requirement, and it decides how much the work may cost.',
    message: 'There is a target, but nobody is named who would miss it: say what a miss costs users or the business.',
    whenNotToUse: 'Where the targets of your house are set elsewhere together with their reasons.',
    closedBy: ['consequence'],
    asked: (a) => closed(a, 'slo'),
    at: (a) => a.evidence.get('slo')?.span ?? a.anchor,
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`- A miss costs revenue: of the customers who waited longer than a second in May, 4 % abandoned the booking.
`),
      },
    ],
  }),
);
