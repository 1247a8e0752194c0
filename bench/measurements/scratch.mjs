/** A proposal of 200 KB, read from its first character. */
import { against, measure, median, table } from '../lib/measure.mjs';
import { CHECK, ONE_THREAD, RUMDL } from '../lib/rumdl.mjs';
import { start } from '../lib/processes.mjs';
import { proposal } from '../lib/texts.mjs';
import { inFolder } from '../lib/folder.mjs';

export async function scratch({ linter, peers }) {
  const texts = Array.from({ length: 8 }, (_, i) => proposal(200_000, i + 1));
  const time = async (run, options) =>
    median(await measure((i) => run(texts[i % texts.length]), { n: 16, warm: 3, budget: 6000, ...options }));
  const rows = [['Fast Enough', await time((text) => linter.lint(text).findings.length)]];
  if (RUMDL !== undefined) {
    const folder = inFolder({ 'long.md': texts[0], 'short.md': '# A\n' });
    const check = (file) => measure(() => start(RUMDL, [...CHECK, file], { cwd: folder, env: ONE_THREAD }), { n: 9 });
    rows.push(['rumdl, its start subtracted', median(await check('long.md')) - median(await check('short.md'))]);
  }
  for (const { name, kind, run } of peers) rows.push([kind === 'floor' ? `floor: ${name}` : name, await time(run)]);
  return table(['200 KB from scratch', 'ms', 'theirs / ours'], against(rows[0][1], rows));
}
