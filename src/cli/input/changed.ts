/** Files that differ from a git revision, asked of git itself. No shell, no hooks, no external diff programs. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { InputError } from '../errors';

/** Settings of a repository may name programs; none of them is run. Filters have names of their own, see `filtersOff`. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false'];
/** Objects that a partial clone lacks are not fetched: that would be network, and a program the repository names. */
const ENV = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };
const MAX_OUTPUT = 256 * 1024 * 1024;

function git(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      [...SAFE, ...args],
      { cwd, maxBuffer: MAX_OUTPUT, encoding: 'utf8', env: { ...process.env, ...ENV } },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout);
        else if ((error as NodeJS.ErrnoException).code === 'ENOENT')
          reject(new InputError('--changed-since needs git, which was not found'));
        else reject(new Error(stderr.trim().split('\n')[0] || error.message));
      },
    );
  });
}

/**
 * Where the time of a file says nothing, git compares its content, and would run the clean filter of its attributes for that. With every filter of the
 * configuration emptied the bytes are compared as they are: at worst a file counts as changed that is not.
 */
async function filtersOff(cwd: string): Promise<string[]> {
  // Without a match git exits with 1 and says nothing.
  const keys = await git(cwd, ['config', '--name-only', '-z', '--get-regexp', '^filter\\.']).catch((error: Error) => {
    if (error instanceof InputError || error.message.startsWith('fatal')) throw error;
    return '';
  });
  const names = new Set(
    keys
      .split('\0')
      .filter(Boolean)
      .map((key) => key.slice('filter.'.length, key.lastIndexOf('.'))),
  );
  return [...names].flatMap((name) => {
    // On git's command line the key ends at the first equals sign.
    if (name.includes('=')) throw new Error(`the filter "${name}" of the git configuration cannot be switched off`);
    return ['clean=', 'process=', 'required=false'].flatMap((setting) => ['-c', `filter.${name}.${setting}`]);
  });
}

/**
 * Absolute paths of files that are new or changed since the point where the present work left `ref`, untracked ones included, deleted ones not.
 * Throws `InputError` with one line where there is no repository or no such revision.
 */
export async function changedSince(ref: string, cwd: string): Promise<string[]> {
  let root: string;
  try {
    // Relative, so that a working folder reached through a link keeps its name.
    root = path.resolve(cwd, (await git(cwd, ['rev-parse', '--show-cdup'])).replace(/\r?\n$/, ''));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`--changed-since: ${(error as Error).message.replace(/^fatal: /, '')}`);
  }
  let commit: string;
  try {
    commit = (await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])).trim();
  } catch {
    throw new InputError(`--changed-since: there is no revision "${ref}" here (a shallow clone may lack it; fetch it first)`);
  }
  // Without a common ancestor (a shallow clone, an unrelated branch) the revision itself is compared.
  const base = (await git(root, ['merge-base', commit, 'HEAD']).catch(() => commit)).trim();
  try {
    const changed = await git(root, [
      ...(await filtersOff(root)),
      'diff',
      '--name-only',
      '-z',
      '--no-ext-diff',
      '--no-textconv',
      '--no-renames',
      // A submodule has a configuration of its own, and git would be started in it.
      '--ignore-submodules=all',
      '--diff-filter=ACMRT',
      base,
      '--',
    ]);
    const untracked = await git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
    const names = new Set([...changed.split('\0'), ...untracked.split('\0')].filter(Boolean));
    return [...names].sort().map((name) => path.join(root, name));
  } catch (error) {
    throw new InputError(`--changed-since: ${(error as Error).message.replace(/^fatal: /, '')}`);
  }
}
