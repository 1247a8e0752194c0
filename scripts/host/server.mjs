// Runs the embedded VS Code: one server process on loopback, and the address of its workbench.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node24 } from './node24.mjs';
import { run, startGroup } from './processes.mjs';
import { ensureVscodeServer } from './vscode-server.mjs';

const COMMON = ['--accept-server-license-terms', '--disable-telemetry', '--telemetry-level', 'off'];

/** The environment of the server: what npm or an outer VS Code set for their own children would mislead it. */
function environment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^(npm_|VSCODE_|NODE_OPTIONS$|ELECTRON_)/.test(name)) delete env[name];
  }
  return env;
}

/** Settings for a calm window: nothing that moves, advertises, asks the network or covers the document. */
export const CALM = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * Writes the user's settings; a running workbench takes them over.
 * @param {string} userDataDir
 * @param {Record<string, unknown>} settings
 */
export function writeSettings(userDataDir, settings) {
  mkdirSync(join(userDataDir, 'User'), { recursive: true });
  writeFileSync(join(userDataDir, 'User', 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * Installs a packaged extension as a user does from the command line.
 * @param {{vsix: string, userDataDir: string, extensionsDir: string}} options
 */
export async function installExtension({ vsix, userDataDir, extensionsDir }) {
  const args = [
    await ensureVscodeServer(),
    '--install-extension',
    vsix,
    '--force',
    '--extensions-dir',
    extensionsDir,
    '--user-data-dir',
    userDataDir,
  ];
  const { stdout, stderr } = await run(await node24(), [...args, ...COMMON], { env: environment(), timeout: 120_000 });
  // The command ends with 0 even where it refuses a package.
  if (!/successfully installed/i.test(stdout)) throw new Error(`The VSIX was not installed:\n${stdout}${stderr}`);
}

/**
 * Starts the server on loopback on a free port of its choosing.
 * @param {{userDataDir: string, extensionsDir: string, trust?: boolean, driver?: boolean, onLog?: (text: string) => void}} options
 *   `trust`: ask before a folder is trusted, as VS Code does (default true).
 *   `driver`: honour the development payload, which a built VS Code otherwise ignores (tests of an unpacked extension).
 */
export async function startServer({ userDataDir, extensionsDir, trust = true, driver = false, onLog }) {
  mkdirSync(userDataDir, { recursive: true });
  mkdirSync(extensionsDir, { recursive: true });
  // In a file that only this user reads: a token on the command line is visible to everyone on the machine.
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(userDataDir, 'connection-token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const args = [await ensureVscodeServer(), '--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile, ...COMMON];
  args.push('--user-data-dir', userDataDir, '--extensions-dir', extensionsDir);
  if (!trust) args.push('--disable-workspace-trust');
  if (driver) args.push('--enable-smoke-test-driver');
  const { child, stop } = startGroup(await node24(), args, { env: environment() });

  const port = await new Promise((done, refuse) => {
    let log = '';
    const timer = setTimeout(() => refuse(new Error(`The embedded VS Code did not start within a minute:\n${log}`)), 60_000);
    const read = (/** @type {string} */ text) => {
      onLog?.(text);
      if (log.length > 100_000) return;
      log += text;
      const match = /Extension host agent listening on (\d+)/.exec(log);
      if (match === null) return;
      clearTimeout(timer);
      done(Number(match[1]));
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('error', refuse);
    child.once('exit', (code) => {
      clearTimeout(timer);
      refuse(new Error(`The embedded VS Code ended with code ${code} while starting:\n${log.slice(-3000)}`));
    });
  }).catch(async (error) => {
    await stop();
    throw error;
  });

  // `localhost` and `127.0.0.1` are different origins, and webviews want the first: use it everywhere.
  const authority = `localhost:${port}`;
  /** A path of this machine as the workbench names it. */
  const uri = (/** @type {string} */ path) => `vscode-remote://${authority}${pathToFileURL(resolve(path)).pathname}`;
  /**
   * The address of a workbench window.
   * @param {{folder: string, workspace?: string, openFile?: string, payload?: readonly (readonly [string, string])[]}} what
   *   `workspace`: a file of several folders to open in place of `folder`.
   */
  const url = ({ folder, workspace, openFile, payload = [] }) => {
    const pairs = [...payload, ...(openFile === undefined ? [] : [['openFile', uri(openFile)]])];
    const opened = decodeURIComponent(pathToFileURL(resolve(workspace ?? folder)).pathname);
    const query = new URLSearchParams({ tkn: token, [workspace === undefined ? 'folder' : 'workspace']: opened });
    if (pairs.length > 0) query.set('payload', JSON.stringify(pairs));
    return `http://${authority}/?${query}`;
  };
  return { port, child, stop, uri, url };
}
