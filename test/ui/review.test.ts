/** The review panel, used with eyes, keyboard and a screen reader's tree. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { openWorkbench, type Theme, type Workbench } from './support/workbench';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WEAK = 'weak-rewrite-rfc.md';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core calls serious or worse. It is run through the browser's debugger, so the page's content-security policy stays as it is. */
async function seriousProblems(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  const found = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: Document): Promise<{ violations: Violation[] }> } };
    return (await axe.run(document)).violations;
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`);
}

for (const theme of ['light', 'dark', 'hc'] satisfies Theme[]) {
  describe(`the review panel (${theme})`, () => {
    let window: Workbench;
    let panel: Frame;
    before(async () => {
      window = await openWorkbench({ copy: 'samples', file: WEAK, theme, width: 1600, height: 1000 });
      await window.waitForSquiggles();
      await window.command('Fast Enough: Open Review');
      panel = await window.webview('main h1');
    });
    after(() => window.close());

    it('shows verdict, criteria with quoted evidence, reasons to refuse, numbers, findings and questions', async () => {
      assert.match(await panel.locator('[role=status]').innerText(), /Rewrite proposal · \d of \d greenlight criteria met/);
      const titles = await panel.locator('h2').allInnerTexts();
      for (const title of [
        'Greenlight criteria',
        'Reasons to refuse',
        'Numbers recomputed',
        'Findings by question',
        'Questions for the author',
        'Calculator',
      ])
        assert.ok(titles.includes(title), `${title} among ${titles.join(', ')}`);
      assert.ok((await panel.locator('#greenlight li').count()) >= 8);
      assert.match(await panel.locator('#greenlight').innerText(), /line 18/);
      assert.match(await panel.locator('#numbers').innerText(), /1\.05x/);
      await window.screenshot('review-top');
    });

    it('draws the Amdahl curve and says in words what it shows', async () => {
      const chart = panel.locator('#numbers svg[role=img]').first();
      assert.match((await chart.getAttribute('aria-label')) ?? '', /touches 5 % of the time.*at most 1\.05x/);
      const { width, height } = (await chart.boundingBox()) ?? { width: 0, height: 0 };
      assert.ok(width > 200 && height > 100);
      await chart.scrollIntoViewIfNeeded();
      await window.screenshot('review-numbers');
    });

    it('has nothing that axe-core calls serious', async () => {
      assert.deepEqual(await seriousProblems(panel), []);
    });

    it('has a calculator that answers to the keyboard', async () => {
      const field = panel.locator('#calc-f');
      await field.focus();
      await field.fill('50');
      assert.match(await panel.locator('#calculator fieldset output').first().innerText(), /Overall 1\.82x; ceiling 2x/);
      const slider = panel.locator('[data-key="calc-s-track"]');
      const before = Number(await panel.locator('#calc-s').inputValue());
      await slider.focus();
      await slider.press('ArrowRight');
      assert.ok(Number(await panel.locator('#calc-s').inputValue()) > before);
      await panel.locator('#calculator').scrollIntoViewIfNeeded();
      await window.screenshot('review-calculator');
    });
  });
}

describe('the review panel in use', () => {
  let window: Workbench;
  let panel: Frame;
  before(async () => {
    window = await openWorkbench({ copy: 'samples', file: WEAK, width: 1600, height: 1000 });
    await window.waitForSquiggles();
    await window.command('Fast Enough: Open Review');
    panel = await window.webview('main h1');
  });
  after(() => window.close());

  it('takes the reader to a quoted place', async () => {
    await panel.locator('#greenlight button.place', { hasText: '95 %' }).first().click();
    await window.until('the caret on line 18', async () => /Ln 18/.test(await window.statusBar().innerText()));
  });

  it('is reached and worked with Tab and Enter alone', async () => {
    await panel.locator('h1').click();
    const seen: string[] = [];
    for (let i = 0; i < 60; i++) {
      await window.press('Tab');
      const key = await panel.evaluate(() => document.activeElement?.getAttribute('data-key') ?? '');
      if (key !== '') seen.push(key);
      if (key.startsWith('insert-load')) break;
    }
    const all = await panel.evaluate(() =>
      [...document.querySelectorAll('[data-key]')].map((element) => element.getAttribute('data-key') ?? ''),
    );
    // Tab goes through them in the order in which they are read, and leaves none out.
    assert.deepEqual(seen.slice(0, 12), all.slice(0, 12));
    await panel.locator('[data-key="copy"]').focus();
    await window.press('Enter');
    const text = await window.until('the clipboard', async () => {
      const copied = await window.page.evaluate(() => navigator.clipboard.readText());
      return copied.startsWith('## Review:') ? copied : undefined;
    });
    assert.match(text, /greenlight criteria met/);
  });

  it('follows the document while it is written, and keeps the place of the keyboard', async () => {
    const before = await panel.locator('#findings').innerText();
    assert.match(before, /Discord/);
    await panel.locator('[data-key="save"]').focus();
    // Back into the editor, by keyboard.
    await window.press('Control+1');
    await window.reveal(WEAK, 'Discord did it');
    await window.press('End', 'Shift+Home', 'Delete');
    await window.until('the finding to go from the panel', async () => !/Discord moved/.test(await panel.locator('#findings').innerText()));
  });

  it('writes the table of the calculator into the document', async () => {
    await panel.locator('#calc-f').fill('25');
    await panel.locator('[data-key="insert-amdahl"]').click();
    await window.until('the table', async () => /\| Share of the time that the change touches \(f\) +\| 25 %/.test(await window.text()));
  });

  it('holds to its content-security policy', async () => {
    const policy = (await panel.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.ok(!/unsafe|\*|https:(?!\/)/.test(policy.replace(/https:\/\/\S+/g, '').replace(/https:\/\/\*\S*/g, '')), policy);
    const ran = await panel.evaluate(() => {
      const probe = document.createElement('div');
      probe.innerHTML = '<img src="x" onerror="window.__ran = true">';
      document.body.append(probe);
      const script = document.createElement('script');
      script.textContent = 'window.__ran = true';
      document.body.append(script);
      return new Promise((done) => setTimeout(() => done('__ran' in window), 300));
    });
    assert.equal(ran, false);
  });
});

describe('hostile text in the panel', () => {
  it('stays text', async () => {
    const evil = '<img src=x onerror="window.__ran = true"> <script>window.__ran = true</script> [x](command:workbench.action.quit)';
    const window = await openWorkbench({
      files: {
        'evil.md': `# RFC: rewrite ${evil} in Rust\n\n## Proposal\n\nWe rewrite the service from Python to Rust ${evil}, so it gets much faster.\n\nDiscord did it ${evil}.\n`,
      },
      file: 'evil.md',
    });
    try {
      await window.waitForSquiggles();
      await window.command('Fast Enough: Open Review');
      const panel = await window.webview('main h1');
      assert.match(await panel.locator('h1').innerText(), /<script>|rewrite/);
      assert.equal(await panel.locator('main img, main script, main a').count(), 0);
      assert.equal(await panel.evaluate(() => '__ran' in window), false);
    } finally {
      await window.close();
    }
  });
});
