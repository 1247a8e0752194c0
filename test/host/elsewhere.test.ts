/** Documents that are no files of a disk: those of a virtual file system, read-only ones, cells of a notebook. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, hoversAt, find, openText, ruleOf, waitForDiagnostics } from './support/editor';
import { MemoryFiles } from './support/memory';

const PROPOSAL =
  '# RFC: rewrite the service in Rust\n\n## Proposal\n\nWe rewrite the service from Python to Rust, so it gets much faster.\n\nDiscord did it, so we can do it too.\n';
const cited = (found: vscode.Diagnostic[]): boolean => found.some((d) => ruleOf(d) === 'company-did-it');

describe('a document of a virtual file system', () => {
  const files = new MemoryFiles();
  const provided: vscode.Disposable[] = [];
  const open = async (uri: string): Promise<vscode.TextDocument> => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  };
  before(() => {
    files.put('/docs/rfc.md', PROPOSAL);
    provided.push(
      vscode.workspace.registerFileSystemProvider('fe-memory', files),
      vscode.workspace.registerFileSystemProvider('fe-library', files, { isReadonly: true }),
    );
  });
  after(() => vscode.Disposable.from(...provided).dispose());
  afterEach(closeAll);

  it('is checked, explained and reviewed like any other', async () => {
    const document = await open('fe-memory:/docs/rfc.md');
    await waitForDiagnostics(document.uri, cited);
    assert.match((await hoversAt(document.uri, find(document, 'Discord', 1))).join('\n'), /Why it matters/);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('fastEnough.copyReview', document.uri);
    assert.match(await vscode.env.clipboard.readText(), /^## Review: RFC: rewrite the service in Rust$/m);
  });

  it('takes the author’s word where it can be written, and for this window where it cannot', async () => {
    const library = await open('fe-library:/docs/rfc.md');
    await waitForDiagnostics(library.uri, cited);
    await vscode.commands.executeCommand('fastEnough.notAProposal', library.uri);
    await waitForDiagnostics(library.uri, (found) => found.length === 0);
    assert.equal(library.getText(), PROPOSAL);
    await vscode.commands.executeCommand('fastEnough.decideAgain', library.uri);
    await waitForDiagnostics(library.uri, cited);
    const memory = await open('fe-memory:/docs/rfc.md');
    await vscode.commands.executeCommand('fastEnough.notAProposal', memory.uri);
    assert.match(memory.getText(), /^---\nfast-enough: false\n/);
  });
});

describe('a Markdown cell of a notebook', () => {
  afterEach(closeAll);

  it('is a fragment and is left alone', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, PROPOSAL, 'markdown');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    await vscode.window.showNotebookDocument(notebook);
    const document = notebook.cellAt(0).document;
    assert.equal(document.languageId, 'markdown');
    // The same text as a document comes second: once it is marked, the cell would have been read too.
    const whole = await openText(PROPOSAL);
    await waitForDiagnostics(whole.document.uri, cited);
    assert.deepEqual(diagnosticsOf(document.uri), []);
    assert.deepEqual(await hoversAt(document.uri, find(document, 'Discord', 1)), []);
  });
});
