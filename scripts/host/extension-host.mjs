// The process in which the extensions of a window run, for what has to be done to it from outside: weighing it, or killing it.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * The process ids of the extension hosts that a server has started; empty where the system has no /proc.
 * @param {{ child: { pid?: number | undefined } }} server
 */
export function extensionHosts({ child }) {
  try {
    return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isHostOf(pid, child.pid));
  } catch {
    return [];
  }
}

/**
 * @param {string} pid
 * @param {number | undefined} leader of the process group
 */
function isHostOf(pid, leader) {
  try {
    const [, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(group) === leader && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=extensionHost');
  } catch {
    return false;
  }
}
