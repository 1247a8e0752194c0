import { gap } from './gap';
import { defineRule } from './rule';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the scoring service in Rust

## Context

The scoring service is written in Python. p95 latency is 900 ms, and the scoring formula is CPU-bound.

## Decision

We rewrite the whole service in Rust, so that scoring gets faster.
${text}`;

export default defineRule(
  gap({
    id: 'no-polyglot-alternative',
    question: 'Q17',
    questions: ['Q17'],
    title: 'no smaller step weighed',
    summary:
      'Everything moves, and moving only the hot part is not considered: native extension, FFI, WebAssembly, sidecar, a separate component.',
    why: 'The hot part is mostly small. An extension for it keeps the ecosystem, the tests and the people, and often brings nearly the whole gain.',
    message: 'Moving only the hot path is not weighed: say why a native extension, a sidecar or a separate component would not do.',
    whenNotToUse: 'Where no boundary can be drawn, because the whole work is one tight loop; Q16 cases are recognised and not asked.',
    closedBy: ['polyglot'],
    asked: (a) => a.proposal.kind === 'rewrite' && a.proposal.scope === 'whole' && a.proposal.exempt === null,
    bad: [{ text: rfc('') }],
    good: [
      {
        text: rfc(`
## Alternatives considered

- A native extension for the formula alone, with PyO3: it would reach the same latency, but the formula calls back into Python for each of its plug-ins.
`),
      },
    ],
  }),
);
