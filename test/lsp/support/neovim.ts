/** A real Neovim: found on the PATH, or installed with apt where this process may do that (a build server does). */
import { spawnSync } from 'node:child_process';

const works = (): boolean => spawnSync('nvim', ['--version'], { stdio: 'ignore' }).status === 0;

/** True once `nvim` runs. A machine without it, and without the right to install it, gives false; CI must not. */
export function ensureNeovim(): boolean {
  if (works()) return true;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  if (!apt('install', '-y', '--no-install-recommends', 'neovim')) {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'neovim');
  }
  return works();
}
