import { strict as assert } from 'node:assert';
import path from 'node:path';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { Client } from './support/client';

const CLI = path.join(import.meta.dirname, '../../dist/cli.cjs');

const RFC = '# RFC: rewrite billing in Go\n\nWe rewrite billing from Python to Go because Python is slow. It will be 10x faster.\n';

/** Everything about which the server may ask its client. */
const asks = (pulls: boolean): ClientCapabilities => ({
  ...(pulls ? { textDocument: { diagnostic: {} } } : {}),
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
});

describe('language server, whose client refuses what it is asked', () => {
  for (const pulls of [false, true]) {
    it(`goes on, registers the rest and ends in order; the client ${pulls ? 'pulls' : 'is sent'} diagnostics`, async () => {
      const client = await Client.start({ command: [process.execPath, CLI, 'lsp'], capabilities: asks(pulls), refuses: true });
      const asked = (method: string): number => client.asked.filter((m) => m === method).length;
      await client.until(() => asked('client/registerCapability') === 2, 'both registrations');
      await client.until(() => asked('workspace/configuration') === 1, 'the question for the settings');
      const uri = await client.open('rfc.md', RFC);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.until(() => asked('workspace/inlayHint/refresh') > 0 && asked('workspace/configuration') === 2, 'the refreshes');
      assert.equal(asked('workspace/codeLens/refresh'), asked('workspace/inlayHint/refresh'));
      assert.equal(asked('workspace/diagnostic/refresh') > 0, pulls);
      if (!pulls) assert.ok((await client.diagnostics(uri)).length > 0);
      const lenses = await client.request<unknown[]>('textDocument/codeLens', { textDocument: { uri } });
      assert.equal(lenses.length, 1);
      assert.equal(await client.stop(), 0);
    });
  }
});
