/** Which configuration files may be read, and reading them. */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_FILE_NAME, MAX_CONFIG_LENGTH } from '../../core/config';
import { slashes } from './arguments';
import { repositoryOf } from './gitignore';

const inside = (folder: string, root: string): boolean =>
  folder === root || folder.startsWith(root.endsWith(path.sep) ? root : root + path.sep);

/**
 * Reads `.fastenough.yaml` of a folder for the resolver. Folders count while they lie in a repository, below the working folder, or below a folder
 * the caller named; so a file in somebody's home folder never changes a result, and a link never leads elsewhere.
 */
export function configReader(cwd: string, named: readonly string[]): (folder: string) => string | null {
  const roots = [cwd, ...named];
  const repositories = new Map<string, string | null>();
  const allowed = (folder: string): boolean => {
    if (roots.some((root) => inside(folder, root))) return true;
    if (!repositories.has(folder)) repositories.set(folder, repositoryOf(folder));
    return repositories.get(folder) !== null;
  };
  return (folder) => {
    const native = path.normalize(folder === '' ? path.parse(cwd).root : folder.endsWith(':') ? `${folder}/` : folder);
    const file = path.join(native, CONFIG_FILE_NAME);
    const entry = lstatSync(file, { throwIfNoEntry: false });
    if (!entry || !allowed(native)) return null;
    if (entry.isSymbolicLink() && !allowed(path.dirname(realpathSync(file)))) return null;
    if (!entry.isSymbolicLink() && !entry.isFile()) return null;
    // One byte more than is accepted: the parser then says that the file is too large.
    return readFileSync(file)
      .subarray(0, (MAX_CONFIG_LENGTH + 1) * 3)
      .toString('utf8');
  };
}

/** An absolute path as the resolver wants it. */
export const resolverPath = (absolute: string): string => slashes(absolute);
