/** Files that differ from a git revision, asked of git itself. No shell, no hooks, no external diff programs. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { InputError } from '../errors';

/** Settings of a repository may name programs; none of them is run. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false'];
const MAX_OUTPUT = 256 * 1024 * 1024;

function git(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      [...SAFE, ...args],
      { cwd, maxBuffer: MAX_OUTPUT, encoding: 'utf8', env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' } },
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
      'diff',
      '--name-only',
      '-z',
      '--no-ext-diff',
      '--no-textconv',
      '--no-renames',
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
