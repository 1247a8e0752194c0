/** MB/s on one core: over proposals, where everything runs, and over a workspace in which next to nothing is a proposal. */
import { measure, ratio, table } from '../lib/measure.mjs';
import { CHECK, ONE_THREAD, RUMDL } from '../lib/rumdl.mjs';
import { start } from '../lib/processes.mjs';
import { asFiles, inFolder } from '../lib/folder.mjs';
import { bytesOf, proposal, workspace } from '../lib/texts.mjs';

const shown = (rate) => (rate < 0.1 ? rate.toFixed(3) : rate < 10 ? rate.toFixed(2) : rate.toFixed(0));

/** Bytes a second of a run over all texts, the best of a few: whatever else the machine does only takes away. */
async function rateOf(texts, run) {
  const all = async () => {
    for (const text of texts) await run(text);
  };
  const times = await measure(all, { n: 5, warm: 1, budget: 4000 });
  return bytesOf(texts) / Math.min(...times) / 1000;
}

async function rateOfRumdl(texts) {
  const check = async (files) => {
    const folder = inFolder(files);
    return Math.min(...(await measure(() => start(RUMDL, [...CHECK, '.'], { cwd: folder, env: ONE_THREAD }), { n: 5 })));
  };
  const beginning = await check({ 'short.md': '# A\n' });
  return bytesOf(texts) / ((await check(asFiles(texts))) - beginning) / 1000;
}

async function rows(texts, { linter, peers }) {
  const found = [['Fast Enough', await rateOf(texts, (text) => linter.lint(text).findings.length)]];
  if (RUMDL !== undefined) found.push(['rumdl, one thread, its start subtracted', await rateOfRumdl(texts)]);
  for (const { name, kind, run } of peers) found.push([kind === 'floor' ? `floor: ${name}` : name, await rateOf(texts, run)]);
  return found.map(([name, rate]) => [name, shown(rate), ratio(found[0][1] / rate)]);
}

/** Twenty proposals of 10 to 48 KB. */
export async function throughput(context) {
  const proposals = Array.from({ length: 20 }, (_, i) => proposal(10_000 + i * 2000, i + 1));
  const head = ['throughput on proposals, one core', 'MB/s', 'ours / theirs'];
  return table(head, await rows(proposals, context));
}

export async function scan(context) {
  const texts = workspace(8);
  const applies = texts.filter((text) => context.linter.lint(text).proposal.applies).length;
  const head = [`workspace scan, one core (${texts.length} files, ${applies} of them proposals)`, 'MB/s', 'ours / theirs'];
  return table(head, await rows(texts, context));
}
