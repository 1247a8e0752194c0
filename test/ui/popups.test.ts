/** What opens over the document and closes again: the status, cards beside figures and terms, the list of reasons, the configuration. */
import assert from 'node:assert/strict';
import { openWorkbench, type Theme, type Workbench } from './support/workbench';

const WEAK = 'weak-rewrite-rfc.md';
const PAYBACK = 'payback-rfc.md';
const CONFIG = '.fastenough.yaml';
/** One value that is not taken, and two that are. */
const OURS = 'profile: fulll\nthresholds:\n  paybackMonths: 18\nrules:\n  no-slo: error\n';

/** Words of the editor in front that are drawn with a dotted line. */
async function dottedWords(window: Workbench): Promise<string[] | false> {
  const words = await window
    .editor()
    .locator('.view-line span span')
    .evaluateAll((spans) =>
      spans.filter((span) => getComputedStyle(span).textDecorationStyle === 'dotted').map((span) => span.textContent ?? ''),
    );
  return words.length > 0 && words;
}

for (const theme of ['light', 'dark', 'hc'] satisfies Theme[]) {
  describe(`over the document (${theme})`, () => {
    let window: Workbench;
    before(async () => {
      window = await openWorkbench({ copy: 'samples', files: { [CONFIG]: OURS }, file: WEAK, theme, width: 1280, height: 900 });
      await window.waitForSquiggles();
    });
    after(() => window.close());
    afterEach(() => window.dismiss());

    it('the language status says that the document counts, and why', async () => {
      await window.statusBar().locator('[id="status.languageStatus"]').click();
      const popup = window.page.locator('.hover-language-status').filter({ hasText: 'Fast Enough' }).first();
      await popup.waitFor();
      const text = (await popup.innerText()).replaceAll('\u00a0', ' ');
      assert.match(text, /Fast Enough: proposal\s*moves code, argues with performance\s*Options/);
      assert.ok(await popup.evaluate((row) => row.scrollWidth <= row.clientWidth), 'nothing is cut off');
      await window.screenshot('popup-status');
      // Its command leads to everything that can be done about it.
      await popup.getByText('Options').click();
      const list = window.page.locator('.quick-input-list');
      for (const title of ['Open review', 'Not a proposal', 'Show effective configuration']) await list.getByText(title).waitFor();
      await window.screenshot('popup-options');
      await window.press('Escape');
    });

    it('pointing at a hint beside a figure shows its derivation', async () => {
      const hover = await window.hover('at most 1.05x');
      assert.match(hover, /1 \/ \(\(1 - f\) \+ f \/ s\)/);
      assert.match(hover, /95 %/);
      await window.screenshot('popup-hint');
    });

    it('the reasons for “not useful here” are offered', async () => {
      await window.applyQuickFix('Discord', /^Not useful here/);
      const list = window.page.locator('.quick-input-list');
      await list.getByText('known and accepted').waitFor();
      await window.screenshot('popup-reasons');
      await list.getByText('it is not a claim of ours').click();
      await window.waitForNoSquiggleUnder('Discord');
      assert.match(await window.text(), /<!-- fast-enough-disable-(?:next-)?line company-did-it: it is not a claim of ours -->/);
    });

    it('the effective configuration names the origin of each value', async () => {
      await window.command('Fast Enough: Show Effective Configuration');
      await window.page.locator('.tab.active', { hasText: CONFIG }).waitFor();
      const text = await window.text();
      assert.match(text, /paybackMonths: 18 # .*\.fastenough\.yaml:3/);
      assert.match(text, /no-slo: error # .*\.fastenough\.yaml:5/);
      assert.match(text, /knee: 0\.75 # default/);
      await window.screenshot('popup-effective');
    });

    it('a term of the trade has a dotted line and a card', async () => {
      await window.openFile(PAYBACK);
      const dotted = await window.until('the dotted line', () => dottedWords(window));
      assert.ok(dotted.includes('CPU-bound'), dotted.join(', '));
      const hover = await window.hover('CPU-bound');
      assert.match(hover, /wall-clock time is the program's own computing/);
      assert.match(hover, /Q3/);
      await window.screenshot('popup-term');
    });

    it('the configuration is underlined where it is wrong, explained, and completed', async () => {
      // By the Explorer: the page before has a name that ends the same way.
      await window.page.getByRole('treeitem', { name: CONFIG }).first().dblclick();
      await window.boxOf('fulll');
      assert.deepEqual(await window.waitForSquiggleUnder('fulll'), ['squiggly-error']);
      assert.match(await window.hover('fulll'), /did you mean "full"/);
      await window.screenshot('popup-config-problem');
      await window.dismiss();
      assert.ok((await window.quickFixes('fulll')).includes('Change to "full"'));
      await window.screenshot('popup-config-fix');
      await window.dismiss();
      await window.goTo(5, 3);
      await window.press('End', 'Enter');
      await window.type('no-');
      const suggestions = window.page.locator('.suggest-widget .monaco-list-row');
      await suggestions.filter({ hasText: 'no-profile' }).first().waitFor();
      await window.screenshot('popup-config-completion');
    });
  });
}
