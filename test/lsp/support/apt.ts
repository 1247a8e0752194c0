/** Programs of somebody else that a test drives: found on the PATH, or installed with apt where this process may do that (a build server does). */
import { spawnSync } from 'node:child_process';

/** True once `program` runs. A machine without it, and without the right to install it, gives false; on a build server that is a failure. */
export function ensureProgram(program: string, debianPackage = program): boolean {
  const works = (): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
  if (works()) return true;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], { stdio: 'ignore', env }).status === 0;
  const install = (): boolean => apt('install', '-y', '--no-install-recommends', debianPackage);
  // A fresh machine has no list of packages yet.
  if (!install()) {
    apt('update');
    install();
  }
  return works();
}
