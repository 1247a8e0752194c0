/** Paths as the host of the repository knows them. GitHub, GitLab and code-scanning dashboards resolve a path against the root of the repository. */
import path from 'node:path';
import { slashes } from '../input/arguments';
import { repositoryOf } from '../input/gitignore';
import { realOf, wayInside } from '../input/paths';
import type { Io } from '../io';

/** Where build servers say that the repository lies. */
const WORKSPACES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/**
 * Turns a path relative to the working folder into one relative to the root that contains it: the workspace of a build server, else the repository
 * around the working folder, else that folder. What lies outside all of them keeps its path from the working folder.
 */
export function placesOf({ cwd, env }: Pick<Io, 'cwd' | 'env'>): (shown: string) => string {
  const workspaces = WORKSPACES.flatMap((name) => {
    const folder = env[name];
    return folder && path.isAbsolute(folder) ? [folder, realOf(folder)] : [];
  });
  const roots = [...new Set([...workspaces, repositoryOf(cwd) ?? cwd])];
  return (shown) => {
    const file = path.resolve(cwd, shown);
    for (const root of roots) {
      const way = wayInside(root, file);
      if (way !== null) return slashes(way) || '.';
    }
    return shown;
  };
}
