import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeAction, CodeLens, CompletionItem, Diagnostic, Hover, InlayHint, TextEdit } from 'vscode-languageserver/node';
import { createLinter } from '../../src/core';
import { Client, type ClientOptions } from './support/client';

const WEAK = readFileSync(path.join(import.meta.dirname, '../../samples/weak-rewrite-rfc.md'), 'utf8');
const PLAIN = '# Notes\n\nNothing is proposed here.\n';
const messageOf = (d: Diagnostic | undefined): string => (typeof d?.message === 'string' ? d.message : '');
const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map((d) => d.code);

/** What the engine itself says of a text, as `rule line:character`: the server must say the same and nothing else. */
function expected(text: string, profile: 'essential' | 'full' = 'essential'): string[] {
  return createLinter({ profile })
    .lint(text)
    .findings.map((f) => {
      const before = text.slice(0, f.span.from).split('\n');
      return `${f.rule} ${before.length - 1}:${before.at(-1)!.length}`;
    })
    .sort();
}
const shown = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map((d) => `${d.code} ${d.range.start.line}:${d.range.start.character}`).sort();

function positionOf(text: string, word: string, offset = 0): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(word) + offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** Applies text edits given in UTF-16 positions. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = (p: { line: number; character: number }): number =>
    lines.slice(0, p.line).reduce((sum, l) => sum + l.length + 1, 0) + p.character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((t, e) => t.slice(0, offset(e.range.start)) + e.newText + t.slice(offset(e.range.end)), text);
}

describe('language server', () => {
  let client: Client;
  const start = async (options: ClientOptions = {}): Promise<Client> => (client = await Client.start(options));
  afterEach(async () => {
    await client.stop();
  });

  it('pushes what the engine finds, follows edits, and clears a document that is closed', async () => {
    await start();
    const uri = await client.open('rfc.md', WEAK);
    const first = await client.diagnostics(uri);
    assert.deepEqual(shown(first), expected(WEAK));
    assert.ok(first.every((d) => d.source === 'fast-enough' && messageOf(d).length > 10));
    // The claim is negated by an insertion in the middle of a line, then taken out with its line.
    const word = positionOf(WEAK, '- Discord did it');
    await client.change(uri, 2, { range: { start: word, end: { line: word.line + 1, character: 0 } }, text: '' });
    const without = WEAK.replace(/- Discord did it.*\n/, '');
    assert.notEqual(without, WEAK);
    assert.deepEqual(shown(await client.diagnostics(uri, (d) => !codes(d).includes('company-did-it'))), expected(without));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await client.diagnostics(uri, (d) => d.length === 0), []);
  });

  it('agrees with a fresh reading after several edits in one message, and after a full text', async () => {
    await start();
    const uri = await client.open('rfc.md', WEAK);
    await client.diagnostics(uri);
    const top = { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } };
    await client.change(uri, 2, { range: top, text: 'Go is slow.\n\n' }, { range: top, text: '# Another 🚀 title\n\n' });
    const lines = WEAK.split('\n');
    const edited = [...lines.slice(0, 6), '# Another 🚀 title', '', 'Go is slow.', '', ...lines.slice(6)].join('\n');
    await client.diagnostics(uri, (d) => JSON.stringify(shown(d)) === JSON.stringify(expected(edited)));
    await client.change(uri, 3, { text: PLAIN });
    assert.deepEqual(await client.diagnostics(uri, (d) => d.length === 0), []);
    await client.change(uri, 4, { text: WEAK });
    await client.diagnostics(uri, (d) => JSON.stringify(shown(d)) === JSON.stringify(expected(WEAK)));
  });

  const pulling = (uri: string) => (previousResultId?: string) =>
    client.request<{ kind: string; resultId: string; items?: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId,
    });

  it('answers pulls, says when nothing changed, and then pushes nothing', async () => {
    await start({ capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } } });
    const uri = await client.open('rfc.md', WEAK);
    const pull = pulling(uri);
    const first = await pull();
    assert.deepEqual(shown(first.items!), expected(WEAK));
    assert.equal((await pull(first.resultId)).kind, 'unchanged');
    await client.change(uri, 2, { text: PLAIN });
    const second = await pull(first.resultId);
    assert.deepEqual([second.kind, second.items], ['full', []]);
    assert.equal(client.publishedCount(uri), 0);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await client.until(() => client.asked.includes('workspace/diagnostic/refresh'), 'a refresh');
    assert.equal((await pull(second.resultId)).kind, 'full', 'the configuration may be another');
  });

  it('gives a pull the whole report of a document that was closed and opened again with another text', async () => {
    await start({ capabilities: { textDocument: { diagnostic: {} } } });
    const uri = await client.open('rfc.md', WEAK);
    const pull = pulling(uri);
    const first = await pull();
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await client.open('rfc.md', PLAIN);
    const second = await pull(first.resultId);
    assert.deepEqual([second.kind, second.items], ['full', []]);
    assert.equal((await pull(second.resultId)).kind, 'unchanged');
  });

  it('hovers over a finding with its arithmetic, over a term, and over nothing', async () => {
    await start();
    const uri = await client.open('rfc.md', WEAK);
    const hover = (position: unknown) => client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
    const card = await hover(positionOf(WEAK, '10x faster', 1));
    const value = (card?.contents as { value: string }).value;
    assert.match(value, /1\.05/);
    assert.match(value, /Q6/);
    assert.doesNotMatch(value, /command:|javascript:/);
    assert.equal(await hover({ line: 0, character: 0 }), null);
    await client.change(uri, 2, { text: PLAIN });
    assert.equal(await hover({ line: 2, character: 3 }), null);
  });

  it('offers fixes whose edit comes when one is chosen; the SLO fix with a number in it ends the finding', async () => {
    await start({ capabilities: { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } } });
    const uri = await client.open('rfc.md', WEAK);
    const diagnostics = await client.diagnostics(uri);
    const slo = diagnostics.find((d) => d.code === 'no-slo')!;
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: slo.range,
      context: { diagnostics: [slo] },
    });
    const insert = actions.find((a) => a.title === 'Insert SLO section')!;
    assert.ok(insert, actions.map((a) => a.title).join(' | '));
    assert.equal(insert.edit, undefined);
    assert.ok(insert.diagnostics?.some((d) => d.code === 'no-slo'));
    const resolved = await client.request<CodeAction>('codeAction/resolve', insert);
    const change = resolved.edit!.documentChanges![0] as { textDocument: { version: number }; edits: TextEdit[] };
    assert.equal(change.textDocument.version, 1);
    const after = applied(WEAK, change.edits);
    await client.change(uri, 2, { text: after });
    const empty = await client.diagnostics(uri, (d) => JSON.stringify(shown(d)) === JSON.stringify(expected(after)));
    assert.ok(codes(empty).includes('no-slo'), 'an empty template is no evidence');
    const filled = after.replace(
      '{metric and percentile} of {the request users wait for} | {value with unit} | {limit with unit}',
      'p99 of checkout | 400 ms | at most 250 ms',
    );
    assert.notEqual(filled, after);
    await client.change(uri, 3, { text: filled });
    await client.diagnostics(uri, (d) => !codes(d).includes('no-slo') && codes(d).includes('company-did-it'));
    assert.ok(actions.some((a) => a.command?.command === 'fastEnough.openCard' && a.command.arguments?.[0] === 'Q2'));
  });

  it('sends tab stops only to a client that knows them', async () => {
    for (const snippetEditSupport of [true, false]) {
      await start({ capabilities: { workspace: { workspaceEdit: { snippetEditSupport, documentChanges: true } } } });
      const uri = await client.open('rfc.md', WEAK);
      const slo = (await client.diagnostics(uri)).find((d) => d.code === 'no-slo')!;
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: slo.range,
        context: { diagnostics: [slo], only: ['quickfix'] },
      });
      const edit = JSON.stringify(actions.find((a) => a.title === 'Insert SLO section')?.edit);
      assert.equal(edit.includes('"kind":"snippet"'), snippetEditSupport);
      assert.equal(edit.includes('${1'), snippetEditSupport);
      if (snippetEditSupport) await client.stop();
    }
  });

  it('shows the verdict above the title and what follows from figures beside them, unless turned off', async () => {
    await start({ settings: {}, capabilities: { workspace: { configuration: true } } });
    const uri = await client.open('rfc.md', WEAK);
    const lenses = (): Promise<CodeLens[]> => client.request('textDocument/codeLens', { textDocument: { uri } });
    const hints = (): Promise<InlayHint[]> =>
      client.request('textDocument/inlayHint', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
      });
    const [lens] = await lenses();
    assert.match(lens?.command?.title ?? '', /of \d+ greenlight criteria met/);
    assert.equal(lens?.range.start.line, 7, 'the title, not the front matter');
    const all = await hints();
    assert.ok(
      all.some((h) => typeof h.label === 'string' && h.label.includes('1.05x')),
      JSON.stringify(all),
    );
    client.options.settings = { codeLens: false, inlayHints: false, rules: { 'no-slo': 'error', nonsense: 7 }, profile: 'full' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const found = await client.diagnostics(uri, (d) => d.some((x) => x.code === 'no-slo' && x.severity === 1));
    assert.deepEqual(shown(found), expected(WEAK, 'full'));
    assert.deepEqual([await lenses(), await hints()], [[], []]);
  });

  it('uses the nearest .fastenough.yaml, what is typed in an open one before what is on disk', async () => {
    await start({ files: { '.fastenough.yaml': 'rules: { company-did-it: off }\n', 'docs/.fastenough.yaml': 'exclude: [old/]\n' } });
    const rfc = await client.open('docs/rfc.md', WEAK);
    const old = await client.open('docs/old/rfc.md', WEAK);
    assert.ok(!codes(await client.diagnostics(rfc)).includes('company-did-it'));
    assert.deepEqual(await client.diagnostics(old), []);
    const config = await client.open('.fastenough.yaml', 'rules: { company-did-it: off }\n');
    await client.change(config, 2, { text: 'rules: { company-did-it: error }\n' });
    await client.diagnostics(rfc, (d) => d.some((x) => x.code === 'company-did-it' && x.severity === 1));
    await client.change(config, 3, { text: 'rules: { company-did-it: [\n' });
    const [problem] = await client.diagnostics(config, (d) => d.length > 0);
    assert.match(messageOf(problem), /^Not valid YAML/);
    assert.ok(
      codes(await client.diagnostics(rfc, (d) => d.some((x) => x.code === 'company-did-it' && x.severity !== 1))).length > 0,
      'a broken file falls back',
    );
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: config } });
    await client.diagnostics(rfc, (d) => !codes(d).includes('company-did-it'));
  });

  it('completes and explains keys, rules and values in .fastenough.yaml', async () => {
    await start();
    const text = 'profile: \nrules:\n  no-\n';
    const uri = await client.open('.fastenough.yaml', text);
    const complete = async (line: number, character: number): Promise<string[]> =>
      (await client.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: { line, character } })).map(
        (i) => i.label,
      );
    assert.deepEqual(await complete(0, 9), ['essential', 'full']);
    assert.ok((await complete(2, 5)).includes('no-slo'));
    assert.ok((await complete(3, 0)).includes('thresholds'));
    const hover = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 2 } });
    assert.match((hover?.contents as { value: string }).value, /How much is asked/);
  });

  it('opens the review and cards as documents where the client can show them', async () => {
    await start({ capabilities: { window: { showDocument: { support: true } } } });
    const uri = await client.open('rfc.md', WEAK);
    const review = await client.request<string>('workspace/executeCommand', { command: 'fastEnough.openReview', arguments: [uri] });
    assert.match(review, /^## Review: /);
    assert.equal(readFileSync(fileURLToPath(client.shown[0]!), 'utf8'), review);
    const card = await client.request<string>('workspace/executeCommand', { command: 'fastEnough.openCard', arguments: ['Q6'] });
    assert.match(card, /^# Q6: /);
    assert.equal(
      await client.request('workspace/executeCommand', { command: 'fastEnough.openCard', arguments: ['../../etc/passwd'] }),
      null,
    );
    assert.equal(client.shown.length, 2);
  });

  it('speaks UTF-8 and UTF-32 positions to a client that prefers them', async () => {
    const text = WEAK.replace('- Discord did it', '- 漢字 🚀é Discord did it');
    const row = text.split('\n').findIndex((l) => l.includes('Discord did it'));
    const line = text.split('\n')[row]!;
    const at = line.indexOf('Discord');
    const want = { 'utf-8': Buffer.byteLength(line.slice(0, at)), 'utf-16': at, 'utf-32': [...line.slice(0, at)].length };
    for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
      await start({ capabilities: { general: { positionEncodings: [encoding] } } });
      assert.equal(client.initialized.capabilities.positionEncoding, encoding);
      const uri = await client.open('rfc.md', text);
      const character = async (count: number): Promise<number | undefined> =>
        (await client.diagnostics(uri, (d) => d.find((x) => x.code === 'company-did-it')?.range.start.character === count)).find(
          (d) => d.code === 'company-did-it',
        )?.range.start.character;
      assert.equal(await character(want[encoding]), want[encoding]);
      // An edit behind wide characters lands where the client means it.
      await client.change(uri, 2, {
        range: { start: { line: row, character: want[encoding] }, end: { line: row, character: want[encoding] } },
        text: 'é🚀 ',
      });
      const added = { 'utf-8': 7, 'utf-16': 4, 'utf-32': 3 }[encoding];
      assert.equal(await character(want[encoding] + added), want[encoding] + added);
      if (encoding !== 'utf-32') await client.stop();
    }
  });

  it('ends a cancelled request', async () => {
    await start();
    const uri = await client.open('rfc.md', WEAK);
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const request = client.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri }, position: { line: 0, character: 0 } },
      source.token,
    );
    source.cancel();
    await assert.rejects(request, (error: { code?: number }) => error.code === -32800);
  });

  it('leaves ordinary documents and other languages alone', async () => {
    await start();
    const notes = await client.open('notes.md', PLAIN);
    assert.deepEqual(await client.diagnostics(notes), []);
    const code = await client.open('a.ts', WEAK, 'typescript');
    assert.deepEqual(await client.diagnostics(code), []);
    assert.deepEqual(await client.request('textDocument/codeLens', { textDocument: { uri: notes } }), []);
    assert.equal(
      await client.request('textDocument/hover', { textDocument: { uri: client.uri('unknown.md') }, position: { line: 0, character: 0 } }),
      null,
    );
  });
});
