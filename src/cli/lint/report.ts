/** A lint result as plain data: what a worker sends, what every output format reads, and the documents of the JSON format. */
import { Lines } from '../../core/lines';
import type { Derivation, EvidenceKind, Finding, LintResult, Proposal, Question, RuleKind, Span } from '../../core/types';
import { fingerprints } from './fingerprint';

export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

export interface RelatedReport extends Place {
  readonly message: string;
}

export interface FindingReport extends Place {
  readonly rule: string;
  readonly question: Question;
  readonly kind: RuleKind;
  readonly severity: Finding['severity'];
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly related: readonly RelatedReport[];
  readonly derivation: Pick<Derivation, 'formula' | 'worked' | 'shown' | 'result' | 'question'> | null;
  /** Stays the same when the finding moves to other lines. */
  readonly fingerprint: string;
}

export interface EvidenceReport extends Place {
  readonly kind: EvidenceKind;
  readonly quote: string;
  readonly value?: number;
  readonly unit?: string;
}

export interface ReasonReport extends Place {
  readonly quote: string;
  readonly shows: Proposal['reasons'][number]['shows'];
}

export type ProposalReport = Omit<Proposal, 'reasons' | 'anchor'> & { readonly reasons: readonly ReasonReport[] };

export interface DocumentReport {
  readonly path: string;
  readonly proposal: ProposalReport;
  readonly findings: readonly FindingReport[];
  readonly evidence: readonly EvidenceReport[];
  /** Silenced by a directive of the document, with its reason. */
  readonly suppressed: readonly { readonly finding: FindingReport; readonly reason: string }[];
  /** Accepted in the baseline; filled by `Baseline`. */
  readonly accepted: readonly FindingReport[];
  readonly issues: readonly (Partial<Place> & { readonly kind: string; readonly message: string })[];
  /** Source lines of findings, for code frames; empty where not asked for. */
  readonly lines: Readonly<Record<number, string>>;
  /** The review as Markdown, where asked for. */
  readonly review: string | null;
}

export interface ReportOptions {
  readonly lines: boolean;
  readonly review: boolean;
}

export function reportOf(
  path: string,
  result: LintResult,
  options: ReportOptions,
  review: (result: LintResult, path: string) => string,
): DocumentReport {
  // Most documents of a sweep are no proposals; they need no table of lines.
  let table: Lines | undefined;
  const lines = (): Lines => (table ??= new Lines(result.text));
  const at = (span: Span): Place => lines().position(span.from);
  const all = [...result.findings, ...result.suppressed.map((s) => s.finding)];
  const prints = fingerprints(result.text, all);
  const finding = (f: Finding, i: number): FindingReport => {
    const end = lines().position(f.span.to);
    return {
      rule: f.rule,
      question: f.question,
      kind: f.kind,
      severity: f.severity,
      ...at(f.span),
      endLine: end.line,
      endColumn: end.column,
      message: f.message,
      related: f.related.map((r) => ({ ...at(r.span), message: r.message })),
      derivation: f.derivation ? derivationOf(f.derivation) : null,
      fingerprint: prints[i]!,
    };
  };
  const findings = result.findings.map(finding);
  const { anchor: _, reasons, ...proposal } = result.proposal;
  return {
    path,
    proposal: { ...proposal, reasons: reasons.map((r) => ({ ...at(r.span), quote: r.quote, shows: r.shows })) },
    findings,
    evidence: result.evidence.map((e) => ({
      kind: e.kind,
      ...at(e.span),
      quote: e.quote,
      ...(e.value === undefined ? {} : { value: e.value }),
      ...(e.unit === undefined ? {} : { unit: e.unit }),
    })),
    suppressed: result.suppressed.map((s, i) => ({ finding: finding(s.finding, findings.length + i), reason: s.reason })),
    accepted: [],
    issues: result.issues.map((i) => ({ kind: i.kind, message: i.message, ...(i.span ? at(i.span) : {}) })),
    lines: options.lines ? Object.fromEntries(findings.map((f) => [f.line, lines().line(f.line)])) : {},
    review: options.review && result.proposal.applies ? review(result, path) : null,
  };
}

function derivationOf({ formula, worked, shown, result, question }: Derivation): FindingReport['derivation'] {
  return { formula, worked, shown, result, question };
}
