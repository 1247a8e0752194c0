/** The Q&A as pages. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, waitFor, waitForDiagnostics } from './support/editor';

const previewTabs = (): vscode.Uri[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .map((tab) => tab.input)
    .filter(
      (input): input is vscode.TabInputCustom =>
        input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor',
    )
    .map((input) => input.uri);

describe('cards', () => {
  afterEach(closeAll);

  it('all eighteen are there, each with its question, an answer and links to others', async () => {
    for (let n = 1; n <= 18; n++) {
      const uri = vscode.Uri.parse(`fast-enough-card:/q${String(n).padStart(2, '0')}.md`);
      const text = (await vscode.workspace.openTextDocument(uri)).getText();
      assert.match(text, new RegExp(`^# Q${n}: \\S`), uri.path);
      assert.match(text, /^\*\*.+\?\*\*$/m, uri.path);
      assert.ok(text.length > 600, uri.path);
      for (const [, link] of text.matchAll(/\]\((q\d\d\.md)\)/g)) {
        const linked = (await vscode.workspace.openTextDocument(vscode.Uri.parse(`fast-enough-card:/${link}`))).getText();
        assert.match(linked, /^# Q\d/);
      }
    }
  });

  it('say so where there is none', async () => {
    for (const path of ['/q00.md', '/q19.md', '/../../etc/passwd', '/q6.md']) {
      const text = (await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'fast-enough-card', path }))).getText();
      assert.match(text, /no such card/);
    }
  });

  it('open rendered, beside the document, from the link of a diagnostic', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    const [first] = await waitForDiagnostics(document.uri, (found) => found.length > 0);
    assert.ok(typeof first?.code === 'object');
    await vscode.commands.executeCommand('vscode.open', first.code.target);
    const target = first.code.target.toString();
    await waitFor('the card', () => (previewTabs().some((uri) => uri.toString() === target) ? true : undefined), {
      event: vscode.window.tabGroups.onDidChangeTabs,
    });
  });

  it('open beside by command', async () => {
    await openFile('weak-rewrite-rfc.md');
    await vscode.commands.executeCommand('fastEnough.openCard', 'Q6');
    await waitFor('the card', () => (previewTabs().some((uri) => uri.path === '/q06.md') ? true : undefined), {
      event: vscode.window.tabGroups.onDidChangeTabs,
    });
    const columns = vscode.window.tabGroups.all.map((group) => group.viewColumn);
    assert.equal(columns.length, 2);
  });

  it('are not themselves checked', async () => {
    const card = await vscode.workspace.openTextDocument(vscode.Uri.parse('fast-enough-card:/q12.md'));
    await vscode.window.showTextDocument(card);
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    assert.deepEqual(
      vscode.languages.getDiagnostics(card.uri).filter((d) => d.source === 'fast-enough'),
      [],
    );
  });
});
