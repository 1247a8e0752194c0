/** Settings for one test, put back afterwards. */
import * as vscode from 'vscode';

export async function withSettings(values: Readonly<Record<string, unknown>>, run: () => Promise<void>): Promise<void> {
  const section = vscode.workspace.getConfiguration('fastEnough');
  try {
    for (const [key, value] of Object.entries(values)) await section.update(key, value, vscode.ConfigurationTarget.Workspace);
    await run();
  } finally {
    for (const key of Object.keys(values)) await section.update(key, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

/** Replaces a range of the document in front, as a program would (not as typing). */
export async function replace(editor: vscode.TextEditor, find: string, by: string): Promise<void> {
  const at = editor.document.getText().indexOf(find);
  if (at < 0) throw new Error(`"${find}" does not stand in ${editor.document.uri.path}.`);
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + find.length));
  await editor.edit((edit) => edit.replace(range, by));
}
