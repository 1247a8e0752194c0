/** The verdict in the reader's language, put together from the review's own figures. */
import * as vscode from 'vscode';
import type { LintResult, ProposalKind } from '../core';

const KINDS: Readonly<Record<ProposalKind, () => string>> = {
  rewrite: () => vscode.l10n.t('Rewrite proposal'),
  switch: () => vscode.l10n.t('Switch proposal'),
  greenfield: () => vscode.l10n.t('Technology choice'),
  advocacy: () => vscode.l10n.t('Case for a technology'),
  none: () => vscode.l10n.t('Not a performance proposal'),
};

export function kindOf(kind: ProposalKind): string {
  return KINDS[kind]();
}

/** E.g. `Rewrite proposal · 3 of 9 greenlight criteria met`. */
export function verdictOf(result: LintResult): string {
  const { met, asked } = result.review();
  return [
    kindOf(result.proposal.kind),
    ...(asked > 0 ? [vscode.l10n.t('{met} of {asked} greenlight criteria met', { met, asked })] : []),
  ].join(' · ');
}
