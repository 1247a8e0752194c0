import { claim } from './claim';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the billing service in Rust

## Context

The billing service is written in Java. Its start-up is slow: a new node takes 40 s, and requests time out until then.

## Decision

We rewrite the service in Rust. ${text}
`;

export default defineRule(
  claim({
    id: 'wholesale-because-better',
    question: 'Q12',
    questions: ['Q12'],
    title: 'Better or modern as the reason',
    summary:
      'The technology is chosen because it is better, modern, best in class or the future, and no consequence for this system is named.',
    why: 'Every technology is better at something. A reason that would fit any system says nothing about this one, and nobody can check later whether it came true.',
    message: '“{words}” is a preference until it has a consequence here: say what it gives this system, best in a number.',
    whenNotToUse: 'In documents that argue for a house standard on grounds written down elsewhere.',
    statement: 'better',
    noFix: 'What the technology gives this system cannot be guessed; delete the sentence or put the consequence in its place.',
    bad: [{ text: rfc('Rust is the future of backend development.') }],
    good: [{ text: rfc('A Rust binary starts in under 1 s here, so that a deployment no longer drops requests.') }],
  }),
);
