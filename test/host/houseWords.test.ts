/** What a `.fastenough.yaml` teaches the linter about the house: each option, seen in the editor with it and without it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, ruleOf, waitForDiagnostics, workspaceRoot, writeFile } from './support/editor';

const HEAD =
  '# RFC: rewrite the order service in Rust\n\n## Proposal\n\nWe rewrite the order service from Python to Rust, so that it gets faster.\n\n';
const PRECEDENT = `${HEAD}Figma did it, so we can do it too.\n`;
const ALL = 'profile: full\n';

/** What each option changes: the sentence, the option, the finding that goes, or comes, with it. */
const OPTIONS: readonly {
  readonly name: string;
  readonly text: string;
  readonly yaml: string;
  readonly rule: string;
  readonly comes?: true;
}[] = [
  {
    name: 'house words for a target',
    text: `${HEAD}Our promise line is 250 ms at p99 for checkout.\n`,
    yaml: 'sloWords: [promise line]\n',
    rule: 'no-slo',
  },
  {
    name: 'companies of one’s own',
    text: PRECEDENT,
    yaml: 'ownCompanies:\n  - Figma\n',
    rule: 'company-did-it',
  },
  {
    name: 'profilers of one’s own',
    text: `${HEAD}A tracebox capture in production shows that 80 % of the time goes to pricing.\n`,
    yaml: 'profilers: [tracebox]\n',
    rule: 'no-profile',
  },
  {
    name: 'languages of one’s own',
    text: '# RFC: move the order service from HouseScript to TeaScript\n\n## Decision\n\nThe order service is written in HouseScript. HouseScript is slow. We port the order service to TeaScript.\n',
    yaml: 'languages: [HouseScript, TeaScript]\n',
    rule: 'language-slow-claim',
    comes: true,
  },
  {
    name: 'thresholds',
    text: `${HEAD}The one-time cost is $180,000 and the saving is $10,000 a month.\n`,
    yaml: 'thresholds:\n  paybackMonths: 24\n',
    rule: 'payback-too-long',
  },
  {
    name: 'phrase rules',
    text: `${HEAD}It has to run at cloud scale.\n`,
    yaml: 'phrases:\n  - id: cloud-scale\n    message: Say how many requests a second that is.\n    phrases: [cloud scale]\n',
    rule: 'cloud-scale',
    comes: true,
  },
];

describe('the words of a house', () => {
  // A folder for each test, as in config.test.ts.
  let house = '';
  let count = 0;
  const write = (name: string, text: string): Promise<vscode.Uri> => writeFile(`${house}/${name}`, text);
  const config = (text: string): Promise<vscode.Uri> => write('docs/.fastenough.yaml', text);
  const open = async (name: string): Promise<vscode.TextDocument> => (await openFile(`${house}/${name}`)).document;
  beforeEach(function () {
    // The editor's watcher may not be up yet for a folder that was just made; each try makes another.
    this.currentTest?.retries(3);
    count += 1;
    house = `house-${count}`;
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceRoot(), house), { recursive: true }).then(undefined, () => undefined);
  });

  for (const { name, text, yaml, rule, comes } of OPTIONS) {
    it(`${name} hold in the editor once they are written down`, async () => {
      const has = (found: vscode.Diagnostic[]): boolean => found.some((d) => ruleOf(d) === rule);
      await write('docs/rfc.md', text);
      await write('other/rfc.md', PRECEDENT);
      await config(ALL);
      const document = await open('docs/rfc.md');
      // The other one comes last: once it is marked, the first has been read too.
      const other = await open('other/rfc.md');
      await waitForDiagnostics(other.uri, (found) => found.length > 0);
      await waitForDiagnostics(document.uri, (found) => has(found) === !comes, `the findings without ${name}`);
      await config(ALL + yaml);
      await waitForDiagnostics(document.uri, (found) => has(found) === Boolean(comes), `the findings with ${name}`);
    });
  }

  it('a phrase rule says what the house says, where the phrase stands', async () => {
    await write('docs/rfc.md', `${HEAD}It has to run at cloud scale.\n`);
    await config('phrases:\n  - id: cloud-scale\n    message: Say how many.\n    severity: error\n    phrases: [cloud scale]\n');
    const document = await open('docs/rfc.md');
    const found = await waitForDiagnostics(document.uri, (all) => all.some((d) => ruleOf(d) === 'cloud-scale'));
    const own = found.find((d) => ruleOf(d) === 'cloud-scale');
    assert.equal(own?.message, 'Say how many.');
    assert.equal(own.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(own.range), 'cloud scale');
  });

  it('only what is included is checked', async () => {
    await write('docs/rfc.md', PRECEDENT);
    await write('docs/rfcs/1.md', PRECEDENT);
    const outside = await open('docs/rfc.md');
    const inside = await open('docs/rfcs/1.md');
    await waitForDiagnostics(outside.uri, (found) => found.length > 0);
    await config('include:\n  - rfcs/\n');
    await waitForDiagnostics(outside.uri, (found) => found.length === 0);
    await waitForDiagnostics(inside.uri, (found) => found.length > 0);
  });

  it('root: true keeps out what outer folders say', async () => {
    await write('docs/rfc.md', PRECEDENT);
    await write('.fastenough.yaml', 'rules:\n  company-did-it: error\n');
    await config('profile: essential\n');
    const severity = (found: vscode.Diagnostic[]): unknown => found.find((d) => ruleOf(d) === 'company-did-it')?.severity;
    const document = await open('docs/rfc.md');
    await waitForDiagnostics(document.uri, (found) => severity(found) === vscode.DiagnosticSeverity.Error);
    await config('root: true\nprofile: essential\n');
    await waitForDiagnostics(document.uri, (found) => severity(found) === vscode.DiagnosticSeverity.Warning);
  });
});
