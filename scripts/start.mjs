// `npm start [folder]`: opens VS Code with Fast Enough installed as a user installs it, and a weak rewrite RFC in front.
//   --no-open           do not open a browser
//   VSCODE_HOST=desktop use the desktop VS Code, downloaded by @vscode/test-electron
import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { leaveWith } from './host/cleanup.mjs';
import { startDesktop } from './host/desktop.mjs';
import { findingsOf, firstProposal } from './host/findings.mjs';
import { underNode24 } from './host/node24.mjs';
import { openBrowser } from './host/open-browser.mjs';
import { ROOT } from './host/paths.mjs';
import { fail, step } from './host/progress.mjs';
import { CALM, installExtension, startServer, writeSettings } from './host/server.mjs';
import { build, packageVsix } from './host/vsix.mjs';
import { ensureVscodeServer } from './host/vscode-server.mjs';
import { temporaryFolder } from './host/workspace.mjs';

const SAMPLES = join(ROOT, 'samples');
const WEAK = join(SAMPLES, 'weak-rewrite-rfc.md');

/** The folder to open and the document to put in front. */
async function target(/** @type {string | undefined} */ given) {
  if (given === undefined) return { folder: SAMPLES, file: existsSync(WEAK) ? WEAK : undefined, ours: true };
  // npm runs scripts in the package's folder; a relative path is meant from where the command was typed.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), given);
  if (!existsSync(folder)) throw new Error(`${given} does not exist.`);
  if (!statSync(folder).isDirectory()) return { folder: resolve(folder, '..'), file: folder, ours: false };
  const file = await firstProposal(folder).catch((/** @type {Error} */ error) => {
    process.stderr.write(`The folder could not be searched for proposals: ${error.message}\n`);
    return undefined;
  });
  return { folder, file, ours: folder === SAMPLES };
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'no-open': { type: 'boolean', default: false } } });
  const desktop = process.env.VSCODE_HOST === 'desktop';
  if (!desktop) await ensureVscodeServer();
  await build();
  const vsix = await packageVsix();
  const { folder, file, ours } = await target(positionals[0]);
  const shown =
    file === undefined ? '' : await findingsOf(file, folder).catch((/** @type {Error} */ error) => `(not listed: ${error.message})`);

  const home = temporaryFolder('start');
  const userDataDir = join(home, 'user-data');
  const extensionsDir = join(home, 'extensions');
  writeSettings(userDataDir, { ...CALM, 'window.autoDetectColorScheme': true });
  const announce = (/** @type {string} */ where) => {
    const name = file === undefined ? 'no proposal in front' : relative(ROOT, file).startsWith('..') ? file : relative(ROOT, file);
    process.stdout.write(`\nFast Enough in VS Code: ${folder} (${name})\n\n`);
    if (shown !== '') process.stdout.write(`Findings it will show:\n\n${shown}\n\n`);
    process.stdout.write(`${where}\n\nCtrl+C ends it.\n`);
  };

  leaveWith(0); // Ctrl+C is how this command ends.
  if (desktop) {
    announce('Opening the desktop VS Code ...');
    process.exit(await startDesktop({ vsix, folder, file, userDataDir, extensionsDir, trust: !ours }));
  }
  await step('Installing the extension', () => installExtension({ vsix, userDataDir, extensionsDir }));
  const server = await step('Starting VS Code', () => startServer({ userDataDir, extensionsDir, trust: !ours }));
  const url = server.url(file === undefined ? { folder } : { folder, openFile: file });
  announce(url);
  if (!values['no-open']) openBrowser(url);
  server.child.once('exit', (code) => fail(`VS Code ended by itself with code ${code}.`));
}

await underNode24(import.meta.url);
await main().catch(fail);
