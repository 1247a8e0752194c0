/** What the extension promises the editor. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, HOST, openFile, waitForDiagnostics } from './support/editor';

const extension = (): vscode.Extension<{ extendMarkdownIt?: unknown }> => {
  const found = vscode.extensions.getExtension<{ extendMarkdownIt?: unknown }>('fast-enough.fast-enough');
  assert.ok(found);
  return found;
};

describe('activation', () => {
  afterEach(closeAll);

  it(`happens in the ${HOST} host, and exports the preview plug-in and nothing else`, async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    assert.equal(extension().isActive, true);
    assert.deepEqual(Object.keys(extension().exports), ['extendMarkdownIt']);
    const inNode = typeof process === 'object' && typeof process.versions?.node === 'string';
    assert.equal(inNode ? 'node' : 'web', HOST);
  });

  it('registers every command that the manifest names', async () => {
    const manifest = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.map((entry) => entry.command).filter((command) => !known.has(command));
    assert.deepEqual(missing, []);
  });

  it('restarts without losing a finding', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    const before = await waitForDiagnostics(document.uri, (found) => found.length > 0);
    await vscode.commands.executeCommand('fastEnough.restart');
    await waitForDiagnostics(document.uri, (found) => found.length === before.length);
  });
});
