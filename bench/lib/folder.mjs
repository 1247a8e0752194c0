/** Texts as files, for programs that read from disk. The folder is gone when the run ends. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** @param {Readonly<Record<string, string>>} files by name */
export function inFolder(files) {
  const folder = mkdtempSync(join(tmpdir(), 'fast-enough-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Numbered files in folders of fifty. */
export const asFiles = (texts) => Object.fromEntries(texts.map((text, i) => [`part-${Math.floor(i / 50)}/text-${i}.md`, text]));
