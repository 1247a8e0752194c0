/**
 * A second bundle of our own, loaded when it is first needed. The Node host has a `require` for it. The web-worker host has none for
 * files; there the file is read from the extension's folder and run as a CommonJS module, which is how that host loads extensions itself.
 */
import * as vscode from 'vscode';

type Require = (path: string) => unknown;
declare const require: Require | undefined;

const inNode = typeof process === 'object' && typeof process.versions?.node === 'string';

export async function loadCompanion<T>(extensionUri: vscode.Uri, name: 'code.js'): Promise<T> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', name);
  if (inNode && typeof require === 'function' && file.scheme === 'file') return require(file.fsPath) as T;
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', source) as (module: unknown, exports: unknown, require: Require) => void;
  run(module, module.exports, (path) => {
    throw new Error(`${name} asks for "${path}", which a worker does not have`);
  });
  return module.exports as T;
}
