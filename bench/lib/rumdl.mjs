/** rumdl is a program, not a library: over its language server for keystrokes, over its command line for everything else. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { absent } from './peers.mjs';

const require = createRequire(import.meta.url);

/** The native binary itself, without the script in front of it; undefined where the registry has none for this machine. */
export const RUMDL = (() => {
  for (const libc of ['', '-musl']) {
    try {
      const folder = dirname(require.resolve(`@rumdl/cli-${process.platform}-${process.arch}${libc}/package.json`));
      const binary = join(folder, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
      if (existsSync(binary)) return binary;
    } catch {
      // Another build may be there.
    }
  }
  absent.set('rumdl', 'no binary for this machine is installed');
  return undefined;
})();

/** Arguments of a check that neither reads a configuration nor remembers anything. */
export const CHECK = ['check', '--no-config', '--no-cache', '--no-exclude'];
/** One core, as every other rate here. */
export const ONE_THREAD = { RAYON_NUM_THREADS: '1' };

/** A session with the language server: `edit` resolves when the diagnostics of that version have arrived. */
export async function openServer(text) {
  const server = spawn(RUMDL, ['server', '--no-config'], { stdio: ['pipe', 'pipe', 'ignore'] });
  /** @type {Map<string, (value: unknown) => void>} */
  const waiting = new Map();
  const arrived = (key) => new Promise((resolve) => waiting.set(key, resolve));
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  let buffer = Buffer.alloc(0);
  server.stdout.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, end).toString())?.[1]);
      if (buffer.length < end + 4 + length) return;
      const message = JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString());
      buffer = buffer.subarray(end + 4 + length);
      if (message.method !== undefined && message.id !== undefined) {
        const items = message.params?.items;
        send({ id: message.id, result: Array.isArray(items) ? items.map(() => null) : null });
      }
      const key = message.method === 'textDocument/publishDiagnostics' ? `version ${message.params.version}` : `id ${message.id}`;
      waiting.get(key)?.(message);
    }
  });
  const uri = 'file:///bench/proposal.md';
  const answer = arrived('id 1');
  send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  await answer;
  send({ method: 'initialized', params: {} });
  let version = 1;
  const opened = arrived('version 1');
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version, text } } });
  await opened;
  return {
    async edit(newText) {
      version++;
      const done = arrived(`version ${version}`);
      send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ text: newText }] } });
      await done;
    },
    close: () => server.kill(),
  };
}
