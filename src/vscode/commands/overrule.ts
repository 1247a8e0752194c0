/** "Treat as proposal" and "not a proposal": the author has the last word, in the document's own front matter. */
import * as vscode from 'vscode';
import type { Services } from '../services';
import { overruleEdit } from './frontMatter';
import { targetDocument } from './target';

async function overrule(services: Services, argument: unknown, applies: boolean | null): Promise<void> {
  const document = await targetDocument(argument);
  if (!document) return;
  const edit = overruleEdit(document.getText(), applies);
  const writable = vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false;
  if (writable && edit) {
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, new vscode.Range(document.positionAt(edit.from), document.positionAt(edit.to)), edit.insert);
    if (await vscode.workspace.applyEdit(change)) return;
  }
  // A read-only document cannot carry the word; it holds for this window then.
  if (!writable) services.engine.overrule(document.uri, applies ?? undefined);
}

export function registerOverrule(services: Services): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('fastEnough.treatAsProposal', (argument?: unknown) => overrule(services, argument, true)),
    registerCommand('fastEnough.notAProposal', (argument?: unknown) => overrule(services, argument, false)),
    registerCommand('fastEnough.decideAgain', (argument?: unknown) => overrule(services, argument, null)),
  );
}
