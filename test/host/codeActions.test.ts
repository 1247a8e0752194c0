/** The ladder of quick fixes. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, openText, ruleOf, waitForDiagnostics } from './support/editor';
import { replace } from './support/settings';

const has =
  (rule: string) =>
  (diagnostics: vscode.Diagnostic[]): boolean =>
    diagnostics.some((d) => ruleOf(d) === rule);

async function actionsFor(document: vscode.TextDocument, rule: string, kind?: string): Promise<vscode.CodeAction[]> {
  const diagnostics = await waitForDiagnostics(document.uri, has(rule), rule);
  const range = diagnostics.find((d) => ruleOf(d) === rule)?.range;
  assert.ok(range);
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind);
}

const titled = (actions: vscode.CodeAction[], title: RegExp): vscode.CodeAction => {
  const action = actions.find((candidate) => title.test(candidate.title));
  assert.ok(action, `${title} among ${actions.map((a) => a.title).join(' | ')}`);
  return action;
};

async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

describe('quick fixes', () => {
  afterEach(closeAll);

  it('stand in order: mend, read, accept with a reason, turn down', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    const titles = (await actionsFor(document, 'company-did-it')).map((action) => action.title);
    const order = [/^Insert comparison/, /^Open Q&A Q11/, /^Accept company-did-it here/, /^Not useful here/, /^Turn "company-did-it" down/];
    const places = order.map((title) => titles.findIndex((candidate) => title.test(candidate)));
    assert.ok(
      places.every((place) => place >= 0),
      titles.join(' | '),
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      titles.join(' | '),
    );
  });

  it('are quick fixes, and a template is never the preferred one', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    for (const action of await actionsFor(document, 'no-slo', vscode.CodeActionKind.QuickFix.value))
      assert.ok(!action.isPreferred, action.title);
  });

  it('insert an SLO section; the finding stays while it is a template and goes once a number is typed', async () => {
    const editor = await openFile('weak-rewrite-rfc.md');
    const { document } = editor;
    await apply(titled(await actionsFor(document, 'no-slo'), /^Insert SLO/));
    assert.match(document.getText(), /^#+ .*(?:target|objective|SLO)/im);
    assert.match(document.getText(), /\{[^}]+\}/, 'open slots keep their braces');
    await waitForDiagnostics(document.uri, has('no-slo'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.ok(has('no-slo')(vscode.languages.getDiagnostics(document.uri)), 'a template is no evidence');
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n## Target\n\n- p99 latency of checkout at most 250 ms at 400 requests per second.\n'));
    await waitForDiagnostics(document.uri, (found) => found.length > 0 && !has('no-slo')(found));
  });

  it('accept a finding with a reason', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    await apply(titled(await actionsFor(document, 'company-did-it'), /^Accept company-did-it here/));
    assert.match(document.getText(), /fast-enough-disable-(?:next-)?line company-did-it: /);
    await waitForDiagnostics(document.uri, (found) => found.length > 0 && !has('company-did-it')(found));
  });

  it('record "not useful here" with the reason given, whatever is in it', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    const action = titled(await actionsFor(document, 'language-slow-claim'), /^Not useful here.*language-slow-claim/);
    assert.ok(action.command);
    const done = await vscode.commands.executeCommand<boolean>(
      action.command.command,
      ...(action.command.arguments ?? []),
      'known --> <b>$1 ${2:x}</b>\nand accepted',
    );
    assert.equal(done, true);
    const line =
      document
        .getText()
        .split('\n')
        .find((text) => text.includes('fast-enough-disable')) ?? '';
    assert.match(line, /language-slow-claim: known .*and accepted/);
    assert.equal(line.match(/-->/g)?.length ?? 0, 1, line);
    const rest = await waitForDiagnostics(
      document.uri,
      (found) =>
        !found.some(
          (d) =>
            d.range.start.line === document.positionAt(document.getText().indexOf('Python is slow')).line &&
            ruleOf(d) === 'language-slow-claim',
        ),
    );
    assert.ok(rest.length > 0);
  });

  it('turn a rule down in the settings where there is no configuration file', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    const section = (): Record<string, unknown> => vscode.workspace.getConfiguration('fastEnough').get('rules') ?? {};
    try {
      await waitForDiagnostics(document.uri, has('company-did-it'));
      await vscode.commands.executeCommand('fastEnough.turnRuleDown', 'company-did-it', document.uri.toString(), 'off');
      assert.equal(section()['company-did-it'], 'off');
      await waitForDiagnostics(document.uri, (found) => found.length > 0 && !has('company-did-it')(found));
    } finally {
      await vscode.workspace.getConfiguration('fastEnough').update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('are filtered by the kind that is asked for', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    const others = await actionsFor(document, 'no-slo', vscode.CodeActionKind.Refactor.value);
    assert.deepEqual(
      others.filter((action) => /SLO|Accept|Q&A|Turn/.test(action.title)).map((action) => action.title),
      [],
    );
  });

  it('keep the line ends of the document', async () => {
    const { document } = await openText(
      '# RFC: rewrite the service in Rust\r\n\r\nWe rewrite the service from Python to Rust to make it faster.\r\n',
    );
    await apply(titled(await actionsFor(document, 'no-slo'), /^Insert SLO/));
    assert.ok(!/(?<!\r)\n/.test(document.getText()));
  });
});

describe('fixes leave a document usable', () => {
  afterEach(closeAll);
  it('undo takes an insertion back', async () => {
    const editor = await openFile('weak-rewrite-rfc.md');
    const before = editor.document.getText();
    await apply(titled(await actionsFor(editor.document, 'no-slo'), /^Insert SLO/));
    assert.notEqual(editor.document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await replace(editor, before, before);
  });
});
