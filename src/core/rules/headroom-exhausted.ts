import { closed, type Argument } from '../argument';
import { waiting } from '../arithmetic/headroom';
import { headroomOf, showFactor, showMonths, showShare } from '../derive';
import { input } from './pairs';
import { defineRule, type Report } from './rule';
import { fixesOf } from './shared';

type Id = 'meets' | 'fills' | 'past';

function crossing(a: Argument): Report<Id> | null {
  const derivation = headroomOf(a.figures);
  if (!derivation || !(derivation.result < a.thresholds.horizonMonths)) return null;
  const now = derivation.inputs[0];
  const max = derivation.inputs.length === 3 ? derivation.inputs[1] : undefined;
  const growth = derivation.inputs.at(-1);
  if (!now || !growth) return null;
  const data = { growth: growth.shown, now: now.shown, months: showMonths(derivation.result), ...(max ? { max: max.shown } : {}) };
  const related = derivation.inputs.filter((i) => i !== growth).map((i) => ({ span: i.span, message: `${i.name}: ${i.shown}` }));
  return { span: growth.span, messageId: max ? 'meets' : 'fills', data, related, derivation };
}

function pastKnee(a: Argument): Report<Id> | null {
  const use = a.figures.utilisation[0];
  const knee = a.thresholds.knee;
  // At 100 % the queue has no end, and a value of 1 has no waiting time to show.
  if (!use || use.value <= knee || use.value >= 1) return null;
  if (a.figures.utilisation.some((u) => u.value !== use.value)) return null;
  const times = waiting(use.value);
  return {
    span: use.span,
    messageId: 'past',
    data: { use: use.shown, knee: showShare(knee), times: showFactor(times) },
    derivation: {
      kind: 'headroom',
      formula: '1 / (1 - utilisation)',
      inputs: [input('utilisation', use)],
      worked: `1 / (1 - ${Number(use.value.toFixed(3))}) = ${showFactor(times)} the service time`,
      result: times,
      shown: `${showFactor(times)} the service time`,
      question: 'Q14',
    },
  };
}

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the ticket service in Go

## Context

The ticket service is written in Ruby. Peak load today is 5,000 requests per second, the capacity is 6,000 requests per second, and traffic grows by ${text} a month.

## Decision

We rewrite the service in Go for more throughput.
`;

export default defineRule({
  meta: {
    id: 'headroom-exhausted',
    question: 'Q14',
    questions: ['Q14'],
    kind: 'arithmetic',
    title: 'The headroom ends first',
    summary:
      'Load, growth and capacity as the document states them cross within the planning horizon (12 months by default), or the utilisation stated is past the knee of the curve (75 % by default), and nothing says what is done before that.',
    why: 'Latency does not rise in a line. It grows as 1 / (1 - utilisation), so a system that was fine last quarter falls over within one. A rewrite takes longer than that, and something has to carry the load until it is done.',
    severity: 'warning',
    essential: 'own',
    messages: {
      meets: 'At {growth} growth {now} meets {max} in {months}: say what carries the load from then on, and when that is decided.',
      fills: 'At {growth} growth {now} utilisation is full in {months}: say what carries the load from then on, and when that is decided.',
      past: '{use} utilisation is past the knee of {knee}, a request already takes about {times} its service time: say what carries the load until the change is there.',
    },
    examples: {
      bad: [{ text: rfc('6 %'), why: 'ln(6000 / 5000) / ln(1.06) is about three months, and a rewrite takes longer.' }],
      good: [{ text: rfc('1 %') }],
    },
    fixes: fixesOf('headroom-exhausted'),
    whenNotToUse: 'For batch systems, which are meant to be full.',
  },
  check(a) {
    // A trigger says when something is done about it.
    if (!a.proposal.service || closed(a, 'revisit')) return [];
    const report = crossing(a) ?? pastKnee(a);
    return report ? [report] : [];
  },
});
