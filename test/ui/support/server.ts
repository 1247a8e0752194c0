/** One embedded VS Code and one Chromium for all UI tests, with the packaged extension installed as a user installs it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/host/browser.mjs';
import { onLeave } from '../../../scripts/host/cleanup.mjs';
import { installExtension, startServer } from '../../../scripts/host/server.mjs';
import { build, packageVsix } from '../../../scripts/host/vsix.mjs';

export interface Host {
  readonly server: Awaited<ReturnType<typeof startServer>>;
  readonly browser: Browser;
  readonly userDataDir: string;
  /** Settings are the server's, so windows with different ones must not be opened at once. */
  readonly home: string;
}

let starting: Promise<Host> | undefined;
let started: Host | undefined;

async function start(): Promise<Host> {
  if (!process.env['FAST_ENOUGH_VSIX']) await build();
  const vsix = await packageVsix();
  const home = mkdtempSync(join(tmpdir(), 'fast-enough-ui-'));
  onLeave(() => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const userDataDir = join(home, 'user-data');
  const extensionsDir = join(home, 'extensions');
  await installExtension({ vsix, userDataDir, extensionsDir });
  const server = await startServer({ userDataDir, extensionsDir, trust: false });
  started = { server, browser: await launchBrowser(), userDataDir, home };
  return started;
}

/** The shared host, started by whoever asks first. */
export function host(): Promise<Host> {
  starting ??= start();
  return starting;
}

let restricted: Host['server'] | undefined;

/** A server beside the shared one that asks before it trusts a folder, as VS Code does outside of tests. */
export async function restrictedServer(): Promise<Host['server']> {
  const { home } = await host();
  restricted ??= await startServer({ userDataDir: join(home, 'restricted'), extensionsDir: join(home, 'extensions'), trust: true });
  return restricted;
}

/** Ends servers and browser. */
export async function stopHost(): Promise<void> {
  await started?.browser.close();
  await restricted?.stop();
  restricted = undefined;
  await started?.server.stop();
  started = undefined;
  starting = undefined;
}
