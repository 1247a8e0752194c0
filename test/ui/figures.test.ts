/** The pictures of the review panel and its calculator, on a proposal that states all its numbers. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { openWorkbench, type Theme, type Workbench } from './support/workbench';

const FILE = 'rfc.md';
const PROPOSAL = `# RFC: rewrite the order service in Rust

## Context

Traces show that 40 % of the time of a request is spent waiting on the database. The peak is 2,600 requests per second, and the load test in May found that the service saturates at 3,000 requests per second. Load grows by 6 % a month.

## Proposal

We rewrite the order service from Python to Rust. It will be 3x faster.

- Saving: $9,000 a month.
- One-time cost: $216,000.
`;
/** What each slider moves, by the place of its formula. */
const SLIDERS: readonly (readonly [key: string, formula: number])[] = [
  ['f', 0],
  ['s', 0],
  ['cost', 1],
  ['monthlySaving', 1],
  ['utilisation', 2],
  ['monthlyGrowth', 2],
];

for (const theme of ['light', 'dark', 'hc'] satisfies Theme[]) {
  describe(`pictures and calculator (${theme})`, () => {
    let window: Workbench;
    let panel: Frame;
    before(async () => {
      window = await openWorkbench({ files: { [FILE]: PROPOSAL }, file: FILE, theme, width: 1600, height: 1000 });
      await window.editor().locator('.codelens-decoration').first().waitFor();
      await window.command('Fast Enough: Open Review');
      panel = await window.webview('main h1');
    });
    after(() => window.close());

    it('draws the Amdahl curve, payback over months and latency against load, each said in words', async () => {
      const charts = panel.locator('#numbers svg[role=img]');
      const words = await charts.evaluateAll((all) => all.map((chart) => chart.getAttribute('aria-label') ?? ''));
      assert.equal(words.length, 3);
      assert.match(words[0] ?? '', /60 % of the time.*at most 2\.5x/);
      assert.match(words[1] ?? '', /24 months/);
      assert.match(words[2] ?? '', /86\.7 %/);
      for (const chart of await charts.all()) assert.ok(((await chart.boundingBox())?.width ?? 0) > 200);
      await panel.locator('#numbers').evaluate((section) => section.scrollIntoView());
      await window.screenshot('review-pictures');
    });

    it('has a slider for each number, and each moves its result and its picture', async () => {
      for (const [key, formula] of SLIDERS) {
        const block = panel.locator('#calculator fieldset').nth(formula);
        const shown = async (): Promise<string> => `${await block.locator('output').innerText()} ${await block.locator('svg').innerHTML()}`;
        const before = await shown();
        await panel.locator(`[data-key="calc-${key}-track"]`).focus();
        await window.press(...Array.from({ length: 5 }, () => 'ArrowLeft'));
        assert.notEqual(await shown(), before, key);
      }
      await panel.locator('#calculator').evaluate((section) => section.scrollIntoView());
      await window.screenshot('review-sliders');
    });
  });
}

describe('from the panel into files', () => {
  let window: Workbench;
  let panel: Frame;
  before(async () => {
    window = await openWorkbench({ files: { [FILE]: PROPOSAL }, file: FILE, width: 1600, height: 1000 });
    await window.editor().locator('.codelens-decoration').first().waitFor();
    await window.command('Fast Enough: Open Review');
    panel = await window.webview('main h1');
  });
  after(() => window.close());

  it('the payback table is written into the document, with the numbers of the sliders', async () => {
    await panel.locator('#calc-cost').fill('100000');
    await panel.locator('#calc-monthlySaving').fill('20000');
    await panel.locator('[data-key="insert-payback"]').click();
    await window.until('the table', async () => /\| \$100,000[^\n]*\n[^\n]*\$20,000[^\n]*\n[^\n]*\| 5 months/.test(await window.text()));
  });

  it('the review is saved as a file', async () => {
    await panel.locator('[data-key="save"]').click();
    const input = window.page.locator('.quick-input-widget input[type="text"]').first();
    const path = await window.until('a name for the file', async () => {
      const offered = await input.inputValue();
      return offered.endsWith('.review.md') && offered;
    });
    const name = path.split('/').at(-1) ?? '';
    await window.press('Enter');
    await window.until('the file', () => Promise.resolve(existsSync(join(window.folder, name))));
    assert.match(window.read(name), /^## Review: /);
  });

  it('a question opens its card', async () => {
    await panel.locator('#greenlight button.card').first().click();
    await (await window.webview('.markdown-body')).locator('h1', { hasText: /^Q\d/ }).waitFor();
  });
});
