/**
 * A second bundle of our own, loaded when it is first needed. The Node host has a `require` for it. The web-worker host has none for
 * files; there the file is read from the extension's folder and imported as a module from a blob. Nothing is evaluated from text.
 */
import * as vscode from 'vscode';

declare const require: ((path: string) => unknown) | undefined;

/** Whether this is the Node extension host; the web-worker host has no `process`, or only a shim without a version of Node. */
export const inNode = typeof process === 'object' && typeof process.versions?.node === 'string';

export async function loadCompanion<T>(extensionUri: vscode.Uri, name: 'code.js' | 'core.js'): Promise<T> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', name);
  if (inNode && typeof require === 'function' && file.scheme === 'file') return require(file.fsPath) as T;
  // The bundle is CommonJS; as a module it gets a `module` of its own around it.
  const parts = [
    'const module = { exports: {} }; let exports = module.exports;',
    await vscode.workspace.fs.readFile(file),
    '\nexport default module.exports;',
  ];
  const address = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  try {
    return ((await import(address)) as { default: T }).default;
  } finally {
    URL.revokeObjectURL(address);
  }
}
