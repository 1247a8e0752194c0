/** What goes wrong around the extension, as a person lives through it: its host dies, folders disagree, a long search is called off. */
import assert from 'node:assert/strict';
import { extensionHosts } from '../../scripts/host/extension-host.mjs';
import { host } from './support/server';
import { openWorkbench, type Workbench } from './support/workbench';

const PROPOSAL =
  '# RFC: rewrite the service in Rust\n\n## Proposal\n\nWe rewrite the service from Python to Rust, so it gets much faster.\n\nDiscord did it, so we can do it too.\n';

describe('around the extension', () => {
  let window: Workbench | undefined;
  afterEach(async () => {
    await window?.close();
    window = undefined;
  });

  it('a host that is killed comes back, with every finding, and goes on following the text', async function () {
    const { server } = await host();
    const opened = (window = await openWorkbench({ files: { 'rfc.md': PROPOSAL }, file: 'rfc.md' }));
    assert.deepEqual(await opened.waitForSquiggleUnder('Discord'), ['squiggly-warning']);
    const before = extensionHosts(server);
    // Only a system with /proc says which process it is.
    if (before.length === 0) return this.skip();
    before.forEach((pid) => process.kill(Number(pid), 'SIGKILL'));
    await opened.until('another host', () => {
      const now = extensionHosts(server);
      return Promise.resolve(now.length > 0 && now.every((pid) => !before.includes(pid)));
    });
    await opened.waitForSquiggleUnder('Discord');
    await opened.clickText('Discord did');
    await opened.press('Home', 'Shift+End', 'Delete');
    await opened.until('the finding to go', async () => !(await opened.problems()).some((row) => /Discord/.test(row)));
  });

  it('two folders of one window keep their own configuration and their own settings', async () => {
    const files = {
      'all.code-workspace': JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }, { path: 'three' }] }),
      'one/one.md': PROPOSAL,
      'one/.fastenough.yaml': 'rules:\n  company-did-it: error\n',
      'two/two.md': PROPOSAL,
      'two/.fastenough.yaml': 'rules:\n  company-did-it: off\n',
      'three/three.md': PROPOSAL,
      'three/.vscode/settings.json': '{ "fastEnough.rules": { "company-did-it": "information" } }',
    };
    const opened = (window = await openWorkbench({ files, workspace: 'all.code-workspace', file: 'one/one.md' }));
    const under = async (kind: string): Promise<void> => assert.deepEqual(await opened.waitForSquiggleUnder('Discord'), [kind]);
    await under('squiggly-error');
    await opened.openFile('three/three.md');
    await under('squiggly-info');
    await opened.openFile('two/two.md');
    // Once another finding is there, the document has been read.
    await opened.waitForSquiggles();
    await opened.waitForNoSquiggleUnder('Discord');
    await opened.openFile('one/one.md');
    await under('squiggly-error');
  });

  it('a search through the workspace can be called off, and asked for again', async () => {
    const note = `# Notes\n\n${'Some words about nothing in particular, and a list.\n\n- one\n- two\n\n'.repeat(40)}`;
    const files = Object.fromEntries(Array.from({ length: 4000 }, (_, i) => [`notes/${i % 40}/${i}.md`, note]));
    // The proposal comes last in the alphabet, so a search that is called off has not come to it.
    const all = { ...files, 'zz/rfc.md': PROPOSAL };
    const opened = (window = await openWorkbench({ files: all, file: 'notes/0/0.md' }));
    await opened.command('Fast Enough: Review All Proposals');
    await opened.page.locator('.notification-toast').getByRole('button', { name: 'Cancel' }).click();
    await opened.page.getByText('The rest of the workspace has not been looked at').waitFor();
    const listed = opened.page.locator('.pane-body .monaco-list-row').filter({ hasText: 'rewrite the service in Rust' });
    assert.equal(await listed.count(), 0);
    await opened.command('Fast Enough: Review All Proposals');
    await listed.waitFor({ timeout: 60_000 });
  });
});
