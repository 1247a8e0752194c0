// Opens the person's own browser where there is one, and stays silent where there is not.
import { spawn } from 'node:child_process';
import { onPath } from './chromium.mjs';

/** The command that opens an address here, or undefined: no display, a remote shell, or a build machine. */
function opener() {
  if (process.env.CI || process.env.NO_BROWSER) return undefined;
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '""'];
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return display && onPath('xdg-open') !== undefined ? ['xdg-open'] : undefined;
}

/**
 * @param {string} url
 * @returns {boolean} whether a browser was asked to open it.
 */
export function openBrowser(url) {
  const command = opener();
  if (command === undefined) return false;
  const [program = '', ...args] = command;
  // `start` takes & as the end of a command.
  const address = process.platform === 'win32' ? url.replaceAll('&', '^&') : url;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
  return true;
}
