// One Chromium, driven by Playwright, for everything that looks at the workbench.
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';
import { onLeave } from './cleanup.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/** Starts the browser; `HEADED=1` shows it. */
export async function launchBrowser() {
  const executablePath = await ensureChromium();
  const browser = await chromium.launch({ executablePath, args: FLAGS, headless: !process.env.HEADED });
  onLeave(() => void browser.close().catch(() => undefined));
  return browser;
}
