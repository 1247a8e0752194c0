// What the window will show, asked of the same engine through its command line.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { node24 } from './node24.mjs';
import { ROOT } from './paths.mjs';
import { run } from './processes.mjs';

const CLI = join(ROOT, 'dist', 'cli.cjs');

async function check(/** @type {string[]} */ args, /** @type {string} */ cwd) {
  // 0: nothing found, 1: findings; anything else is an error.
  const result = await run(await node24(), [CLI, 'check', ...args], { cwd, allowFailure: true, env: { ...process.env, NO_COLOR: '1' } });
  if (result.code > 1) throw new Error(result.stderr.trim() || `the command line ended with code ${result.code}`);
  return result.stdout;
}

/**
 * The first proposal of a folder, as an absolute path; undefined if it has none.
 * @param {string} folder
 */
export async function firstProposal(folder) {
  if (!existsSync(CLI)) return undefined;
  const report = JSON.parse(await check(['.', '--format', 'json'], folder));
  const first = report.documents.find((/** @type {{proposal: {applies: boolean}}} */ d) => d.proposal.applies);
  return first === undefined ? undefined : resolve(folder, first.path);
}

/**
 * The findings of one file as the command line prints them.
 * @param {string} file
 * @param {string} folder paths are shown relative to it.
 */
export async function findingsOf(file, folder) {
  if (!existsSync(CLI)) return '';
  return (await check([file, '--format', 'text'], folder)).trimEnd();
}
