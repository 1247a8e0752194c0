/** Source files that proposals link to: read through the editor's file system, inside the workspace only, with what is typed and not saved. */
import * as vscode from 'vscode';
import { textFrom } from '../fileText';

/** Larger files are bundles or generated. Bytes. */
const LARGEST = 2 * 1024 * 1024;

/** The file a relative link leads to; undefined where it leads out of the workspace. */
export function linkedUri(document: vscode.Uri, path: string): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(document);
  if (!folder) return undefined;
  const base = path.startsWith('/') ? folder.uri : vscode.Uri.joinPath(document, '..');
  const uri = vscode.Uri.joinPath(base, path);
  return vscode.workspace.getWorkspaceFolder(uri) === undefined ? undefined : uri;
}

/** Text of the file; null where there is none that may be read. A symbolic link may lead anywhere and is not followed. */
export async function textOf(uri: vscode.Uri): Promise<string | null> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    if (await throughLink(uri)) return null;
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type !== vscode.FileType.File || size > LARGEST) return null;
    return await textFrom(uri, await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** Whether one of the folders between the workspace folder and the file is a symbolic link. */
async function throughLink(uri: vscode.Uri): Promise<boolean> {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (!root) return true;
  let folder = vscode.Uri.joinPath(uri, '..');
  while (folder.path.length > root.path.length) {
    const { type } = await vscode.workspace.fs.stat(folder);
    if ((type & vscode.FileType.SymbolicLink) !== 0) return true;
    folder = vscode.Uri.joinPath(folder, '..');
  }
  return false;
}
