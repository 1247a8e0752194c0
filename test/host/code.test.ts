/** Cheap fixes that are visible in the code of a proposal. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, openText, ruleOf, waitForDiagnostics, writeFile } from './support/editor';
import { replace } from './support/settings';

const has =
  (rule: string) =>
  (found: vscode.Diagnostic[]): boolean =>
    found.some((d) => ruleOf(d) === rule);

const proposal = (code: string): string =>
  `# RFC: rewrite the orders service in Go\n\n## Context\n\nIt is written in TypeScript and p95 latency is 900 ms.\n\n\`\`\`ts\n${code}\n\`\`\`\n\n## Decision\n\nWe rewrite the service in Go, so that it gets faster.\n`;
const SLOW = "for (const id of ids) {\n  rows.push(await db.query('SELECT * FROM users WHERE id = $1', [id]));\n}";

describe('code evidence', () => {
  afterEach(closeAll);

  it('is found in a fence, and follows the fence when text above it changes', async () => {
    const editor = await openText(proposal(SLOW));
    const at = (found: vscode.Diagnostic[]): string => editor.document.getText(found.find((d) => ruleOf(d) === 'code-n-plus-one')?.range);
    const before = at(await waitForDiagnostics(editor.document.uri, has('code-n-plus-one')));
    assert.match(before, /query/);
    await replace(editor, '## Context', '## Background\n\nA longer story.\n\n## Context');
    await waitForDiagnostics(editor.document.uri, (found) => at(found) === before);
    await replace(editor, SLOW, "rows.push(await db.query('SELECT * FROM users WHERE id = ANY($1)', [ids]));");
    await waitForDiagnostics(editor.document.uri, (found) => found.length > 0 && !has('code-n-plus-one')(found));
  });

  it('is found in a linked file, and shown there too while a proposal links to it', async () => {
    const { document } = await openFile('node-to-go-rfc.md');
    const found = await waitForDiagnostics(document.uri, (all) => all.filter((d) => ruleOf(d) === 'code-n-plus-one').length >= 2);
    const texts = found.filter((d) => ruleOf(d) === 'code-n-plus-one').map((d) => document.getText(d.range));
    assert.ok(
      texts.some((text) => text.includes('listOrders')),
      `the link carries one of ${texts.join(' | ')}`,
    );
    const source = await openFile('src/orders.ts');
    const there = await waitForDiagnostics(source.document.uri, has('code-n-plus-one'));
    const lines = there.filter((d) => ruleOf(d) === 'code-n-plus-one').map((d) => source.document.lineAt(d.range.start.line).text);
    assert.ok(
      lines.every((line) => line.includes('await db.query')),
      lines.join(' | '),
    );
    assert.equal(there[0]?.severity, vscode.DiagnosticSeverity.Information);
  });

  it('is not read outside the workspace', async () => {
    await writeFile(
      'outside.md',
      proposal('').replace('```ts\n\n```', 'See [the code](../../../../../../etc/../outside.ts) and [this](../../x.ts).'),
    );
    const { document } = await openFile('outside.md');
    const found = await waitForDiagnostics(document.uri, (all) => all.length > 0);
    assert.ok(!found.some((d) => ruleOf(d).startsWith('code-')));
  });

  it('is not asked of a document that is no proposal', async () => {
    const notes = await openText(`# Notes\n\n\`\`\`ts\n${SLOW}\n\`\`\`\n`);
    const other = await openText(proposal(SLOW));
    await waitForDiagnostics(other.document.uri, has('code-n-plus-one'));
    assert.deepEqual(vscode.languages.getDiagnostics(notes.document.uri), []);
  });
});
