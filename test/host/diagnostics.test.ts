/** Findings as diagnostics: live, for documents of any kind, gone when they should be gone. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, find, openFile, openText, ruleOf, waitFor, waitForDiagnostics, writeFile } from './support/editor';
import { replace, withSettings } from './support/settings';

const has =
  (rule: string) =>
  (diagnostics: vscode.Diagnostic[]): boolean =>
    diagnostics.some((d) => ruleOf(d) === rule);

const WEAK = [
  '# RFC: rewrite the order service in Rust',
  '',
  '## Proposal',
  '',
  'We propose to rewrite the order service from Python to Rust. It will be much faster.',
  '',
  'Discord did it, so we can do it too.',
  '',
].join('\n');

describe('diagnostics', () => {
  afterEach(closeAll);

  it('appear when a weak proposal is opened, each with source, rule and a link to its card', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    const diagnostics = await waitForDiagnostics(document.uri, has('company-did-it'));
    assert.ok(diagnostics.length >= 4, `${diagnostics.length} diagnostics`);
    for (const diagnostic of diagnostics) {
      assert.equal(diagnostic.source, 'fast-enough');
      assert.ok(typeof diagnostic.code === 'object');
      assert.equal(diagnostic.code.target.scheme, 'fast-enough-card');
      assert.match(diagnostic.code.target.path, /^\/q(0[1-9]|1[0-8])\.md$/);
      assert.ok(!diagnostic.range.isEmpty);
    }
    const cited = diagnostics.find((d) => ruleOf(d) === 'company-did-it');
    assert.match(document.getText(cited?.range), /Discord/);
    assert.equal(cited?.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('point at the number that contradicts', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    const diagnostics = await waitForDiagnostics(document.uri, has('io-bound-rewrite'));
    const bound = diagnostics.find((d) => ruleOf(d) === 'io-bound-rewrite');
    assert.match(bound?.message ?? '', /95 %/);
  });

  it('stay away from an ordinary ADR, and from one that keeps the language', async () => {
    // The weak one comes last: once it is marked, the others have been read too.
    const quiet = [await openFile('ordinary-adr.md'), await openFile('keep-the-language-adr.md')];
    const weak = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(weak.document.uri, (found) => found.length > 0);
    for (const { document } of quiet) assert.deepEqual(diagnosticsOf(document.uri), []);
  });

  it('follow the text while it changes', async () => {
    const editor = await openText(WEAK);
    await waitForDiagnostics(editor.document.uri, has('company-did-it'));
    await replace(editor, 'Discord did it, so we can do it too.', 'See the appendix.');
    await waitForDiagnostics(editor.document.uri, (found) => found.length > 0 && !has('company-did-it')(found));
  });

  it('are the same after many edits as for the finished text', async () => {
    const editor = await openText('# Notes\n\nNothing yet.\n');
    const pieces = WEAK.split('\n');
    await replace(editor, '# Notes\n\nNothing yet.\n', '');
    for (const piece of pieces) {
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      await editor.edit((edit) => edit.insert(end, `${piece}\n`));
    }
    // Several places at once, and an emoji that shares its first half with the one it replaces.
    await replace(editor, 'much faster', 'much faster \u{1f600}');
    await replace(editor, '\u{1f600}', '\u{1f601}');
    await editor.edit((edit) => {
      edit.insert(find(editor.document, 'Discord'), 'Well: ');
      edit.insert(find(editor.document, '## Proposal'), '## Summary\n\nShort.\n\n');
    });
    const typed = await waitForDiagnostics(editor.document.uri, has('company-did-it'));
    const text = editor.document.getText();
    const settled = await waitFor('the diagnostics to settle', async () => {
      const found = diagnosticsOf(editor.document.uri);
      const cited = found.find((d) => ruleOf(d) === 'company-did-it');
      return cited && /Discord/.test(editor.document.getText(cited.range)) ? found : undefined;
    });
    const fresh = await openText(text);
    const wanted = await waitForDiagnostics(fresh.document.uri, (found) => found.length === settled.length);
    const plain = (all: vscode.Diagnostic[]): unknown =>
      all.map((d) => [ruleOf(d), d.message, d.range.start.line, d.range.start.character, d.range.end.line, d.range.end.character]);
    assert.deepEqual(plain(settled), plain(wanted));
    assert.ok(typed.length > 0);
  });

  it('go when the document is closed', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    await closeAll();
    await waitForDiagnostics(document.uri, (found) => found.length === 0);
  });

  it('obey the severity of a setting, and "off"', async () => {
    await withSettings({ rules: { 'company-did-it': 'error', 'no-slo': 'off' } }, async () => {
      const { document } = await openFile('weak-rewrite-rfc.md');
      const loud = (found: vscode.Diagnostic[]): boolean =>
        found.some((d) => ruleOf(d) === 'company-did-it' && d.severity === vscode.DiagnosticSeverity.Error);
      await waitForDiagnostics(document.uri, (found) => loud(found) && !has('no-slo')(found));
    });
  });

  it('change with the profile, without reopening', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, has('open-criteria'));
    await withSettings({ profile: 'full' }, async () => {
      await waitForDiagnostics(document.uri, (found) => has('no-payback')(found) && !has('open-criteria')(found));
    });
    await waitForDiagnostics(document.uri, (found) => has('open-criteria')(found) && !has('no-payback')(found));
  });

  it('go when the extension is switched off, and come back', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    await withSettings({ enable: false }, () => waitForDiagnostics(document.uri, (found) => found.length === 0).then(() => undefined));
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
  });

  it('wait for the save when they are asked to', async () => {
    await withSettings({ run: 'onSave' }, async () => {
      await writeFile('on-save.md', WEAK);
      const editor = await openFile('on-save.md');
      await waitForDiagnostics(editor.document.uri, has('company-did-it'));
      await replace(editor, 'Discord did it, so we can do it too.', 'It is settled.');
      await new Promise((resolve) => setTimeout(resolve, 800));
      assert.ok(has('company-did-it')(diagnosticsOf(editor.document.uri)), 'nothing changed before the save');
      await editor.document.save();
      await waitForDiagnostics(editor.document.uri, (found) => found.length > 0 && !has('company-did-it')(found));
    });
  });

  it('are made for CRLF documents at the right place', async () => {
    const { document } = await openText(WEAK.replace(/\n/g, '\r\n'));
    const diagnostics = await waitForDiagnostics(document.uri, has('company-did-it'));
    const cited = diagnostics.find((d) => ruleOf(d) === 'company-did-it');
    assert.match(document.getText(cited?.range), /Discord/);
  });

  it('leave other languages alone', async () => {
    const { document } = await openText(WEAK, 'plaintext');
    const markdown = await openText(WEAK);
    await waitForDiagnostics(markdown.document.uri, (found) => found.length > 0);
    assert.deepEqual(diagnosticsOf(document.uri), []);
    // The same document turned into Markdown is read.
    const turned = await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await waitForDiagnostics(turned.uri, (found) => found.length > 0);
  });
});
