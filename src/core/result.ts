/** Wraps an analysis as the result that doors see; what is not always wanted is computed on first call. */
import type { Analysis } from './engine';
import { buildFixes } from './fixes';
import { numberNotes } from './notes';
import { reviewOf } from './review';
import { codeSources } from './sources';
import { termUses } from './terms';
import type { CodeSource, Finding, InternalIssue, LintOptions, LintResult, LinterConfig, NumberNote, Review, TermUse } from './types';
import { templateValues } from './values';

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

export function buildResult(
  analysis: Analysis,
  findings: readonly Finding[],
  suppressed: LintResult['suppressed'],
  issues: readonly InternalIssue[],
  config: LinterConfig,
  options: LintOptions,
): LintResult {
  const { doc, argument } = analysis;
  const values = once(() => templateValues(argument));
  return {
    text: doc.text,
    proposal: argument.proposal,
    findings,
    evidence: analysis.evidence,
    issues,
    suppressed,
    review: once<Review>(() => reviewOf(analysis, findings, config)),
    numberNotes: once<readonly NumberNote[]>(() => (argument.proposal.applies ? numberNotes(argument, doc.text) : [])),
    terms: once<readonly TermUse[]>(() => (argument.proposal.applies ? termUses(doc) : [])),
    codeSources: once<readonly CodeSource[]>(() => codeSources(doc)),
    fixes: (finding) =>
      buildFixes({ doc, finding, proposal: argument.proposal, values: values(), ...(options.path ? { path: options.path } : {}) }),
  };
}
