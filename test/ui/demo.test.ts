/** The four moments that show what Fast Enough is for, in every kind of theme, as a person sees them. */
import assert from 'node:assert/strict';
import { openWorkbench, type Theme, type Workbench } from './support/workbench';

const WEAK = 'weak-rewrite-rfc.md';
const ORDINARY = 'ordinary-adr.md';
const NO_SLO = /No number says when it is fast enough/;

for (const theme of ['light', 'dark', 'hc'] satisfies Theme[]) {
  describe(`a weak rewrite RFC (${theme})`, () => {
    let window: Workbench;
    before(async () => {
      window = await openWorkbench({ copy: 'samples', file: WEAK, theme, height: 900 });
    });
    after(() => window.close());

    it('gets a squiggle under “Discord did it”', async () => {
      // The verdict's line may still push the text down: the marks of the line above are let pass.
      await window.until('a warning under "Discord", and nothing else', async () => {
        const found = await window.squigglesUnder('Discord');
        return found.join() === 'squiggly-warning';
      });
      await window.screenshot('demo-squiggles');
    });

    it('shows the ceiling over “10x”, worked through with its own 95 %', async () => {
      const hover = await window.hover('10x');
      assert.match(hover, /1\.05x/);
      assert.match(hover, /95 %/);
      assert.match(hover, /1 \/ \(/, 'the formula is missing');
      assert.match(hover, /line 18/, 'the place of the 95 % is missing');
      // The chart is an image: it counts when it has been decoded, not when its tag is there.
      await window.until('the chart in the hover', async () =>
        window
          .hoverWidget()
          .locator('img')
          .evaluateAll((images) => images.some((image) => (image as HTMLImageElement).naturalWidth > 100)),
      );
      await window.screenshot('demo-hover');
      await window.dismiss();
    });

    it('takes an SLO section from a quick fix, and drops the finding once a number is typed', async () => {
      await window.goToProblem(NO_SLO);
      const titles = await window.quickFixesHere();
      assert.equal(titles[0], 'Insert SLO section');
      await window.screenshot('demo-quick-fix');
      await window.choose('Insert SLO section');
      await window.boxOf('Service level objective');
      await window.screenshot('demo-slo-inserted');
      // A template is not evidence.
      assert.ok((await window.problems()).some((row) => NO_SLO.test(row)));
      await window.type('300 ms');
      await window.until('the finding to go', async () => !(await window.problems()).some((row) => NO_SLO.test(row)));
      await window.screenshot('demo-slo-typed');
      await window.press('Escape');
      assert.match(await window.text(), /## Service level objective\n[^#]*\| 300 ms \|/);
    });
  });

  describe(`an ordinary ADR (${theme})`, () => {
    let window: Workbench;
    before(async () => {
      window = await openWorkbench({ copy: 'samples', file: ORDINARY, theme, height: 900 });
    });
    after(() => window.close());

    it('stays without any mark', async () => {
      // The command answers from the verdict on this document, so by then the document has been judged.
      await window.command('Fast Enough: Show Status and Options');
      await window.page.locator('.quick-input-widget').getByText('Treat as a proposal').waitFor();
      await window.press('Escape');
      for (const severity of ['error', 'warning', 'info', 'hint'] as const)
        assert.equal(await window.squiggles(severity).count(), 0, severity);
      assert.equal(await window.editor().locator('.codelens-decoration').count(), 0);
      assert.deepEqual(await window.problems(), []);
      await window.screenshot('demo-ordinary-adr');
    });
  });
}
