/** Which document a command is about: the one named by a link, or the one in front. */
import * as vscode from 'vscode';
import { isFollowed } from '../selector';

/** @param argument A URI as text (from a link), a `Uri` (from the Explorer or an editor's title bar), or nothing. */
export function uriOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument === 'string') {
    try {
      return vscode.Uri.parse(argument, true);
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** The document of a command; opens it where only its address is known. Undefined, with a word to the user, where there is none. */
export async function targetDocument(argument: unknown): Promise<vscode.TextDocument | undefined> {
  const uri = uriOf(argument) ?? previewedUri() ?? vscode.window.activeTextEditor?.document.uri;
  const open = uri && vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  try {
    const document = open ?? (uri ? await vscode.workspace.openTextDocument(uri) : undefined);
    if (document && isFollowed(document)) return document;
  } catch {
    // Gone, or never there: told below like any other missing document.
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown document first.'));
  return undefined;
}

/** The document behind the Markdown preview in front, if that is what is in front. */
function previewedUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor' ? input.uri : undefined;
}
