/** What is remembered of a proposal that no editor holds open: a few words, never its text. */
import type * as vscode from 'vscode';
import type { LintResult } from '../../core';
import { diagnosticOf } from '../diagnostics';
import { TextPlaces } from '../ranges';
import { verdictOf } from '../verdict';

export type ProposalState = 'proposed' | 'decided' | 'done' | 'retired';

export interface ProposalSummary {
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly verdict: string;
  readonly state: ProposalState;
  readonly met: number;
  readonly asked: number;
  readonly findings: number;
  readonly warnings: number;
}

/** Null for a document that is no proposal. */
export function summaryOf(uri: vscode.Uri, result: LintResult): ProposalSummary | null {
  const { proposal, findings } = result;
  if (!proposal.applies) return null;
  const { met, asked } = result.review();
  return {
    uri,
    title: proposal.title || (uri.path.split('/').pop() ?? ''),
    verdict: verdictOf(result),
    state: proposal.retired ? 'retired' : (proposal.tense ?? 'proposed'),
    met,
    asked,
    findings: findings.length,
    warnings: findings.filter((finding) => finding.severity === 'warning' || finding.severity === 'error').length,
  };
}

export function closedDiagnostics(uri: vscode.Uri, result: LintResult): vscode.Diagnostic[] {
  if (result.findings.length === 0) return [];
  const places = new TextPlaces(result.text);
  return result.findings.map((finding) => diagnosticOf(finding, uri, places));
}
