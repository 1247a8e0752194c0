/** What the extension leaves alone: no notification of its own, no command where it makes no sense, nothing more to trust. */
import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './support/workbench';

const WEAK = 'weak-rewrite-rfc.md';

describe('a window that the extension has just come into', () => {
  let window: Workbench;
  // Each window is a fresh browser, so the extension finds no memory of having been there.
  before(async () => {
    window = await openWorkbench({ copy: 'samples', file: WEAK });
    await window.waitForSquiggles();
  });
  after(() => window.close());

  it('shows no notification and no page of welcome', async () => {
    // Another document too, and time for what comes late: the second document has been judged by then.
    await window.openFile('ordinary-adr.md');
    await window.command('Fast Enough: Show Status and Options');
    await window.page.locator('.quick-input-widget').getByText('Treat as a proposal').waitFor();
    await window.press('Escape');
    await window.command('Notifications: Show Notifications');
    await window.page.locator('.notifications-center').getByText('No new notifications').first().waitFor();
    assert.deepEqual(await window.notifications(), []);
    const tabs = await window.page.locator('.tab .label-name').allInnerTexts();
    assert.equal(tabs.length, 2, tabs.join(' | '));
  });

  it('the palette offers for a document what can be done with a document, and elsewhere only the rest', async () => {
    const offered = async (): Promise<string[]> => {
      await window.press('F1');
      await window.type('Fast Enough: ');
      const rows = window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Fast Enough: ' });
      await rows.first().waitFor();
      const titles = (await rows.allInnerTexts()).map((row) => row.replaceAll('\u00a0', ' ').split('\n')[0] ?? '');
      await window.press('Escape');
      return titles;
    };
    await window.openFile(WEAK);
    const document = await window.until('the commands of a document', async () => {
      const titles = await offered();
      return titles.includes('Fast Enough: Open Review') && titles;
    });
    assert.ok(document.includes('Fast Enough: Treat as a Proposal'), document.join(' | '));
    await window.openFile('src/orders.ts');
    const code = await window.until('the commands elsewhere', async () => {
      const titles = await offered();
      return !titles.includes('Fast Enough: Open Review') && titles;
    });
    for (const title of [
      'Open Calculator',
      'Quick Review',
      'Copy Review as Markdown',
      'Treat as a Proposal',
      'Show Effective Configuration',
    ])
      assert.ok(!code.includes(`Fast Enough: ${title}`), title);
    assert.ok(code.includes('Fast Enough: Review All Proposals'), code.join(' | '));
  });
});

describe('a folder that is not trusted', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({
      copy: 'samples',
      files: { '.fastenough.yaml': 'rules:\n  company-did-it: error\n' },
      file: WEAK,
      restricted: true,
      // The banner of the restricted mode takes a line, and the precedent stands far down.
      height: 1100,
    });
  });
  after(() => window.close());

  it('is checked like any other, its configuration included', async () => {
    await window.statusBar().getByText('Restricted Mode').waitFor();
    assert.deepEqual(await window.waitForSquiggleUnder('Discord'), ['squiggly-error']);
    await window.command('Fast Enough: Open Review');
    const panel = await window.webview('main h1');
    assert.match(await panel.locator('[role=status]').innerText(), /greenlight criteria met/);
  });
});
