import { missesTarget, paybackOf, showMonths } from '../derive';
import { defineRule } from './rule';
import { fixesOf } from './shared';

/** The proposal around the examples. */
const rfc = (text: string): string => `# RFC: Rewrite the feed service in Go

## Context

The feed service is written in Python and runs on 40 nodes. Compute is its largest cost.

## Decision

We rewrite the service in Go, because it is faster and needs fewer nodes.

## Payback

${text}
`;

export default defineRule({
  meta: {
    id: 'payback-too-long',
    question: 'Q9',
    questions: ['Q9'],
    kind: 'arithmetic',
    title: 'It pays back too late',
    summary:
      'One-time cost divided by monthly saving, both as the document states them, is longer than the payback set (12 months by default), and no missed target is given as another reason.',
    why: 'The saving rests on prices, traffic and a team that all change within a year or two. Money that comes back later than that mostly does not come back.',
    severity: 'warning',
    essential: 'own',
    messages: {
      late: '{cost} against {saving} a month pays back in {months}, later than the {limit} months set: lower the cost, or name the reason that is not money.',
    },
    examples: {
      bad: [{ text: rfc('The one-time cost of the rewrite is $360,000. It saves $12,000 a month.') }],
      good: [{ text: rfc('The one-time cost of the rewrite is $96,000. It saves $12,000 a month.') }],
    },
    fixes: fixesOf('payback-too-long', 'The figures are the author’s; only another cost, another saving or another reason changes them.'),
    whenNotToUse: 'Where your house reckons with longer periods; set the threshold `paybackMonths` instead of turning the rule off.',
  },
  check(a) {
    const derivation = paybackOf(a.figures);
    const [cost, saving] = derivation?.inputs ?? [];
    const limit = a.thresholds.paybackMonths;
    if (!derivation || !cost || !saving || derivation.result <= limit) return [];
    if (missesTarget(a.figures)) return [];
    const currency = a.figures.money.find((m) => m.role === 'saving')?.currency ?? '';
    const monthly = `${currency}${Math.round(saving.value).toLocaleString('en-US')}`;
    return [
      {
        span: saving.span,
        messageId: 'late',
        data: { cost: cost.shown, saving: monthly, months: showMonths(derivation.result), limit: String(limit) },
        related: [{ span: cost.span, message: `one-time cost: ${cost.shown}` }],
        derivation,
      },
    ];
  },
});
