/** Whether a document counts, and the author's last word on it; the verdict line, hints beside numbers, the status. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, openFile, openText, waitFor, waitForDiagnostics } from './support/editor';
import { withSettings } from './support/settings';

const lenses = (uri: vscode.Uri): Thenable<vscode.CodeLens[]> =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
const ours = (all: vscode.CodeLens[]): vscode.CodeLens[] => all.filter((lens) => lens.command?.command.startsWith('fastEnough.'));

async function hintsOf(document: vscode.TextDocument): Promise<vscode.InlayHint[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
}

const labelOf = ({ label }: vscode.InlayHint): string => (typeof label === 'string' ? label : label.map((part) => part.value).join(''));

describe('a proposal', () => {
  afterEach(closeAll);

  it('carries the verdict above its title', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    const found = ours(await lenses(document.uri));
    assert.match(found[0]?.command?.title ?? '', /^Rewrite proposal · \d of \d greenlight criteria met$/);
    assert.ok(found.some((lens) => lens.command?.command === 'fastEnough.openReview'));
    assert.match(document.lineAt(found[0]?.range.start.line ?? 0).text, /^# RFC 0042/);
    await withSettings({ codeLens: false }, async () => {
      assert.deepEqual(ours(await lenses(document.uri)), []);
    });
  });

  it('has no verdict when it is none', async () => {
    const { document } = await openFile('ordinary-adr.md');
    assert.deepEqual(ours(await lenses(document.uri)), []);
  });

  it('shows the ceiling beside a claimed speed-up, with the derivation as tooltip', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    const [hint] = await hintsOf(document);
    assert.ok(hint);
    assert.match(labelOf(hint), /1\.05x/);
    assert.match(document.lineAt(hint.position.line).text.slice(0, hint.position.character), /10x$/);
    const { tooltip } = hint;
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /1 \/ \(\(1 - f\) \+ f \/ s\)/);
    assert.match(tooltip.value, /\*\*95 %\*\* \(\[line 18\]/);
    await withSettings({ inlayHints: false }, async () => {
      assert.deepEqual(await hintsOf(document), []);
    });
  });

  it('shows months beside a payback and headroom beside a growth figure', async () => {
    const { document } = await openFile('payback-rfc.md');
    const hints = await waitFor('the hints', async () => {
      const found = await hintsOf(document);
      return found.length > 0 ? found : undefined;
    });
    const beside = (label: RegExp): string => {
      const hint = hints.find((candidate) => label.test(labelOf(candidate)));
      assert.ok(hint, `${label} among ${hints.map(labelOf).join(' | ')}`);
      return document.lineAt(hint.position.line).text.slice(0, hint.position.character);
    };
    assert.match(beside(/^pays back in 24 months$/), /\$9,000 a month$/);
    assert.match(beside(/of headroom$/), /6 % a month$/);
  });

  it('is made of any document by its author’s word, and unmade', async () => {
    const { document } = await openText('# ADR: log as JSON\n\n## Decision\n\nWe log as JSON.\n');
    assert.deepEqual(ours(await lenses(document.uri)), []);
    await vscode.commands.executeCommand('fastEnough.treatAsProposal', document.uri);
    assert.match(document.getText(), /^---\nfast-enough: true\n---\n/);
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    await vscode.commands.executeCommand('fastEnough.notAProposal', document.uri);
    assert.match(document.getText(), /^---\nfast-enough: false\n---\n/);
    await waitForDiagnostics(document.uri, (found) => found.length === 0);
    await vscode.commands.executeCommand('fastEnough.decideAgain', document.uri);
    assert.match(document.getText(), /^# ADR/);
  });

  it('loses all findings when its author says it is none', async () => {
    const { document } = await openText((await openFile('weak-rewrite-rfc.md')).document.getText());
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    await vscode.commands.executeCommand('fastEnough.notAProposal', document.uri);
    await waitForDiagnostics(document.uri, (found) => found.length === 0);
    assert.match(document.getText(), /^---\nfast-enough: false\nrfc: 42\n/);
    assert.deepEqual(diagnosticsOf(document.uri), []);
  });
});
