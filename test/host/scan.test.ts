/** The whole workspace: on demand or always, honouring what is excluded, following changes on disk. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, openFile, waitFor, waitForDiagnostics, workspaceRoot, writeFile } from './support/editor';
import { withSettings } from './support/settings';

interface Report {
  readonly files: number;
  readonly proposals: number;
  readonly cancelled: boolean;
}

const PROPOSAL =
  '# RFC: rewrite the service in Rust\n\n## Proposal\n\nWe rewrite the service from Python to Rust, so it gets much faster.\n';
const scan = (): Thenable<Report> => vscode.commands.executeCommand<Report>('fastEnough.reviewAll');
const at = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceRoot(), ...name.split('/'));

/** The table of proposals, which is what the view shows. */
async function listed(): Promise<string> {
  await vscode.commands.executeCommand('fastEnough.copyProposals');
  return vscode.env.clipboard.readText();
}

describe('workspace scan', () => {
  before(() => scan());
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(at('scan'), { recursive: true }).then(undefined, () => undefined);
  });

  it('finds the proposals among the documents, and nothing else', async () => {
    const report = await scan();
    assert.equal(report.cancelled, false);
    assert.ok(report.files > report.proposals);
    const table = await listed();
    assert.match(table, /\[RFC 0042: Rewrite the orders service in Rust\]\(weak-rewrite-rfc\.md\) \| Proposed \| \d \/ \d \| \d+ \|/);
    assert.ok(!table.includes('ordinary-adr.md'));
    assert.ok(!table.includes('keep-the-language-adr.md'));
  });

  it('leaves out what git, the search and the files settings leave out', async () => {
    await writeFile('scan/kept.md', PROPOSAL);
    await writeFile('scan/.gitignore', 'build/\n*.draft.md\n!wanted.draft.md\n');
    await writeFile('scan/build/out.md', PROPOSAL);
    await writeFile('scan/build/deeper/out.md', PROPOSAL);
    await writeFile('scan/a.draft.md', PROPOSAL);
    await writeFile('scan/wanted.draft.md', PROPOSAL);
    await writeFile('scan/node_modules/pkg/readme.md', PROPOSAL);
    await writeFile('scan/hidden/x.md', PROPOSAL);
    const files = vscode.workspace.getConfiguration('files');
    await files.update('exclude', { '**/hidden': true }, vscode.ConfigurationTarget.Workspace);
    try {
      await scan();
      const names = async (): Promise<string> =>
        [...(await listed()).matchAll(/\((scan\/[^)]*)\)/g)]
          .map(([, name]) => name ?? '')
          .sort()
          .join();
      await waitFor('the two that are not left out', async () =>
        (await names()) === 'scan/kept.md,scan/wanted.draft.md' ? true : undefined,
      );
      // A file that is left out stays so when it changes.
      await writeFile('scan/hidden/x.md', `${PROPOSAL}\nMore.\n`);
      await writeFile('scan/build/out.md', `${PROPOSAL}\nMore.\n`);
      await writeFile('scan/last.md', PROPOSAL);
      await waitFor('the last change', async () => ((await names()).includes('scan/last.md') ? true : undefined));
      assert.equal(await names(), 'scan/kept.md,scan/last.md,scan/wanted.draft.md');
    } finally {
      await files.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
    // What the setting gives back is found without asking.
    await waitFor('the hidden one', async () => ((await listed()).includes('scan/hidden/x.md') ? true : undefined));
  });

  it('follows new, changed and deleted files', async () => {
    await writeFile('scan/new.md', PROPOSAL);
    await waitFor('the new file', async () => ((await listed()).includes('scan/new.md') ? true : undefined));
    await writeFile('scan/new.md', '# Notes\n\nNothing.\n');
    await waitFor('the change', async () => ((await listed()).includes('scan/new.md') ? undefined : true));
    await writeFile('scan/new.md', PROPOSAL);
    await waitFor('the change back', async () => ((await listed()).includes('scan/new.md') ? true : undefined));
    await vscode.workspace.fs.rename(at('scan/new.md'), at('scan/renamed.md'));
    await waitFor('the rename', async () => {
      const table = await listed();
      return table.includes('scan/renamed.md') && !table.includes('scan/new.md') ? true : undefined;
    });
    await vscode.workspace.fs.delete(at('scan/renamed.md'));
    await waitFor('the deletion', async () => ((await listed()).includes('scan/renamed.md') ? undefined : true));
  });

  it('shows closed documents in the Problems panel only when it is asked to', async () => {
    await writeFile('scan/closed.md', PROPOSAL);
    await scan();
    assert.deepEqual(diagnosticsOf(at('scan/closed.md')), []);
    await withSettings({ scan: 'workspace' }, async () => {
      const found = await waitForDiagnostics(at('scan/closed.md'), (all) => all.length > 0);
      assert.ok(found.every((d) => typeof d.code === 'object'));
      // Opening and closing it keeps them.
      const { document } = await openFile('scan/closed.md');
      await waitForDiagnostics(document.uri, (all) => all.length > 0);
      await closeAll();
      await waitForDiagnostics(at('scan/closed.md'), (all) => all.length === found.length);
    });
    await waitForDiagnostics(at('scan/closed.md'), (all) => all.length === 0);
  });

  it('shows what is typed in an open document, not what is on disk', async () => {
    await writeFile('scan/open.md', '# Notes\n\nNothing.\n');
    const editor = await openFile('scan/open.md');
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 3, 0), PROPOSAL));
    await waitForDiagnostics(editor.document.uri, (all) => all.length > 0);
    await scan();
    assert.ok((await listed()).includes('scan/open.md'));
  });

  it('reads many files', async () => {
    const names = Array.from({ length: 400 }, (_, i) => `scan/many/${Math.floor(i / 50)}/note-${i}.md`);
    const text = '# Notes\n\n' + 'Some words about nothing in particular, and a list.\n\n- one\n- two\n\n'.repeat(30);
    for (let i = 0; i < names.length; i += 20) await Promise.all(names.slice(i, i + 20).map((name) => writeFile(name, text)));
    // That the editor gets its turn meanwhile is tested without a clock, in test/unit/vscodeFaults.test.ts.
    const report = await scan();
    assert.ok(report.files >= 400);
  });
});
