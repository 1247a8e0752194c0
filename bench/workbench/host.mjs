/** What the extension host says and weighs: activation in its own figures, and the memory of its process with and without the extension. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { extensionHosts } from '../../scripts/host/extension-host.mjs';
import { CALM, installExtension, startServer, writeSettings } from '../../scripts/host/server.mjs';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { temporaryFolder } from '../../scripts/host/workspace.mjs';
import { inFolder } from '../lib/folder.mjs';
import { median } from '../lib/measure.mjs';

/** The columns of *Developer: Startup Performance* for our extension, in milliseconds; undefined where it does not stand there. */
export async function activation(window) {
  await window.command('Developer: Startup Performance');
  const row = await window.until('the row of the extension', async () =>
    (await window.text()).split('\n').find((line) => /^\|\s*fast-enough\.fast-enough\s*\|/.test(line)),
  );
  const [load, call, finish] = row
    .split('|')
    .slice(3, 6)
    .map((cell) => Number(cell.trim()));
  await window.press('Control+F4');
  return { load, call, finish, whole: load + call };
}

const resident = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

/** Bytes of the extension host, at rest with one document open, in a window of its own. */
async function once(vsix, text) {
  const home = temporaryFolder('memory');
  const dirs = { userDataDir: join(home, 'user-data'), extensionsDir: join(home, 'extensions') };
  if (vsix !== undefined) await installExtension({ vsix, ...dirs });
  writeSettings(dirs.userDataDir, CALM);
  const server = await startServer({ ...dirs, trust: false });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const folder = inFolder({ 'proposal.md': text });
    await page.goto(server.url({ folder, openFile: join(folder, 'proposal.md') }));
    await page.locator('.editor-instance .view-line').first().waitFor();
    if (vsix !== undefined) await page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    // The host goes on working for a while after the document is there; the lowest of some seconds is what it keeps.
    await sleep(8000);
    const [pid] = extensionHosts(server);
    if (pid === undefined) return undefined;
    const seen = [];
    for (let i = 0; i < 10; i++) {
      seen.push(resident(pid));
      await sleep(300);
    }
    return Math.min(...seen);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** What the extension adds to its host; undefined where the system does not tell. */
export async function share(vsix, text, runs = 3) {
  const found = { without: [], with: [] };
  for (let i = 0; i < runs; i++) {
    found.without.push(await once(undefined, text));
    found.with.push(await once(vsix, text));
  }
  if ([...found.without, ...found.with].includes(undefined)) return undefined;
  return { without: median(found.without), with: median(found.with) };
}
