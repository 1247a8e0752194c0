/** Where a path leads: into a folder or elsewhere, and by which links. */
import { realpathSync } from 'node:fs';
import path from 'node:path';

/** The way from `folder` to `file`, '' where they are one; null where `file` lies elsewhere. Both are absolute. */
export function wayInside(folder: string, file: string): string | null {
  const way = path.relative(folder, file);
  return way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way) ? null : way;
}

/** The file or folder behind a path, by every link on the way. Of one that is not there yet its folder counts. */
export function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    try {
      return path.join(realpathSync(path.dirname(file)), path.basename(file));
    } catch {
      return file;
    }
  }
}
