/** `.fastenough.yaml`: nearest wins, a broken one is said and does not silence, help while it is written. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, openFile, ruleOf, waitFor, waitForDiagnostics, workspaceRoot, writeFile } from './support/editor';
import { withSettings } from './support/settings';

const PROPOSAL =
  '# RFC: rewrite the service in Rust\n\n## Proposal\n\nWe rewrite the service from Python to Rust, so it gets much faster.\n\nDiscord did it, so we can do it too.\n';
const rules = (found: vscode.Diagnostic[]): string[] => found.map(ruleOf);
const remove = async (name: string): Promise<void> =>
  vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceRoot(), name), { recursive: true });

describe('.fastenough.yaml', () => {
  // A folder for each test: what the editor remembers of a file that was deleted and made again is not the subject here.
  let team = '';
  let count = 0;
  beforeEach(() => {
    count += 1;
    team = `team-${count}`;
  });
  afterEach(async () => {
    await closeAll();
    await remove(team).then(undefined, () => undefined);
  });

  it('is obeyed, also when it changes or goes', async () => {
    await writeFile(`${team}/docs/rfc.md`, PROPOSAL);
    await writeFile(`${team}/.fastenough.yaml`, 'profile: full\nrules:\n  company-did-it: off\n');
    const { document } = await openFile(`${team}/docs/rfc.md`);
    await waitForDiagnostics(document.uri, (found) => rules(found).includes('no-payback') && !rules(found).includes('company-did-it'));
    await writeFile(`${team}/.fastenough.yaml`, 'rules:\n  company-did-it: error\n');
    await waitForDiagnostics(document.uri, (found) => rules(found).includes('company-did-it') && !rules(found).includes('no-payback'));
    await remove(`${team}/.fastenough.yaml`);
    await waitForDiagnostics(document.uri, (found) =>
      found.some((d) => ruleOf(d) === 'company-did-it' && d.severity === vscode.DiagnosticSeverity.Warning),
    );
  });

  it('the nearest one wins, outer ones fill in, and the settings stand below both', async () => {
    await writeFile(`${team}/docs/rfc.md`, PROPOSAL);
    await writeFile(`${team}/.fastenough.yaml`, 'rules:\n  company-did-it: off\n  no-slo: error\n');
    await writeFile(`${team}/docs/.fastenough.yaml`, 'rules:\n  company-did-it: hint\n');
    await withSettings({ rules: { 'company-did-it': 'error', 'no-slo': 'off', 'no-profile': 'error' } }, async () => {
      const { document } = await openFile(`${team}/docs/rfc.md`);
      const severity = (found: vscode.Diagnostic[], rule: string): vscode.DiagnosticSeverity | undefined =>
        found.find((d) => ruleOf(d) === rule)?.severity;
      await waitForDiagnostics(
        document.uri,
        (found) =>
          severity(found, 'company-did-it') === vscode.DiagnosticSeverity.Hint &&
          severity(found, 'no-slo') === vscode.DiagnosticSeverity.Error &&
          severity(found, 'no-profile') === vscode.DiagnosticSeverity.Error,
      );
    });
  });

  it('leaves out what it excludes', async () => {
    await writeFile(`${team}/archive/rfc.md`, PROPOSAL);
    await writeFile(`${team}/rfc.md`, PROPOSAL);
    await writeFile(`${team}/.fastenough.yaml`, 'exclude:\n  - archive/\n');
    const archived = await openFile(`${team}/archive/rfc.md`);
    const live = await openFile(`${team}/rfc.md`);
    await waitForDiagnostics(live.document.uri, (found) => found.length > 0);
    await waitForDiagnostics(archived.document.uri, (found) => found.length === 0);
    await vscode.commands.executeCommand('fastEnough.restart');
    await waitForDiagnostics(live.document.uri, (found) => found.length > 0);
    assert.deepEqual(diagnosticsOf(archived.document.uri), []);
  });

  it('shows what is wrong at its place, and a broken file silences nothing', async () => {
    await writeFile(`${team}/rfc.md`, PROPOSAL);
    const file = await writeFile(`${team}/.fastenough.yaml`, 'profile: fulll\nrules:\n  no-sloo: off\n');
    const config = await openFile(`${team}/.fastenough.yaml`);
    const problems = await waitForDiagnostics(file, (found) => found.length >= 2);
    assert.match(problems[0]?.message ?? '', /did you mean "full"/);
    assert.equal(config.document.getText(problems[0]?.range), 'fulll');
    assert.match(problems[1]?.message ?? '', /did you mean "no-slo"/);
    const { document } = await openFile(`${team}/rfc.md`);
    await waitForDiagnostics(document.uri, (found) => rules(found).includes('company-did-it'));
    await writeFile(`${team}/.fastenough.yaml`, 'rules: [\n');
    await waitForDiagnostics(file, (found) => found.some((d) => d.severity === vscode.DiagnosticSeverity.Error));
    await waitForDiagnostics(document.uri, (found) => rules(found).includes('company-did-it'));
  });

  it('changes a mistyped key, rule, value or percentage to what was meant', async () => {
    const file = await writeFile(
      `${team}/.fastenough.yaml`,
      'profil: "fulll"\nprofile: fulll\nrules:\n  no-sloo: off\nthresholds:\n  knee: 75\n',
    );
    const { document } = await openFile(`${team}/.fastenough.yaml`);
    await waitForDiagnostics(file, (found) => found.length >= 4);
    const fixAt = async (line: number): Promise<vscode.CodeAction> => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        file,
        document.lineAt(line).range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const own = found.filter((action) => action.title.startsWith('Change to'));
      assert.equal(own.length, 1, `line ${line}: ${found.map((action) => action.title).join(', ')}`);
      return own[0]!;
    };
    for (const [line, title] of [
      [1, 'Change to "full"'],
      [3, 'Change to "no-slo"'],
      [5, 'Change to "0.75"'],
    ] as const) {
      const action = await fixAt(line);
      assert.equal(action.title, title);
      assert.equal(action.isPreferred, true);
      assert.ok(await vscode.workspace.applyEdit(action.edit!));
      await waitForDiagnostics(file, (found) => !found.some((d) => d.range.start.line === line));
    }
    assert.equal(document.getText(), 'profil: "fulll"\nprofile: full\nrules:\n  no-slo: off\nthresholds:\n  knee: 0.75\n');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('completes keys, rules and severities, and explains them', async () => {
    const file = await writeFile(`${team}/.fastenough.yaml`, 'pro\nrules:\n  no-\n  no-slo: \n');
    const { document } = await openFile(`${team}/.fastenough.yaml`);
    const at = async (line: number, character: number): Promise<string[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        file,
        new vscode.Position(line, character),
      );
      return list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
    };
    assert.ok((await at(0, 3)).includes('profile'));
    assert.ok((await at(2, 5)).includes('no-profile'));
    assert.ok((await at(3, 10)).includes('warning'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(3, 4),
    );
    assert.match(hovers.map((hover) => hover.contents.map((c) => (typeof c === 'string' ? c : c.value)).join('\n')).join('\n'), /no-slo/);
  });

  it('is written by "turn this rule down", comments kept', async () => {
    await writeFile(`${team}/rfc.md`, PROPOSAL);
    const file = await writeFile(`${team}/.fastenough.yaml`, '# ours\nrules:\n  no-slo: error # until June\n');
    const { document } = await openFile(`${team}/rfc.md`);
    await waitForDiagnostics(document.uri, (found) => rules(found).includes('company-did-it'));
    await vscode.commands.executeCommand('fastEnough.turnRuleDown', 'company-did-it', document.uri.toString(), 'off');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    assert.equal(text, '# ours\nrules:\n  no-slo: error # until June\n  company-did-it: off\n');
    await waitForDiagnostics(document.uri, (found) => found.length > 0 && !rules(found).includes('company-did-it'));
  });

  it('shows the effective configuration with the origin of each value', async () => {
    await writeFile(`${team}/rfc.md`, PROPOSAL);
    await writeFile(`${team}/.fastenough.yaml`, 'profile: full\nthresholds:\n  paybackMonths: 18\n');
    await withSettings({ rules: { 'no-slo': 'error' } }, async () => {
      const { document } = await openFile(`${team}/rfc.md`);
      await vscode.commands.executeCommand('fastEnough.showConfig', document.uri);
      const page = await waitFor('the page', () =>
        vscode.window.activeTextEditor?.document.uri.scheme === 'fast-enough-config' ? vscode.window.activeTextEditor.document : undefined,
      );
      const text = page.getText();
      assert.match(text, /^profile: full # .*team-\d+\/\.fastenough\.yaml:1$/m);
      assert.match(text, /paybackMonths: 18 # .*team-\d+\/\.fastenough\.yaml:3$/m);
      assert.match(text, /no-slo: error # setting fastEnough\.rules\.no-slo$/m);
      assert.match(text, /knee: 0\.75 # default$/m);
      assert.equal(page.languageId, 'yaml');
    });
  });
});
