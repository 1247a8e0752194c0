/** Nothing new under the caret while a line is being typed. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, openText, ruleOf, waitForDiagnostics } from './support/editor';
import { withSettings } from './support/settings';

const START = [
  '# RFC: rewrite the order service in Rust',
  '',
  '## Proposal',
  '',
  'We propose to rewrite the order service from Python to Rust. It will be much faster.',
  '',
  '',
].join('\n');
const LINE = 'Discord did it, so we can do it too.';

/** Types as a person does: one character at a time, the caret behind it. */
async function type(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand('default:type', { text: character });
}

const cited = (uri: vscode.Uri): boolean => diagnosticsOf(uri).some((d) => ruleOf(d) === 'company-did-it');
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function typeALine(): Promise<vscode.TextEditor> {
  const editor = await openText(START);
  await waitForDiagnostics(editor.document.uri, (found) => found.length > 0);
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  await type(LINE);
  assert.ok(editor.document.getText().endsWith(LINE));
  return editor;
}

describe('quiet at the caret', () => {
  afterEach(closeAll);

  it('holds a new finding back on the line being typed, and shows it when the caret leaves', async () => {
    const editor = await typeALine();
    await pause(900);
    assert.equal(cited(editor.document.uri), false);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await waitForDiagnostics(editor.document.uri, () => cited(editor.document.uri));
  });

  it('shows it after a pause', async () => {
    const editor = await typeALine();
    await waitForDiagnostics(editor.document.uri, () => cited(editor.document.uri));
  });

  it('keeps what was shown before the typing began', async () => {
    const editor = await openText(`${START}${LINE}\n`);
    await waitForDiagnostics(editor.document.uri, () => cited(editor.document.uri));
    const end = editor.document.lineAt(editor.document.lineCount - 2).range.end;
    editor.selection = new vscode.Selection(end, end);
    let vanished = false;
    const watch = vscode.languages.onDidChangeDiagnostics(() => {
      vanished ||= !cited(editor.document.uri);
    });
    await type(' Really so.');
    await pause(700);
    watch.dispose();
    assert.equal(vanished, false);
    assert.ok(cited(editor.document.uri));
  });

  it('can be switched off', async () => {
    await withSettings({ quietAtCaret: false, debounce: 50 }, async () => {
      const editor = await openText(START);
      await waitForDiagnostics(editor.document.uri, (found) => found.length > 0);
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      await type(LINE);
      const before = Date.now();
      await waitForDiagnostics(editor.document.uri, () => cited(editor.document.uri));
      assert.ok(Date.now() - before < 1500, 'well before a pause would have released it');
    });
  });
});
