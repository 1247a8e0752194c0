/**
 * `npm run bench:workbench [-- --markdown]`: from a key to the squiggle in the real workbench, activation and memory as the extension host
 * has them. A measurement and no test: it depends on the machine. With `--markdown` the tables go into docs/PERFORMANCE.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { underNode24 } from '../scripts/host/node24.mjs';
import { ROOT } from '../scripts/host/paths.mjs';
import { fail, step } from '../scripts/host/progress.mjs';
import { build, packageVsix } from '../scripts/host/vsix.mjs';
import { bundleForNode } from '../scripts/tests/bundle.mjs';
import { mb, median, ms, quantile, table } from './lib/measure.mjs';
import { intoPage } from './lib/page.mjs';
import { proposal } from './lib/texts.mjs';
import { packageFloor } from './workbench/floor.mjs';
import { activation, share } from './workbench/host.mjs';
import { typeAndWatch } from './workbench/keys.mjs';

const FILE = 'proposal.md';
/** Where a character makes a finding go: on the line of the caret, and on another line, whose figure no longer follows from this one. */
const ELSEWHERE = 'on another line';
const PLACES = {
  'on the line of the caret': { word: 'Discord did', at: 4, under: 'Discord did' },
  [ELSEWHERE]: { word: '95 %', at: 1, under: '10x' },
};
const WINDOWS = 5;

/** The helpers of the UI tests, which are written in TypeScript. */
async function helpers() {
  const support = (/** @type {string} */ name) => join(ROOT, 'test/ui/support', `${name}.ts`);
  const bundles = await bundleForNode([support('workbench'), support('server')], 'bench-workbench');
  const [server, workbench] = await Promise.all(bundles.map((path) => import(pathToFileURL(path).href)));
  return { openWorkbench: workbench.openWorkbench, stopHost: server.stopHost };
}

async function main() {
  const { values } = parseArgs({ options: { markdown: { type: 'boolean', default: false } } });
  process.chdir(ROOT);
  await build();
  const vsix = await packageVsix();
  process.env.FAST_ENOUGH_VSIX = vsix;
  const { openWorkbench, stopHost } = await helpers();

  const texts = {
    '2 KB': readFileSync('samples/weak-rewrite-rfc.md', 'utf8'),
    '20 KB': proposal(20_000, 4),
    '200 KB': proposal(200_000, 4),
  };
  const rows = [];
  const row = (what, times) => rows.push([what, ms(median(times)), ms(quantile(times, 0.9)), String(times.length)]);
  const typed = (what, text, place, ours = true) =>
    step(what, async () => {
      const window = await openWorkbench({ files: { [FILE]: text }, file: FILE, height: 1000 });
      // The line with our verdict moves the text when it comes.
      if (ours) await window.editor().locator('.codelens-decoration a').first().waitFor();
      const times = await typeAndWatch(window, place);
      await window.close();
      return times;
    });
  for (const [size, text] of Object.entries(texts)) {
    for (const [where, place] of Object.entries(PLACES)) {
      const { gone, back, drawn } = await typed(`${size}, a finding ${where}`, text, place);
      row(`${size}, a finding ${where} goes`, gone);
      row(`${size}, a finding ${where} comes back`, back);
      if (where === ELSEWHERE) row(`${size}, the character itself is drawn`, drawn);
    }
  }
  await stopHost();
  process.env.FAST_ENOUGH_VSIX = await packageFloor();
  const floor = await typed('The floor', texts['2 KB'], PLACES[ELSEWHERE], false);
  row('floor: 2 KB, an extension that only marks a word', [...floor.gone, ...floor.back]);
  await stopHost();
  process.env.FAST_ENOUGH_VSIX = vsix;
  const tables = { squiggle: table(['from a key', 'median ms', 'p90 ms', 'times'], rows) };
  process.stdout.write(`\n${tables.squiggle}\n`);

  const starts = { busy: [], calm: [] };
  for (let i = 0; i < WINDOWS; i++) {
    await step(`Activation, window ${i + 1} of ${WINDOWS}`, async () => {
      const busy = await openWorkbench({ files: { [FILE]: texts['2 KB'] }, file: FILE });
      await busy.waitForSquiggles();
      starts.busy.push(await activation(busy));
      await busy.close();
      // YAML wakes our extension and none of the built-in ones.
      const calm = await openWorkbench({ files: { 'notes.txt': 'Notes.\n', 'some.yaml': 'a: 1\n' }, file: 'notes.txt' });
      await calm.page.waitForTimeout(6000);
      await calm.openFile('some.yaml');
      starts.calm.push(await activation(calm));
      await calm.close();
    });
  }
  await stopHost();
  const of = (kind, name) => `${ms(median(starts[kind].map((s) => s[name])))} ms`;
  const weights = await step('Memory of the extension host', () => share(vsix, texts['20 KB']));
  const more = [
    ['activation, host at rest: code loaded', of('calm', 'load')],
    ['activation, host at rest: `activate` called', of('calm', 'call')],
    ['activation, host at rest: both', of('calm', 'whole')],
    ['activation while the window opens, beside all others: code loaded', of('busy', 'load')],
    ['activation while the window opens, beside all others: `activate` called', of('busy', 'call')],
  ];
  if (weights !== undefined) {
    more.push(['extension host with one proposal of 20 KB open, without the extension', `${mb(weights.without)} MB`]);
    more.push(['the same with it', `${mb(weights.with)} MB`], ['its share', `${mb(weights.with - weights.without)} MB`]);
  }
  tables.host = table([`in the extension host, median of ${WINDOWS} windows (memory: of 3)`, ''], more);
  process.stdout.write(`\n${tables.host}\n`);
  if (values.markdown) await intoPage(tables);
}

await underNode24(import.meta.url);
await main().then(() => process.exit(0), fail);
