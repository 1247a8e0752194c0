/** The review as Markdown: into the clipboard for a pull request, or into a file. */
import * as vscode from 'vscode';
import { reviewMarkdown } from '../../core/reviewMarkdown';
import type { Services } from '../services';
import { verdictOf } from '../verdict';
import { messageOf, translate } from '../words';

async function markdownOf({ engine }: Services, uri: vscode.Uri): Promise<string | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const analysis = await engine.current(document);
  if (!analysis) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document is not checked, so there is no review of it.'));
    return undefined;
  }
  return reviewMarkdown(analysis.result, {
    t: translate,
    verdict: verdictOf(analysis.result),
    path: vscode.workspace.asRelativePath(uri),
    message: messageOf,
  });
}

export async function copyReview(services: Services, uri: vscode.Uri): Promise<void> {
  const markdown = await markdownOf(services, uri);
  if (markdown === undefined) return;
  await vscode.env.clipboard.writeText(markdown);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Review copied as Markdown'), 3000);
}

/** Asks where to; `target` answers for tests and other extensions. */
export async function saveReview(services: Services, uri: vscode.Uri, target?: vscode.Uri): Promise<void> {
  const markdown = await markdownOf(services, uri);
  if (markdown === undefined) return;
  const beside = uri.scheme === 'untitled' ? undefined : uri.with({ path: uri.path.replace(/(?:\.\w+)?$/, '.review.md') });
  const file = target ?? (await vscode.window.showSaveDialog({ ...(beside ? { defaultUri: beside } : {}), filters: { Markdown: ['md'] } }));
  if (file) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(markdown));
}
