// Finds a Chromium for the embedded host, or installs Debian's where this process may.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.mjs';
import { VSCODE_TEST } from './paths.mjs';
import { run } from './processes.mjs';
import { step } from './progress.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** The small fonts make screenshots in Chinese readable; the browser itself needs none of them. */
const FONTS = ['fonts-liberation', 'fonts-wqy-microhei'];

const executable = (/** @type {string} */ path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @param {string} name */
export function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder !== '' && executable(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

async function find() {
  for (const name of ['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH']) {
    const path = process.env[name];
    if (path === undefined || path === '') continue;
    if (!executable(path)) throw new Error(`${name} is set to ${path}, which is not an executable file.`);
    return path;
  }
  const installed = NAMES.map(onPath).find((path) => path !== undefined) ?? PLACES.find(existsSync);
  if (installed !== undefined) return installed;
  // A browser that somebody fetched with Playwright's own installer.
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return own !== '' && existsSync(own) ? own : undefined;
}

async function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) => run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env });
  await step('Installing Chromium, 1/2 package lists', () => apt('update'));
  await step('Installing Chromium, 2/2 packages', async () => {
    await apt('install', '-y', '--no-install-recommends', 'chromium');
    // Without them some characters show as boxes, which is no reason to stop.
    await apt('install', '-y', '--no-install-recommends', ...FONTS).catch(() => undefined);
  });
}

/**
 * The path of a Chromium. Order: CHROMIUM_PATH, PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH, PATH, usual places, Playwright's own, apt-get as root.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = await find();
  if (found !== undefined) return found;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== undefined;
  if (mayInstall) {
    await withLock(join(VSCODE_TEST, 'chromium.lock'), async () => {
      if ((await find()) === undefined) await install();
    });
    const installed = await find();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The tests in the embedded VS Code need a Chromium, and none was found. Install one (Debian: `apt-get install chromium`) or set CHROMIUM_PATH to its executable.',
  );
}
