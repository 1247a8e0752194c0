/** The rest of the surface, as a person sees it: preview, cards, proposals, status, walkthrough, settings. */
import assert from 'node:assert/strict';
import { openWorkbench, type Theme, type Workbench } from './support/workbench';

const WEAK = 'weak-rewrite-rfc.md';

for (const theme of ['light', 'dark', 'hc'] satisfies Theme[]) {
  describe(`around the document (${theme})`, () => {
    let window: Workbench;
    before(async () => {
      window = await openWorkbench({ copy: 'samples', file: WEAK, theme, width: 1440, height: 900 });
      await window.waitForSquiggles();
    });
    after(() => window.close());

    it('the verdict stands above the title, and what follows from a figure beside it', async () => {
      await window.editor().locator('.codelens-decoration', { hasText: 'greenlight criteria met' }).waitFor();
      await window.until('the inlay hint', async () =>
        /at most 1\.05x/.test((await window.editor().innerText()).replaceAll('\u00a0', ' ')),
      );
      await window.screenshot('surface-editor');
    });

    it('the code of a diagnostic opens its card, rendered', async () => {
      await window.hover('Discord');
      await window.hoverWidget().locator('a.code-link').first().click();
      const page = await window.webview('.markdown-body');
      await page.locator('h1', { hasText: 'Q11' }).waitFor();
      await window.screenshot('surface-card');
      // Cards lead to each other.
      await page.locator('a[data-href="q12.md"], a[href$="q12.md"]').first().click();
      await window.until('the next card', async () =>
        (await window.page.locator('.tab .label-name').allInnerTexts()).some((name) => /q12/.test(name)),
      );
    });

    it('the preview marks findings in place, each with a card', async () => {
      await window.page.locator('.tab', { hasText: WEAK }).first().click();
      await window.waitForSquiggles();
      const preview = await window.markdownPreview();
      await preview.locator('aside.fast-enough-verdict').waitFor();
      const mark = preview.locator('mark.fast-enough', { hasText: 'Discord' });
      await mark.waitFor();
      assert.match(await mark.evaluate((element) => getComputedStyle(element).textDecorationLine), /underline/);
      const id = (await mark.getAttribute('data-fast-enough')) ?? '';
      const card = preview.locator(`aside[data-fast-enough="${id}"]`);
      assert.match(await card.innerText(), /company-did-it/);
      // Pointing at the words lights up their card.
      await mark.scrollIntoViewIfNeeded();
      await mark.hover();
      await window.until('the card to light up', async () => /fast-enough-active/.test((await card.getAttribute('class')) ?? ''));
      await window.screenshot('surface-preview');
      await card.locator('summary').click();
      assert.match(await card.innerText(), /axis/);
    });

    it('the proposals of the workspace are listed', async () => {
      await window.command('Fast Enough: Review All Proposals');
      const row = window.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: 'RFC 0042' });
      await row.waitFor();
      assert.match((await row.getAttribute('aria-label')) ?? '', /greenlight criteria met, \d+ findings/);
      await window.screenshot('surface-proposals');
    });

    it('the walkthrough is there', async () => {
      await window.command('Welcome: Open Walkthrough...');
      await window.page.locator('.quick-input-list').getByText('Fast Enough').first().click();
      await window.page.getByText('Write a proposal').first().waitFor();
      await window.screenshot('surface-walkthrough');
    });
  });
}
