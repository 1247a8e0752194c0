/** What every host test needs: documents in the opened folder, and waiting for VS Code to say something instead of sleeping. */
import * as vscode from 'vscode';

export const SOURCE = 'fast-enough';

/** Where the suite runs. The worker host has no `process`, or only a shim without a Node version. */
export const HOST: 'node' | 'web' = typeof process === 'object' && typeof process.versions?.node === 'string' ? 'node' : 'web';

/** The folder that the window has open; tests may write in it. */
export function workspaceRoot(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The test window has no folder open.');
  return folder.uri;
}

/**
 * Waits until `read` gives something other than undefined, asking again at each `event` and, as a net, a few times a second.
 * @param what completes the sentence "timed out waiting for ..."
 */
export async function waitFor<T>(
  what: string,
  read: () => T | undefined | Promise<T | undefined>,
  { event, timeout = 15_000 }: { event?: vscode.Event<unknown>; timeout?: number } = {},
): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`Timed out waiting for ${what}.`);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, 200);
      const subscription = event?.(done);
      function done(): void {
        clearTimeout(timer);
        subscription?.dispose();
        resolve();
      }
    });
  }
}

/** Writes a file into the opened folder. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceRoot(), ...name.split('/'));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a file of the opened folder, by name. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(workspaceRoot(), ...name.split('/'));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/**
 * Opens an unsaved document with the given text. The name of the one closed before is given out again, and the host may hold that one's text
 * under it for a moment longer; so this waits until the host has the new text.
 */
export async function openText(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const opened = await vscode.workspace.openTextDocument({ content, language });
  const has = (document: vscode.TextDocument): boolean =>
    document.uri.toString() === opened.uri.toString() && document.getText() === content && document.languageId === language;
  await waitFor('the host to have the new document', () => vscode.workspace.textDocuments.find(has), {
    event: vscode.workspace.onDidOpenTextDocument,
  });
  return vscode.window.showTextDocument(opened, { preview: false });
}

/** Our diagnostics of a document, in the order of the text. */
export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  const ours = vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === SOURCE);
  return ours.sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The rule of a diagnostic, whether its code is plain or a link. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until our diagnostics of a document satisfy `wanted`, and returns them. */
export function waitForDiagnostics(
  uri: vscode.Uri,
  wanted: (diagnostics: vscode.Diagnostic[]) => boolean,
  what = 'the diagnostics',
): Promise<vscode.Diagnostic[]> {
  return waitFor(
    `${what} of ${uri.path}`,
    () => {
      const found = diagnosticsOf(uri);
      return wanted(found) ? found : undefined;
    },
    { event: vscode.languages.onDidChangeDiagnostics },
  );
}

/** The plain text of every hover at a place. */
export async function hoversAt(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value)));
}

/** The position of `needle` in a document, `offset` characters into it. */
export function find(document: vscode.TextDocument, needle: string, offset = 0): vscode.Position {
  const at = document.getText().indexOf(needle);
  if (at < 0) throw new Error(`"${needle}" does not stand in ${document.uri.path}.`);
  return document.positionAt(at + offset);
}

/** Closes every editor without saving. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty === true) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
