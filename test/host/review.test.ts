/** The review: the panel, and the same as Markdown. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, openText, waitFor, waitForDiagnostics, workspaceRoot } from './support/editor';

const panels = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('fastEnough.review'));

async function openWeak(): Promise<vscode.TextDocument> {
  const { document } = await openFile('weak-rewrite-rfc.md');
  await waitForDiagnostics(document.uri, (found) => found.length > 0);
  return document;
}

describe('review', () => {
  afterEach(closeAll);

  it('opens beside the document, once, and follows to another document', async () => {
    const document = await openWeak();
    await vscode.commands.executeCommand('fastEnough.openReview', document.uri);
    const [tab] = await waitFor('the panel', () => (panels().length > 0 ? panels() : undefined), {
      event: vscode.window.tabGroups.onDidChangeTabs,
    });
    assert.equal(tab?.group.viewColumn, vscode.ViewColumn.Two);
    await waitFor('its title', () => (panels()[0]?.label.includes('weak-rewrite-rfc.md') ? true : undefined));
    await vscode.commands.executeCommand('fastEnough.openReview', document.uri.toString());
    assert.equal(panels().length, 1);
    const other = await openFile('strong-rewrite-rfc.md');
    await vscode.commands.executeCommand('fastEnough.openReview', other.document.uri);
    await waitFor('the new title', () => (panels()[0]?.label.includes('strong-rewrite-rfc.md') ? true : undefined));
    assert.equal(panels().length, 1);
  });

  it('is copied as Markdown for a pull request', async () => {
    const document = await openWeak();
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('fastEnough.copyReview', document.uri);
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^## Review: RFC 0042: Rewrite the orders service in Rust$/m);
    assert.match(text, /^\*\*Rewrite proposal · \d of \d greenlight criteria met\*\*$/m);
    assert.match(text, /^- \[ \] \*\*A target is named and missed, in numbers\*\* \(Q2\)/m);
    assert.match(text, /“.*95 % of the time.*” \(line 18\)/);
    assert.match(text, /^### Numbers recomputed$/m);
    assert.match(text, /1\.05x/);
    assert.match(text, /^### Questions for the author$/m);
  });

  it('is saved as Markdown', async () => {
    const document = await openWeak();
    const target = vscode.Uri.joinPath(workspaceRoot(), 'weak.review.md');
    await vscode.commands.executeCommand('fastEnough.saveReview', document.uri, target);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(text, /^## Review: /);
    await vscode.workspace.fs.delete(target);
  });

  it('escapes what the author wrote', async () => {
    const { document } = await openText(
      '# RFC: rewrite <img src=x> [in](command:x) Rust\n\n## Proposal\n\nWe rewrite the service from Python to Rust, so it gets much faster.\n',
    );
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    await vscode.commands.executeCommand('fastEnough.copyReview', document.uri);
    const text = await vscode.env.clipboard.readText();
    assert.ok(!/(?<!\\)<img/.test(text), text);
    assert.ok(!/(?<!\\)\]\(command/.test(text), text);
  });
});

describe('language-model tool', () => {
  afterEach(closeAll);

  const invoke = async (input: object): Promise<Record<string, unknown>> => {
    const result = await vscode.lm.invokeTool('fast-enough_review', { input, toolInvocationToken: undefined });
    const [part] = result.content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    return JSON.parse(part.value) as Record<string, unknown>;
  };

  it('is announced with a description for models', () => {
    const tool = vscode.lm.tools.find((candidate) => candidate.name === 'fast-enough_review');
    assert.ok(tool);
    assert.match(tool.description, /performance argument/);
  });

  it('answers for a path with verdict, criteria, findings, evidence and computed figures', async () => {
    const answer = await invoke({ path: 'weak-rewrite-rfc.md' });
    assert.equal(answer['version'], 1);
    assert.equal(answer['applies'], true);
    assert.match(String(answer['verdict']), /greenlight criteria met/);
    const findings = answer['findings'] as { rule: string; line: number; message: string }[];
    const cited = findings.find((finding) => finding.rule === 'company-did-it');
    assert.equal(cited?.line, 29);
    const evidence = answer['evidence'] as { kind: string; quote: string }[];
    assert.ok(evidence.some((e) => /95 %/.test(e.quote)));
    assert.ok((answer['questions'] as string[]).length > 0);
    assert.ok((answer['computed'] as { result: string }[]).some((c) => c.result === '1.05x'));
  });

  it('answers for a text that is not written yet', async () => {
    const answer = await invoke({ text: '# RFC\n\n## Proposal\n\nWe rewrite the service from Python to Rust, so it gets much faster.\n' });
    assert.equal(answer['applies'], true);
    assert.equal((await invoke({ text: '# Notes\n\nNothing.\n' }))['applies'], false);
  });

  it('reads nothing outside the workspace', async () => {
    await assert.rejects(invoke({ path: '../../../../etc/hostname' }));
    await assert.rejects(invoke({ path: '/etc/hostname' }));
    await assert.rejects(invoke({ path: 'file:///etc/hostname' }));
  });
});

describe('snippets', () => {
  afterEach(closeAll);

  it('offer the templates of the quick fixes and a whole RFC', async () => {
    const { document } = await openText('fe-');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 3),
    );
    const labels = list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
    for (const prefix of ['fe-slo', 'fe-amdahl', 'fe-payback', 'fe-rfc'])
      assert.ok(labels.includes(prefix), `${prefix} among ${labels.join(' ')}`);
  });
});
