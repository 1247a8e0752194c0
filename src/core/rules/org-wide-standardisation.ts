import { claim } from './claim';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# ADR: Use Rust for backend services

## Context

Our services are written in Ruby and Python, and some of them have performance problems.

## Decision

${text}
`;

export default defineRule(
  claim({
    id: 'org-wide-standardisation',
    question: 'Q18',
    questions: ['Q18'],
    title: 'One fast language for everybody',
    summary: 'One performance language is chosen for all teams or all services.',
    why: 'Few services are hot. The others pay for the standard in slower delivery, a narrower pool of people to hire and libraries that have to be written, and that bill is spread so thin that nobody sees it.',
    message: '“{words}” decides for every team at once: say which tier needs it, and what a service must show to enter that tier.',
    whenNotToUse: 'Where the standard is about operations, such as one runtime to patch, and speed is not among its reasons.',
    statement: 'org-wide',
    noFix: 'Which tier needs the language is a decision of the organisation.',
    bad: [{ text: rfc('We will use Rust for all new services across all teams, because of its performance.') }],
    good: [
      {
        text: rfc(
          'We will use Rust for a service whose profile shows it bound by CPU and whose p99 misses its target for a month; all others stay as they are.',
        ),
      },
    ],
  }),
);
