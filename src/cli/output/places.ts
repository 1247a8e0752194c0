/** Paths as the host of the repository knows them. GitHub, GitLab and code-scanning dashboards resolve a path against the root of the repository. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { slashes } from '../input/arguments';
import { repositoryOf } from '../input/gitignore';
import type { Io } from '../io';

/** Where build servers say that the repository lies. */
const WORKSPACES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** `file` relative to `folder`, or null where it lies elsewhere. */
function inside(folder: string, file: string): string | null {
  const relative = path.relative(folder, file);
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative) ? null : slashes(relative);
}

/**
 * Turns a path relative to the working folder into one relative to the root that contains it: the workspace of a build server, else the repository
 * around the working folder, else that folder. What lies outside all of them keeps its path from the working folder.
 */
export function placesOf({ cwd, env }: Pick<Io, 'cwd' | 'env'>): (shown: string) => string {
  const workspaces = WORKSPACES.flatMap((name) => {
    const folder = env[name];
    return folder && path.isAbsolute(folder) ? [folder, real(folder)] : [];
  });
  const roots = [...new Set([...workspaces, repositoryOf(cwd) ?? cwd])];
  return (shown) => {
    const file = path.resolve(cwd, shown);
    for (const root of roots) {
      const place = inside(root, file);
      if (place !== null) return place || '.';
    }
    return shown;
  };
}
