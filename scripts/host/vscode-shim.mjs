#!/usr/bin/env node
// Stands where @vscode/test-electron expects VS Code's executable: takes its command line, serves it with the embedded VS Code in Chromium, and
// leaves with the tests' exit code. It understands only what running tests needs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { leaveWithParent } from './cleanup.mjs';
import { underNode24 } from './node24.mjs';
import { fail } from './progress.mjs';
import { CALM, startServer, writeSettings } from './server.mjs';
import { temporaryFolder } from './workspace.mjs';

const LIMIT = 10 * 60_000;

/** Reads VS Code's options, written `--name=value` or `--name value`; what is no option is the folder. */
function parse(/** @type {string[]} */ argv) {
  const known = ['extensionDevelopmentPath', 'extensionTestsPath', 'extensionDevelopmentKind', 'user-data-dir', 'extensions-dir'];
  /** @type {Map<string, string[]>} */
  const values = new Map();
  /** @type {string[]} */
  const folders = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    const [, name = '', inline] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (!argument.startsWith('--')) folders.push(argument);
    else if (known.includes(name)) values.set(name, [...(values.get(name) ?? []), inline ?? argv[++i] ?? '']);
    else if (name !== '') values.set(name, [inline ?? '']);
  }
  return { values, folders };
}

/** Prints what the tests wrote to their console; the first argument may be a format with styles meant for a browser. */
function show(/** @type {string} */ type, /** @type {unknown[]} */ args) {
  const text = format(...args);
  (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${text}\n`);
  return text;
}

async function main() {
  leaveWithParent();
  const { values, folders } = parse(process.argv.slice(2));
  const tests = values.get('extensionTestsPath')?.[0];
  const extensions = values.get('extensionDevelopmentPath') ?? [];
  if (tests === undefined || extensions.length === 0) {
    throw new Error('The embedded VS Code runs tests only: give --extensionDevelopmentPath and --extensionTestsPath.');
  }
  const kind = values.get('extensionDevelopmentKind')?.[0];
  const profile = temporaryFolder('shim');
  const userDataDir = values.get('user-data-dir')?.[0] ?? join(profile, 'user-data');
  const extensionsDir = values.get('extensions-dir')?.[0] ?? join(profile, 'extensions');
  if (!existsSync(join(userDataDir, 'User', 'settings.json'))) writeSettings(userDataDir, CALM);
  const verbose = Boolean(process.env.DEBUG);
  const server = await startServer({
    userDataDir,
    extensionsDir,
    trust: !values.has('disable-workspace-trust'),
    driver: true,
    ...(verbose ? { onLog: (/** @type {string} */ text) => process.stderr.write(text) } : {}),
  });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });

  const code = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The tests did not end within ${LIMIT / 60_000} minutes.`)), LIMIT);
    const over = (/** @type {() => void} */ settle) => () => (clearTimeout(timer), settle());
    const ready = [
      page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
        const text = show(type, args);
        // VS Code does not always pass on how a suite ended, a failed load above all: the suite says it, and VS Code gets a moment to agree.
        const [, failed] = /@@results .*"failed":(\d+)/.exec(text) ?? (text.includes('@@fatal ') ? ['', '1'] : []);
        if (failed !== undefined)
          setTimeout(
            over(() => resolve(failed === '0' ? 0 : 1)),
            5000,
          ).unref();
      }),
      page.exposeFunction('codeAutomationExit', (/** @type {number} */ status) => over(() => resolve(status))()),
    ];
    page.on(
      'crash',
      over(() => reject(new Error('The workbench page crashed.'))),
    );
    browser.on(
      'disconnected',
      over(() => reject(new Error('Chromium ended before the tests did.'))),
    );
    server.child.once(
      'exit',
      over(() => reject(new Error('The embedded VS Code ended before the tests did.'))),
    );
    if (verbose) page.on('console', (message) => process.stderr.write(`[page] ${message.text()}\n`));
    const payload = [
      ...extensions.map((path) => /** @type {const} */ (['extensionDevelopmentPath', server.uri(path)])),
      /** @type {const} */ (['extensionTestsPath', server.uri(tests)]),
      ...(kind === undefined ? [] : [/** @type {const} */ (['extensionDevelopmentKind', kind])]),
      /** @type {const} */ (['skipWelcome', 'true']),
    ];
    Promise.all(ready)
      .then(() => page.goto(server.url({ folder: folders[0] ?? profile, payload })))
      .catch(reject);
  });
  await browser.close();
  await server.stop();
  return code;
}

await underNode24(import.meta.url);
process.exit(Number(await main().catch(fail)));
