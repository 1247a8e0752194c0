import { meetsTarget, showShare } from '../derive';
import { gainPairs, input, showTime } from './pairs';
import { defineRule } from './rule';
import { fixesOf } from './shared';

/** A gain below this part of what is allowed is not felt. */
const FELT = 0.05;

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the checkout formatter in Rust

## Context

The formatter is written in Python. A customer waits for the whole checkout, which must stay under 2 s.

## Decision

We rewrite the formatter in Rust to make it faster.

${text}
`;

export default defineRule({
  meta: {
    id: 'win-immaterial',
    question: 'Q7',
    questions: ['Q7'],
    kind: 'arithmetic',
    title: 'The gain is too small to be felt',
    summary:
      'The time saved is less than 5 % of the one target that the document states, the target is not reached by it, and neither load nor cost multiplies it.',
    why: 'A large factor on a small number is a small number. From 40 ms to 4 ms is tenfold, and nobody who waits 2 s notices it.',
    severity: 'warning',
    essential: 'own',
    messages: {
      small:
        '{before} to {after} saves {gain}, {share} of the {target} that are allowed: say what multiplies that gain, or where the rest of the time goes.',
    },
    examples: {
      bad: [
        {
          text: rfc(`| Measure | Today | After |
| --- | --- | --- |
| formatting of one order | 40 ms | 4 ms |`),
        },
      ],
      good: [
        {
          text: rfc(`| Measure | Today | After |
| --- | --- | --- |
| formatting of one order | 1,400 ms | 140 ms |`),
        },
      ],
    },
    fixes: fixesOf('win-immaterial'),
    whenNotToUse: 'Where the saving runs so often that it adds up to machines; say how often and the finding goes.',
  },
  check(a) {
    const f = a.figures;
    const targets = f.latencies.filter((l) => l.role === 'target' && l.metric === 'latency');
    const target = targets[0];
    const pairs = gainPairs(f).filter((p) => p.before.metric === 'latency');
    const pair = pairs[0];
    if (!target || !pair || pairs.length > 1 || targets.some((t) => t.value !== target.value)) return [];
    // Money or load multiplies a small gain; a target met already or met by it is another matter.
    if (f.money.length > 0 || f.load.length > 0 || a.proposal.capacityArgued || meetsTarget(f)) return [];
    const { before, after } = pair;
    const gain = before.value - after.value;
    if (
      gain >= FELT * target.value ||
      (before.percentile === target.percentile && before.value > target.value && after.value <= target.value)
    )
      return [];
    const share = showShare(gain / target.value);
    return [
      {
        span: after.span,
        messageId: 'small',
        data: { before: before.shown, after: after.shown, gain: showTime(gain), share, target: target.shown },
        related: [
          { span: before.span, message: `before: ${before.shown}` },
          { span: target.span, message: `allowed: ${target.shown}` },
        ],
        derivation: {
          kind: 'gain',
          formula: '(before - after) / target',
          inputs: [input('before', before), input('after', after), input('target', target)],
          worked: `(${before.shown} - ${after.shown}) / ${target.shown} = ${share}`,
          result: gain / target.value,
          shown: share,
          question: 'Q7',
        },
      },
    ];
  },
});
