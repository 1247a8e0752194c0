/** Goes to a place that a card, the review or the preview speaks of. */
import * as vscode from 'vscode';
import type { Span } from '../../core';
import { rangeOf } from '../ranges';
import { uriOf } from './target';

/** Shows the place and selects it. An editor that shows the document already is used, so that a panel beside it stays where it is. */
export async function reveal(uri: vscode.Uri, span: Span): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const selection = rangeOf(document, span);
  await vscode.window.showTextDocument(document, {
    selection,
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    preserveFocus: false,
  });
}

export function registerReveal(): vscode.Disposable {
  return vscode.commands.registerCommand('_fastEnough.reveal', async (address: unknown, from: unknown, to: unknown) => {
    const uri = uriOf(address);
    if (uri && typeof from === 'number' && typeof to === 'number') await reveal(uri, { from, to });
  });
}
