/**
 * What goes wrong in a real workspace: many documents at once, long editing, files that vanish or are no text, configuration that changes
 * meanwhile, requests that nobody waits for any more. (A host that is killed is in test/ui/faults.test.ts: it would take this suite along.)
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  diagnosticsOf,
  find,
  openFile,
  openText,
  ruleOf,
  waitFor,
  waitForDiagnostics,
  workspaceRoot,
  writeFile,
} from './support/editor';
import { withSettings } from './support/settings';

interface Report {
  readonly files: number;
  readonly proposals: number;
  readonly cancelled: boolean;
}

const PROPOSAL =
  '# RFC: rewrite the service in Rust\n\n## Proposal\n\nWe rewrite the service from Python to Rust, so it gets much faster.\n\nDiscord did it, so we can do it too.\n';
const CITED = 'company-did-it';

const at = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceRoot(), ...name.split('/'));
const scan = (): Thenable<Report> => vscode.commands.executeCommand<Report>('fastEnough.reviewAll');
const remove = (name: string): Thenable<void> => vscode.workspace.fs.delete(at(name), { recursive: true });
const rename = (from: string, to: string): Thenable<void> => vscode.workspace.fs.rename(at(from), at(to));
const writeBytes = (name: string, bytes: Iterable<number>): Thenable<void> =>
  vscode.workspace.fs.writeFile(at(name), Uint8Array.from(bytes));
const severityOf = (uri: vscode.Uri): vscode.DiagnosticSeverity | undefined =>
  diagnosticsOf(uri).find((d) => ruleOf(d) === CITED)?.severity;

/** Names of `rough/` in the list of proposals, without the ending, sorted. */
async function listed(): Promise<string[]> {
  await vscode.commands.executeCommand('fastEnough.copyProposals');
  return [...(await vscode.env.clipboard.readText()).matchAll(/\(rough\/([^)]*)\.md\)/g)].map(([, name]) => name ?? '').sort();
}

async function writeMany(names: readonly string[], text = PROPOSAL): Promise<void> {
  for (let i = 0; i < names.length; i += 25) await Promise.all(names.slice(i, i + 25).map((name) => writeFile(`rough/${name}.md`, text)));
}

describe('in a rough workspace', () => {
  afterEach(async () => {
    await closeAll();
    await remove('rough').then(undefined, () => undefined);
  });

  it('five hundred documents opened at once are all read, and what the editor drops leaves nothing behind', async function () {
    this.timeout(120_000);
    const names = Array.from({ length: 500 }, (_, i) => `crowd/${i}`);
    await writeMany(names);
    const uris = names.map((name) => at(`rough/${name}.md`));
    // The editor keeps some fifty documents that no tab shows and closes the others again, now and then before it has handed them out.
    await Promise.allSettled(uris.map((uri) => vscode.workspace.openTextDocument(uri)));
    const open = (uri: vscode.Uri): boolean => vscode.workspace.textDocuments.some((d) => !d.isClosed && String(d.uri) === String(uri));
    assert.ok(uris.some(open));
    for (const uri of uris) await waitForDiagnostics(uri, () => (severityOf(uri) !== undefined) === open(uri));
  });

  it('four hundred edits in a row end where a fresh reading ends', async function () {
    this.timeout(60_000);
    const editor = await openText(`${PROPOSAL}\nNotes\nmore notes\nlast.\n`);
    for (let i = 0; i < 400; i++) {
      const line = 8 + (i % 3);
      await editor.edit(
        (edit) => {
          const end = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1)).range.end;
          if (i % 7 === 0 && end.character > 3) edit.delete(new vscode.Range(end.translate(0, -1), end));
          else edit.insert(end, i % 11 === 0 ? '\n' : 'ab 2x fast '.charAt(i % 11));
        },
        { undoStopBefore: false, undoStopAfter: false },
      );
    }
    const plain = (uri: vscode.Uri): string =>
      JSON.stringify(
        diagnosticsOf(uri).map((d) => [ruleOf(d), d.message, d.range.start.line, d.range.start.character, d.range.end.character]),
      );
    // Elsewhere than where it was typed, so that nothing is held back.
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const fresh = await openText(editor.document.getText());
    await waitForDiagnostics(fresh.document.uri, (found) => found.length > 0);
    await waitFor('both to agree', () => (plain(editor.document.uri) === plain(fresh.document.uri) ? true : undefined));
  });

  it('a file that is deleted while it is open leaves nothing behind once it is closed', async () => {
    const uri = await writeFile('rough/gone.md', PROPOSAL);
    await openFile('rough/gone.md');
    await waitForDiagnostics(uri, (found) => found.length > 0);
    await vscode.workspace.fs.delete(uri);
    await closeAll();
    await waitForDiagnostics(uri, (found) => found.length === 0);
  });

  it('files that are deleted and renamed while a scan runs are listed as they are at the end', async function () {
    this.timeout(60_000);
    const names = Array.from({ length: 120 }, (_, i) => `scanned/${String(i).padStart(3, '0')}`);
    await writeMany(names);
    const running = scan();
    const gone = names.filter((_, i) => i % 3 === 0);
    const moved = names.filter((_, i) => i % 3 === 1);
    await Promise.all([
      ...gone.map((name) => remove(`rough/${name}.md`)),
      ...moved.map((name) => rename(`rough/${name}.md`, `rough/${name}-moved.md`)),
    ]);
    assert.equal((await running).cancelled, false);
    const expected = names.filter((name) => !gone.includes(name)).map((name) => (moved.includes(name) ? `${name}-moved` : name));
    await waitFor('the list to be as the disk', async () => (String(await listed()) === String(expected.sort()) ? true : undefined));
  });

  it('a folder that is renamed or deleted takes its proposals along', async () => {
    await writeMany(['before/one', 'before/two']);
    await scan();
    assert.deepEqual(await listed(), ['before/one', 'before/two']);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(at('rough/before'), at('rough/after'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await waitFor('the new names', async () => (String(await listed()) === 'after/one,after/two' ? true : undefined));
    await remove('rough/after');
    await waitFor('an empty list', async () => ((await listed()).length === 0 ? true : undefined));
  });

  it('configuration that is rewritten again and again settles on its last word', async () => {
    await writeFile('rough/rfc.md', PROPOSAL);
    const { document } = await openFile('rough/rfc.md');
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    for (let i = 0; i < 15; i++) await writeFile('rough/.fastenough.yaml', `rules:\n  ${CITED}: ${i % 2 === 0 ? 'off' : 'error'}\n`);
    await writeFile('rough/.fastenough.yaml', `rules:\n  ${CITED}: hint\n`);
    await waitForDiagnostics(document.uri, () => severityOf(document.uri) === vscode.DiagnosticSeverity.Hint);
  });

  it('configuration that changes while a scan runs holds for every file', async function () {
    this.timeout(120_000);
    const names = Array.from({ length: 400 }, (_, i) => `configured/${i}`);
    await writeMany(names);
    await withSettings({ scan: 'workspace', rules: { [CITED]: 'error' } }, async () => {
      const running = scan();
      // In the middle: some files have been read and some have not.
      const read = (uri: vscode.Uri): true | undefined => (severityOf(uri) === undefined ? undefined : true);
      await waitFor('the first file', () => names.map((name) => read(at(`rough/${name}.md`))).find(Boolean), {
        event: vscode.languages.onDidChangeDiagnostics,
      });
      // A setting, because it arrives at once; a file takes the way over the watcher.
      await vscode.workspace.getConfiguration('fastEnough').update('rules', { [CITED]: 'hint' }, vscode.ConfigurationTarget.Workspace);
      await running;
      for (const name of names) {
        const uri = at(`rough/${name}.md`);
        await waitForDiagnostics(uri, () => severityOf(uri) === vscode.DiagnosticSeverity.Hint);
      }
    });
  });

  it('closed files are decoded as the editor would, and what is no text does no harm', async () => {
    const utf16 = (text: string): number[] => [...`\ufeff${text}`].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]);
    await writeBytes('rough/utf-16.md', utf16(PROPOSAL));
    await writeBytes('rough/bom.md', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(PROPOSAL)]);
    // Latin-1: no valid UTF-8, and one unreadable letter is no reason to leave the file out.
    await writeBytes('rough/latin-1.md', [...new TextEncoder().encode(PROPOSAL), 0xe9, 0x0a]);
    await writeBytes(
      'rough/binary.md',
      Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 256),
    );
    await vscode.workspace.fs.createDirectory(at('rough/folder.md'));
    await writeFile('rough/plain.md', PROPOSAL);
    assert.equal((await scan()).cancelled, false);
    assert.deepEqual(await listed(), ['bom', 'latin-1', 'plain', 'utf-16']);
  });

  it('links that lead nowhere or round in circles are passed over', async () => {
    // The folder is made by the runner where the system has symbolic links.
    await writeFile('rough/plain.md', PROPOSAL);
    await scan();
    assert.deepEqual(await listed(), ['plain']);
    await vscode.commands.executeCommand('fastEnough.copyProposals');
    assert.ok(!(await vscode.env.clipboard.readText()).includes('links/'));
  });

  it('requests that are overtaken by edits or by closing fail nobody, and the end is right', async () => {
    const editor = await openText(PROPOSAL);
    const { document } = editor;
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    const place = find(document, 'Discord');
    const asked: Thenable<unknown>[] = [];
    for (let i = 0; i < 40; i++) {
      asked.push(
        vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, place),
        vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, everything),
        vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri),
        vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, everything),
        vscode.commands.executeCommand('fastEnough.restart'),
      );
      await editor.edit((edit) => edit.insert(new vscode.Position(document.lineCount - 1, 0), `More, ${i}.\n`));
    }
    // The editor itself gives up on some; nothing else may come back.
    for (const outcome of await Promise.allSettled(asked))
      if (outcome.status === 'rejected') assert.match(String(outcome.reason), /Cancell?ed/i);
    await waitForDiagnostics(document.uri, (found) => found.some((d) => ruleOf(d) === CITED));
    const last = vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, everything);
    await closeAll();
    await last.then(undefined, () => undefined);
    await waitForDiagnostics(document.uri, (found) => found.length === 0);
  });

  it('scans asked for at once share one, and the next one is whole again', async () => {
    await writeMany(['a', 'b', 'c']);
    const reports = await Promise.all([scan(), scan(), scan()]);
    assert.ok(reports.every((report) => !report.cancelled && report.files === reports[0]?.files));
    await remove('rough/a.md');
    await scan();
    assert.deepEqual(await listed(), ['b', 'c']);
  });

  it('folders with different words on the same rule do not mix', async () => {
    await writeFile('rough/a/rfc.md', PROPOSAL);
    await writeFile('rough/b/rfc.md', PROPOSAL);
    await writeFile('rough/a/.fastenough.yaml', `rules:\n  ${CITED}: error\n`);
    await writeFile('rough/b/.fastenough.yaml', `rules:\n  ${CITED}: off\n`);
    const a = await openFile('rough/a/rfc.md');
    const b = await openFile('rough/b/rfc.md');
    await waitForDiagnostics(a.document.uri, () => severityOf(a.document.uri) === vscode.DiagnosticSeverity.Error);
    await waitForDiagnostics(b.document.uri, (found) => found.length > 0 && severityOf(b.document.uri) === undefined);
  });
});
