import { missesTarget, targetPairs } from '../derive';
import { input, measureOf, showTime } from './pairs';
import { defineRule } from './rule';
import { fixesOf } from './shared';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the profile service in Go

## Context

The profile service is written in Python.

| Measure | Today | Target |
| --- | --- | --- |
| p99 latency of a request | ${text} | 200 ms |

## Decision

We rewrite the service in Go to lower its latency.
`;

export default defineRule({
  meta: {
    id: 'slo-already-met',
    question: 'Q7',
    questions: ['Q2', 'Q7'],
    kind: 'arithmetic',
    title: 'The target is met already',
    summary:
      'The value measured today meets the stated target of the same metric at the same percentile, and no growth is stated that will break it.',
    why: 'A target that is met is a reason to stop. Beyond it every further millisecond is paid for with features, and nobody notices it.',
    severity: 'warning',
    essential: 'own',
    messages: {
      met: '{today} today already meets the target of {target} for {measure}: say which growth will break it, or name the target that is missed.',
    },
    examples: { bad: [{ text: rfc('140 ms') }], good: [{ text: rfc('480 ms') }] },
    fixes: fixesOf('slo-already-met'),
    whenNotToUse: 'Where speed is not the reason and the target only has to be kept.',
  },
  check(a) {
    const first = targetPairs(a.figures)[0];
    // One missed target is reason enough, and growth may break one that is met.
    if (!first || a.proposal.tense === 'done' || a.figures.growth.length > 0) return [];
    if (missesTarget(a.figures)) return [];
    const { target, today } = first;
    const spare = target.value - today.value;
    return [
      {
        span: today.span,
        messageId: 'met',
        data: { today: today.shown, target: target.shown, measure: measureOf(target) },
        related: [{ span: target.span, message: `the target: ${target.shown}` }],
        derivation: {
          kind: 'target',
          formula: 'target - today',
          inputs: [input('target', target), input('today', today)],
          worked: `${target.shown} - ${today.shown} = ${showTime(spare)} to spare`,
          result: spare,
          shown: `${showTime(spare)} to spare`,
          question: 'Q7',
        },
      },
    ];
  },
});
