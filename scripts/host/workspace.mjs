// Temporary folders for the windows that are opened: nobody's own settings or files are touched.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onLeave } from './cleanup.mjs';

/**
 * A folder that is gone when this process ends.
 * @param {string} name shows in the folder's name, for whoever finds one.
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `fast-enough-${name}-`));
  onLeave(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}
