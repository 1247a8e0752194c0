// Writes the figures of cross-validation into docs/ACCURACY.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { intervals } from '../evaluate/bootstrap.mjs';
import { total } from '../evaluate/score.mjs';
import { between, markdownReport } from '../evaluate/tables.mjs';
import { ROOT } from '../host/paths.mjs';

const ACCURACY = join(ROOT, 'docs', 'ACCURACY.md');

/**
 * @param {any[]} scores one per document
 * @param {{ ordinary: number, ordinaryAlarms: number }} figures
 * @param {string} screen what the screen lets through
 */
export async function publish(scores, { ordinary, ordinaryAlarms }, screen) {
  const date = new Date().toISOString().slice(0, 10);
  const report = markdownReport(total(scores), intervals(scores), { date, documents: scores.length })
    .split('\n')
    .filter((line) => !line.startsWith('Alerts in the default profile'))
    .join('\n')
    .replace(/, [\d,]+ words\.$/m, '.');
  const more = `Of ${ordinary} further documents of ordinary repositories, of which next to none applies, ${ordinaryAlarms} are taken for proposals. The ${screen}.`;
  const style = await prettier.resolveConfig(ACCURACY);
  const text = between(readFileSync(ACCURACY, 'utf8'), 'unseen', `${report}\n\n${more}`);
  writeFileSync(ACCURACY, await prettier.format(text, { ...style, filepath: ACCURACY }));
}
