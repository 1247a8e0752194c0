/** Tasks that run the command line in a terminal and fill the Problems panel. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, HOST, openFile, ruleOf, SOURCE, waitFor, waitForDiagnostics, workspaceRoot, writeFile } from './support/editor';

const TASK_SOURCE = 'fast-enough (task)';
const PROPOSAL = '# RFC: rewrite billing in Go\n\nWe rewrite billing from Python to Go because Python is slow. It will be 10x faster.\n';

const at = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceRoot(), ...name.split('/'));
const fetched = (): Thenable<vscode.Task[]> => vscode.tasks.fetchTasks({ type: 'fast-enough' });
const named = async (name: string): Promise<vscode.Task> =>
  waitFor(`the task "${name}"`, async () => (await fetched()).find((task) => task.name === name));
const fromTask = (uri: vscode.Uri): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter((d) => d.source === TASK_SOURCE);
const shell = (task: vscode.Task): vscode.ShellExecution => {
  assert.ok(task.execution instanceof vscode.ShellExecution);
  return task.execution;
};
const argumentsOf = (task: vscode.Task): string[] => (shell(task).args ?? []).map((arg) => (typeof arg === 'string' ? arg : arg.value));

/** Puts the command line of this build where npm would put it. */
async function install(): Promise<void> {
  const extension = vscode.extensions.getExtension('fast-enough.fast-enough');
  assert.ok(extension);
  const cli = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'cli.cjs').fsPath;
  const { execPath, platform } = process;
  if (platform === 'win32') {
    await writeFile('node_modules/.bin/fast-enough.cmd', `@set ELECTRON_RUN_AS_NODE=1\r\n@"${execPath}" "${cli}" %*\r\n`);
    return;
  }
  const file = await writeFile('node_modules/.bin/fast-enough', `#!/bin/sh\nELECTRON_RUN_AS_NODE=1 exec "${execPath}" "${cli}" "$@"\n`);
  process.getBuiltinModule('node:fs').chmodSync(file.fsPath, 0o755);
}

/** Runs a task to its end; its exit status. */
async function run(task: vscode.Task): Promise<number | undefined> {
  let status: number | undefined;
  let ended = false;
  const listener = vscode.tasks.onDidEndTaskProcess((event) => {
    if (event.execution.task.name !== task.name) return;
    status = event.exitCode;
    ended = true;
  });
  try {
    await vscode.tasks.executeTask(task);
    await waitFor(`the end of "${task.name}"`, () => (ended ? true : undefined), { timeout: 60_000 });
    return status;
  } finally {
    listener.dispose();
  }
}

describe('tasks', () => {
  const made = ['node_modules', '.vscode/tasks.json', '.git', 'package.json', 'tasks'];
  const remove = async (): Promise<void> => {
    for (const name of made) {
      await vscode.workspace.fs.delete(at(name), { recursive: true }).then(
        () => undefined,
        () => undefined,
      );
    }
  };
  beforeEach(async () => {
    await remove();
    await writeFile('tasks/closed.md', PROPOSAL);
    await writeFile('tasks/open.md', PROPOSAL);
  });
  afterEach(async () => {
    await closeAll();
    await remove();
  });

  if (HOST === 'web') {
    it('are not offered where there is no shell', async () => {
      await openFile('tasks/open.md');
      assert.deepEqual(await fetched(), []);
    });
    return;
  }

  it('are offered for the workspace and, in a repository, for what has changed', async () => {
    assert.deepEqual(
      (await fetched()).map((task) => [task.source, task.name]),
      [['Fast Enough', 'check the workspace']],
    );
    await vscode.workspace.fs.createDirectory(at('.git'));
    const tasks = await fetched();
    assert.deepEqual(tasks.map(({ name }) => name).sort(), ['check the workspace', 'check what has changed']);
    assert.deepEqual(tasks.map((task) => argumentsOf(task).join(' ')).sort(), [
      'check --format unix',
      'check --format unix --changed-since=HEAD',
    ]);
    for (const task of tasks) assert.deepEqual(task.problemMatchers, ['$fast-enough']);
  });

  it('run what the folder has installed, else what npm finds, else what is on the path', async () => {
    const command = async (): Promise<unknown> => {
      const execution = shell(await named('check the workspace'));
      return [execution.command, argumentsOf(await named('check the workspace')).slice(0, 2)];
    };
    assert.deepEqual(await command(), ['fast-enough', ['check', '--format']]);
    await writeFile('package.json', '{}\n');
    assert.deepEqual(await command(), ['npx', ['--no-install', 'fast-enough']]);
    await install();
    const installed = process.platform === 'win32' ? '.\\node_modules\\.bin\\fast-enough.cmd' : './node_modules/.bin/fast-enough';
    assert.deepEqual(await command(), [installed, ['check', '--format']]);
  });

  it('fill the Problems panel for closed documents, and leave open ones to the squiggles', async function () {
    // The first terminal of a window starts a process of its own.
    this.timeout(90_000);
    await install();
    const { document } = await openFile('tasks/open.md');
    const live = await waitForDiagnostics(document.uri, (all) => all.length > 0);
    assert.equal(await run(await named('check the workspace')), 1);
    const found = await waitFor('the problems', () => (fromTask(at('tasks/closed.md')).length === live.length ? true : undefined), {
      event: vscode.languages.onDidChangeDiagnostics,
    }).then(() => fromTask(at('tasks/closed.md')));
    const shown = (all: readonly vscode.Diagnostic[]): string[] =>
      all.map((d) => `${ruleOf(d)} ${d.range.start.line}:${d.range.start.character} ${d.message}`).sort();
    assert.deepEqual(shown(found), shown(live));
    // The panel of a task knows no hints.
    const least = vscode.DiagnosticSeverity.Information;
    assert.deepEqual(
      found.map((d) => d.severity).sort((a, b) => a - b),
      live.map((d) => Math.min(d.severity, least)).sort((a, b) => a - b),
    );
    assert.deepEqual(fromTask(document.uri), []);
    assert.ok(vscode.languages.getDiagnostics(document.uri).every((d) => d.source === SOURCE));
  });

  it('of tasks.json check what they name, whatever characters are in it', async function () {
    this.timeout(90_000);
    await install();
    await writeFile("tasks/with space/$HOME it's.md", PROPOSAL);
    const definition = { type: 'fast-enough', paths: ["tasks/**/$HOME it's.md"], profile: 'full', args: ['--fail-on', 'never'] };
    await writeFile('.vscode/tasks.json', JSON.stringify({ version: '2.0.0', tasks: [{ ...definition, label: 'one folder' }] }));
    const task = await named('one folder');
    assert.equal(await run(task), 0);
    await waitFor('the problems', () => (fromTask(at("tasks/with space/$HOME it's.md")).length > 0 ? true : undefined));
  });
});
