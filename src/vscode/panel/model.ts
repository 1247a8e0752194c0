/** The review as plain data for the panel: every sentence in the reader's language, every place with its line. */
import type { Criterion, Derivation, Finding, LintResult, Span } from '../../core';
import type { EffectiveConfig } from '../../core/config';
import { inContext, shorten } from '../../core/escape';
import { Lines } from '../../core/lines';
import { core } from '../core';
import { verdictOf } from '../verdict';
import { messageOf, translated } from '../words';
import type { CalculatorStart, PanelDerivation, PanelFinding, PanelModel, Place } from './protocol';

const QUOTE = 180;

export function panelModel(result: LintResult, effective: EffectiveConfig, uri: string, path: string): PanelModel {
  const review = result.review();
  const { proposal } = review;
  const lines = new Lines(result.text);
  const place = (span: Span): Place => ({ line: lines.position(span.from).line, from: span.from, to: span.to });
  const finding = (f: Finding): PanelFinding => ({
    ...place(f.span),
    rule: f.rule,
    severity: f.severity,
    message: messageOf(f),
    quote: inContext(result.text, f.span.from, f.span.to, QUOTE),
  });
  const derivation = (d: Derivation): PanelDerivation => ({
    kind: d.kind,
    shown: d.shown,
    formula: d.formula,
    worked: d.worked,
    question: d.question,
    inputs: d.inputs.map((input) => ({ ...place(input.span), name: translated(input.name), shown: input.shown })),
  });
  return {
    uri,
    title: proposal.title,
    path,
    applies: proposal.applies,
    verdict: verdictOf(result),
    why: translated(proposal.why),
    reasons: proposal.reasons.map((reason) => ({ ...place(reason.span), quote: shorten(reason.quote, QUOTE) })),
    exempt: proposal.exempt ?? '',
    met: review.met,
    asked: review.asked,
    greenlight: review.greenlight.map((criterion) => ({
      id: criterion.id,
      title: translated(criterion.title),
      question: criterion.question,
      status: criterion.status,
      ask: translated(criterion.ask),
      note: noteOf(criterion, result),
      evidence: distinct(criterion.evidence.map((e) => ({ ...place(e.span), quote: shorten(e.quote, QUOTE) }))).slice(0, 3),
    })),
    refuse: review.refuse.map((sign) => ({
      id: sign.id,
      title: translated(sign.title),
      question: sign.question,
      findings: sign.findings.map(finding),
    })),
    derivations: review.derivations.map(derivation),
    byQuestion: byQuestion(result.findings.map((f) => ({ question: f.question, item: finding(f) }))),
    accepted: result.suppressed.map(({ finding: f, reason }) => ({ ...finding(f), reason })),
    questions: review.questions.map(translated),
    advice: review.advice.map(translated),
    charts: review.charts,
    calculator: calculatorStart(result, effective),
  };
}

/** What contradicts a criterion is a finding's own sentence; why it is not asked is a sentence of the review. */
function noteOf({ note = '' }: Criterion, result: LintResult): string {
  const finding = result.findings.find((candidate) => candidate.message === note);
  return finding ? messageOf(finding) : translated(note);
}

/** One sentence may be evidence of several kinds; it is quoted once. */
function distinct<T extends { readonly line: number; readonly quote: string }>(items: readonly T[]): T[] {
  return items.filter((item, i) => items.findIndex((other) => other.line === item.line && other.quote === item.quote) === i);
}

function byQuestion(items: readonly { question: string; item: PanelFinding }[]): PanelModel['byQuestion'] {
  const groups = new Map<string, PanelFinding[]>();
  for (const { question, item } of items) groups.set(question, [...(groups.get(question) ?? []), item]);
  return [...groups]
    .sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
    .map(([question, findings]) => ({ question, title: core().card(question)?.title ?? '', findings }));
}

/** The document's own numbers; where it states none, a plain example that is nobody's claim. */
function calculatorStart(result: LintResult, { config }: EffectiveConfig): CalculatorStart {
  const { amdahl, payback, load } = result.review().charts;
  return {
    f: amdahl?.f ?? 0.3,
    s: amdahl?.s ?? 10,
    cost: payback?.cost ?? 200_000,
    monthlySaving: payback?.monthlySaving ?? 10_000,
    currency: payback?.currency ?? '$',
    utilisation: load?.utilisation ?? 0.5,
    monthlyGrowth: load?.monthlyGrowth ?? 0.05,
    limit: config.thresholds.paybackMonths,
    knee: config.thresholds.knee,
    horizon: config.thresholds.horizonMonths,
  };
}
