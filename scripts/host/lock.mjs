// A lock between processes, so that two commands started at once do not install the same thing twice.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onLeave } from './cleanup.mjs';

const alive = (/** @type {number} */ pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM means that it exists and belongs to someone else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
};

/** The process that holds the lock; undefined while it has not yet signed it. */
function owner(/** @type {string} */ folder) {
  try {
    const pid = Number.parseInt(readFileSync(join(folder, 'pid'), 'utf8'), 10);
    return Number.isInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the holder died without cleaning up. An unsigned lock gets ten seconds of grace. */
function abandoned(/** @type {string} */ folder) {
  const pid = owner(folder);
  if (pid !== undefined) return !alive(pid);
  try {
    return Date.now() - statSync(folder).mtimeMs > 10_000;
  } catch {
    return false;
  }
}

/**
 * Runs `work` while holding the lock `folder` (a folder, because making one is atomic on every file system).
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once if another process holds the lock.
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, onWait) {
  mkdirSync(dirname(folder), { recursive: true });
  for (let waited = false; ; waited = true) {
    try {
      mkdirSync(folder);
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (abandoned(folder)) {
      // Renamed first, so that of several waiters only one takes the dead lock away.
      const dead = `${folder}.dead-${process.pid}`;
      try {
        renameSync(folder, dead);
        rmSync(dead, { recursive: true, force: true });
      } catch {
        // Another waiter was quicker.
      }
      continue;
    }
    if (!waited) onWait?.();
    await sleep(300);
  }
  const release = onLeave(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'pid'), String(process.pid));
  try {
    return await work();
  } finally {
    release();
  }
}
