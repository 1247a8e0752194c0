/** Closed for the reader: the editor may keep a document alive for minutes after its last tab is gone. */
import * as vscode from 'vscode';

/** The documents that a tab shows: a text editor, both sides of a diff, the Markdown preview. */
function addressesOf({ input }: vscode.Tab): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return [input.uri];
  if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified];
  return [];
}

/** Whether some tab shows the document. */
export function isInTab(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => addressesOf(tab).some((shown) => shown.toString() === wanted)));
}

/** Calls back for each document whose last tab was closed. */
export function onDidLeaveTabs(left: (uri: vscode.Uri) => void): vscode.Disposable {
  return vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    if (closed.length === 0) return;
    const open = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(addressesOf)).map(String));
    for (const uri of closed.flatMap(addressesOf)) if (!open.has(uri.toString())) left(uri);
  });
}
