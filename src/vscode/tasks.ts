/**
 * Tasks that run the command line in a terminal, whose findings the problem matcher `$fast-enough` puts into the Problems panel. Documents that
 * are open have their live squiggles, so the matcher takes closed ones only (`applyTo`); what it found keeps an owner and a source of its own, so
 * that a document opened later shows which is which. Tasks run programs: they are offered in trusted workspaces, and not where there is no shell.
 */
import * as vscode from 'vscode';
import { inNode } from './code/companion';

const TYPE = 'fast-enough';

/** As `taskDefinitions` in package.json describes it. */
interface Definition extends vscode.TaskDefinition {
  readonly paths?: unknown;
  readonly changedSince?: unknown;
  readonly profile?: unknown;
  readonly args?: unknown;
}

export function registerTasks(): vscode.Disposable {
  // The web-worker host has no terminal to run anything in.
  if (!inNode) return new vscode.Disposable(() => undefined);
  const provider: vscode.TaskProvider = {
    async provideTasks(token) {
      const tasks: vscode.Task[] = [];
      for (const folder of usableFolders()) {
        if (token.isCancellationRequested) return [];
        tasks.push(await taskOf({ type: TYPE }, folder, vscode.l10n.t('check the workspace')));
        if (await inRepository(folder.uri)) {
          tasks.push(await taskOf({ type: TYPE, changedSince: 'HEAD' }, folder, vscode.l10n.t('check what has changed')));
        }
      }
      return tasks;
    },
    // A task of the user's tasks.json: the definition is there, how it runs is not.
    async resolveTask({ definition, scope, name }) {
      const folders = usableFolders();
      const folder = folders.find((each) => typeof scope === 'object' && each.uri.toString() === scope.uri.toString()) ?? folders[0];
      return folder && (await taskOf(definition, folder, name));
    },
  };
  return vscode.tasks.registerTaskProvider(TYPE, provider);
}

/** Folders on the disk of this host, once the user trusts them. */
function usableFolders(): readonly vscode.WorkspaceFolder[] {
  if (!vscode.workspace.isTrusted) return [];
  return (vscode.workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme === 'file');
}

async function taskOf(definition: Definition, folder: vscode.WorkspaceFolder, name: string): Promise<vscode.Task> {
  const [program = TYPE, ...first] = await commandIn(folder.uri);
  const args = [...first, 'check', '--format', 'unix', ...argumentsOf(definition)];
  const quoted = args.map((value) => ({ value: inQuotes(value), quoting: vscode.ShellQuoting.Strong }));
  const execution = new vscode.ShellExecution(program, quoted, { cwd: folder.uri.fsPath });
  const task = new vscode.Task(definition, folder, name, 'Fast Enough', execution, `$${TYPE}`);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true };
  return task;
}

/**
 * The editor puts arguments into quotes, so that the shell leaves globs and dollars to the command line; a quote within it leaves as it is. POSIX
 * shells have one way to write it; on Windows it depends on the shell, where file names with quotes are rare.
 */
const inQuotes = (value: string): string => (process.platform === 'win32' ? value : value.replaceAll("'", "'\\''"));

/** What a definition adds to `check`. It is written by hand, so what has another type is left out. */
function argumentsOf({ paths, changedSince, profile, args }: Definition): string[] {
  const files = strings(paths);
  return [
    ...(typeof profile === 'string' ? [`--profile=${profile}`] : []),
    ...(typeof changedSince === 'string' ? [`--changed-since=${changedSince}`] : []),
    ...strings(args),
    ...(files.length > 0 ? ['--', ...files] : []),
  ];
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/**
 * The command line: the one that the folder has installed, in the version that its authors chose; else what npm finds above it, without
 * installing anything; else what is on the path.
 */
async function commandIn(folder: vscode.Uri): Promise<readonly string[]> {
  const windows = process.platform === 'win32';
  const installed = windows ? ['node_modules', '.bin', `${TYPE}.cmd`] : ['node_modules', '.bin', TYPE];
  // Relative to the folder in which it runs, so no character of that folder's name reaches a shell.
  if (await exists(vscode.Uri.joinPath(folder, ...installed))) return [`.${windows ? '\\' : '/'}${installed.join(windows ? '\\' : '/')}`];
  if (await exists(vscode.Uri.joinPath(folder, 'package.json'))) return ['npx', '--no-install', TYPE];
  return [TYPE];
}

/** `.git` is a folder, and a file in worktrees and submodules. */
async function inRepository(folder: vscode.Uri): Promise<boolean> {
  for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
    if (await exists(vscode.Uri.joinPath(at, '.git'))) return true;
    if (vscode.Uri.joinPath(at, '..').path === at.path) return false;
  }
}

const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
