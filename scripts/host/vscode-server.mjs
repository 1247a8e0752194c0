// The embedded VS Code: the compiled server and workbench that the npm package `code-server` ships in `lib/vscode` (MIT). It comes from the
// package registry alone, needs no display, and is pinned by version and by the checksum of its archive.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { VSCODE_TEST } from './paths.mjs';
import { npm, run } from './processes.mjs';
import { step } from './progress.mjs';

const PACKAGE = 'code-server@4.139.1';
const INTEGRITY = 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==';
/** Raised when this file installs the same package in another way, so that older folders are replaced. */
const LAYOUT = 1;

export const VSCODE_VERSION = '1.139.1';
const NAME = `embedded-${VSCODE_VERSION}`;
const HOME = join(VSCODE_TEST, NAME);
const STAMP = 'installed.json';
const stamp = JSON.stringify({ package: PACKAGE, layout: LAYOUT });

/** The stamp is written last, so a folder that has it is whole. */
const complete = () => {
  try {
    return readFileSync(join(HOME, STAMP), 'utf8') === stamp && existsSync(join(HOME, 'out', 'server-main.js'));
  } catch {
    return false;
  }
};

/** Fetches and unpacks the archive into `partial`; returns the folder of VS Code inside it. */
async function unpack(/** @type {string} */ partial) {
  const { stdout } = await npm(['pack', PACKAGE, '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', partial], partial);
  const archive = join(partial, JSON.parse(stdout)[0].filename);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== INTEGRITY) throw new Error(`${PACKAGE} does not have the pinned checksum (expected ${INTEGRITY}, found ${found}).`);
  await run('tar', ['-xzf', archive, '-C', partial, 'package/lib/vscode', 'package/LICENSE', 'package/ThirdPartyNotices.txt']);
  rmSync(archive);
  return join(partial, 'package', 'lib', 'vscode');
}

async function install() {
  // What a killed run left behind is never used: a partial folder has another name, a half-renamed one has no stamp.
  for (const entry of readdirSync(VSCODE_TEST)) {
    if (entry === NAME || entry.startsWith(`${NAME}.partial-`)) rmSync(join(VSCODE_TEST, entry), { recursive: true, force: true });
  }
  const partial = join(VSCODE_TEST, `${NAME}.partial-${process.pid}`);
  mkdirSync(partial, { recursive: true });
  const label = `Installing the embedded VS Code ${VSCODE_VERSION} (first use only)`;
  const vscode = await step(`${label}, 1/3 archive`, () => unpack(partial));
  // Scripts stay off: the native modules they would compile are optional to the server and would ask for a compiler.
  const flags = ['install', '--omit=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  await step(`${label}, 2/3 server modules`, () => npm(flags, vscode));
  await step(`${label}, 3/3 built-in extensions`, () => npm(flags, join(vscode, 'extensions')));
  writeFileSync(join(vscode, STAMP), stamp);
  renameSync(vscode, HOME);
  rmSync(partial, { recursive: true, force: true });
}

/**
 * Makes sure that the embedded VS Code is there, installing it where it is missing, outdated or half installed.
 * @returns {Promise<string>} the path of its server script.
 */
export async function ensureVscodeServer() {
  if (!complete()) {
    await withLock(
      join(VSCODE_TEST, `${NAME}.lock`),
      async () => {
        if (!complete()) await install();
      },
      () => process.stderr.write('Another process is installing the embedded VS Code; waiting for it ...\n'),
    );
  }
  return join(HOME, 'out', 'server-main.js');
}
