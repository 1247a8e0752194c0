// The tooling needs Node 24 (VS Code 1.139 refuses less). The lockfile brings one as the package `node`, whose install step fetches the
// binary; npm puts it first on PATH for every script. Started without npm, or installed with --ignore-scripts, a script starts itself again.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './paths.mjs';
import { npm } from './processes.mjs';
import { step } from './progress.mjs';

const WANTED = 24;
const binary = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Whether this process can run the tooling as it is. */
const goodEnough = () => Number.parseInt(process.versions.node, 10) >= WANTED;

/** The path of a Node 24, installed on demand. */
export async function node24() {
  if (goodEnough()) return process.execPath;
  if (!existsSync(binary)) {
    if (!existsSync(join(ROOT, 'node_modules', 'node', 'package.json'))) throw new Error('Dependencies are missing: run `npm ci` first.');
    await step('Fetching Node 24', () => npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'], ROOT));
  }
  if (!existsSync(binary)) throw new Error('Node 24 could not be installed by the package `node`; install Node 24 and try again.');
  return binary;
}

/**
 * Makes sure that the calling script runs under Node 24: returns at once if it does, else runs it again and leaves with its code.
 * @param {string} script the caller's `import.meta.url`.
 */
export async function underNode24(script) {
  if (goodEnough()) return;
  const node = await node24();
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(node, [fileURLToPath(script), ...process.argv.slice(2)], { stdio: 'inherit', env });
  // On Ctrl+C the terminal tells both; the child decides how to leave, and this process waits for it.
  process.on('SIGINT', () => undefined);
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.on('close', (status, signal) => resolve(status ?? (signal === null ? 1 : 130))));
  process.exit(Number(code));
}
