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

describe('in Chinese', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({ copy: 'samples', file: WEAK, language: 'zh-cn', width: 1500, height: 900 });
    await window.waitForSquiggles();
  });
  after(() => window.close());

  it('the verdict, the findings and the quick fixes are', async () => {
    await window.editor().locator('.codelens-decoration', { hasText: '放行标准' }).waitFor();
    const hover = await window.hover('Discord');
    assert.match(hover, /请把那个维度和负载与你的对比/);
    assert.match(hover, /为何重要/);
    await window.dismiss();
    const fixes = await window.quickFixes('Discord');
    assert.ok(fixes.includes('插入与先例的对比'), fixes.join(' | '));
    await window.press('Escape');
  });

  it('so is the review', async () => {
    await window.editor().locator('.codelens-decoration a').first().click();
    const panel = await window.webview('main h1');
    const titles = await panel.locator('h2').allInnerTexts();
    for (const title of ['放行标准', '拒绝的理由', '重新计算的数字', '给作者的问题', '计算器'])
      assert.ok(titles.includes(title), titles.join(', '));
    const own = await panel.locator('main').evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement;
      // What the document says is in its own language; so are its title and the names of the cards.
      for (const quoted of copy.querySelectorAll('q, h1, h3, .path')) quoted.remove();
      return [...copy.querySelectorAll('p, li, h2, button, label, figcaption, text')].map((element) => element.textContent ?? '');
    });
    assert.deepEqual(
      own.filter((words) => /[a-z]+ [a-z]+ [a-z]+ [a-z]+/.test(words) && !/[\u4e00-\u9fff]/.test(words)),
      [],
    );
    await window.screenshot('surface-chinese');
  });
});

describe('lists to choose from', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({ copy: 'samples', file: WEAK });
    await window.waitForSquiggles();
  });
  after(() => window.close());

  it('the quick review shows the first questions, and takes the reader to the evidence', async () => {
    await window.command('Fast Enough: Quick Review');
    const list = window.page.locator('.quick-input-list');
    await list.getByText('The Amdahl ceiling is computed').waitFor();
    await list.getByText('A profile at production scale').first().click();
    await window.until('the evidence', async () => /Ln 18/.test(await window.statusBar().innerText()));
  });

  it('a rule is turned down from the light bulb, and says where it will be written', async () => {
    await window.applyQuickFix('Discord', /^Turn "company-did-it" down/);
    await window.page.locator('.quick-input-widget', { hasText: 'written to your settings' }).waitFor();
    await window.page.locator('.quick-input-list').getByText('never shown').click();
    await window.waitForNoSquiggleUnder('Discord');
  });

  it('the author overrules the verdict from the verdict line', async () => {
    await window.goTo(1);
    await window.editor().locator('.codelens-decoration a', { hasText: 'Why?' }).click();
    await window.page.locator('.quick-input-list').getByText('Not a proposal').click();
    await window.waitForNoSquiggles();
    assert.match(await window.text(), /^---\nfast-enough: false\nrfc: 42/);
  });
});
