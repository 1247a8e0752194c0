/** When tasks are offered and how they run, on hosts that no test window has: without trust, without a shell, on Windows. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import type { Disposable, Task, TaskProvider } from 'vscode';

const SOURCE = path.join(import.meta.dirname, '../../src/vscode/tasks.ts');

interface Host {
  readonly trusted?: boolean;
  readonly node?: boolean;
  readonly platform?: string;
  /** Folders of the workspace, as URIs. */
  readonly folders?: readonly string[];
  /** Paths that exist. */
  readonly files?: readonly string[];
}

interface Shown {
  readonly name: string;
  readonly execution: { readonly command: string; readonly args: readonly { readonly value: string }[]; readonly options: unknown };
}

/** Only what `tasks.ts` asks of the editor. */
function editor({ trusted = true, folders = ['file:///w'], files = [] }: Host, register: (provider: TaskProvider) => void): object {
  const uri = (text: string): object => {
    const { protocol, pathname } = new URL(text);
    return { scheme: protocol.slice(0, -1), path: pathname, fsPath: pathname, toString: () => text };
  };
  class Record {
    readonly values: readonly unknown[];
    constructor(...values: unknown[]) {
      this.values = values;
    }
  }
  return {
    Disposable: Record,
    ShellQuoting: { Strong: 1 },
    TaskRevealKind: { Silent: 2 },
    ShellExecution: class {
      constructor(
        readonly command: string,
        readonly args: unknown,
        readonly options: unknown,
      ) {}
    },
    Task: class {
      constructor(
        readonly definition: unknown,
        readonly scope: unknown,
        readonly name: string,
        readonly source: string,
        readonly execution: unknown,
        readonly problemMatchers: unknown,
      ) {}
    },
    Uri: {
      joinPath: (base: { scheme: string; path: string }, ...parts: string[]) =>
        uri(`${base.scheme}://${path.posix.join(base.path, ...parts)}`),
    },
    l10n: { t: (text: string) => text },
    tasks: {
      registerTaskProvider: (_: string, provider: TaskProvider) => {
        register(provider);
        return new Record();
      },
    },
    workspace: {
      isTrusted: trusted,
      workspaceFolders: folders.map((folder) => ({ uri: uri(folder), name: folder, index: 0 })),
      fs: {
        stat: ({ path: file }: { path: string }) => (files.includes(file) ? Promise.resolve({}) : Promise.reject(new Error('none'))),
      },
    },
  };
}

describe('tasks of the extension', () => {
  let code: string;
  before(async () => {
    const result = await build({
      entryPoints: [SOURCE],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      external: ['vscode'],
    });
    code = result.outputFiles[0]!.text;
  });

  function providerOn(host: Host): TaskProvider | undefined {
    let found: TaskProvider | undefined;
    const api = editor(host, (provider) => (found = provider));
    const module = { exports: {} as { registerTasks: () => Disposable } };
    const process = { platform: host.platform ?? 'linux', versions: host.node === false ? {} : { node: '22.0.0' } };
    compileFunction(code, ['require', 'module', 'exports', 'process'])(() => api, module, module.exports, process);
    module.exports.registerTasks();
    return found;
  }
  const offered = async (host: Host): Promise<Shown[]> => {
    const token = { isCancellationRequested: false };
    return ((await providerOn(host)!.provideTasks(token as never)) ?? []) as unknown as Shown[];
  };
  const line = ({ execution }: Shown): string => [execution.command, ...execution.args.map(({ value }) => value)].join(' ');
  const resolved = async (host: Host, definition: object): Promise<Shown | undefined> =>
    (await providerOn(host)!.resolveTask({ definition, scope: 2, name: 'mine' } as unknown as Task, {} as never)) as unknown as
      Shown | undefined;

  it('are offered in trusted workspaces and not in others, and neither is one of tasks.json run', async () => {
    assert.deepEqual((await offered({})).map(line), ['fast-enough check --format unix']);
    assert.deepEqual(await offered({ trusted: false, files: ['/w/node_modules/.bin/fast-enough'] }), []);
    assert.equal(await resolved({ trusted: false }, { type: 'fast-enough' }), undefined);
  });

  it('are not registered in the web-worker host, and pass over folders that are not on a disk', async () => {
    assert.equal(providerOn({ node: false }), undefined);
    assert.deepEqual(await offered({ folders: ['vscode-vfs://github/w'] }), []);
  });

  it('ask git’s question in every folder above, up to the root', async () => {
    const names = async (files: readonly string[]): Promise<string[]> =>
      (await offered({ folders: ['file:///a/b/c'], files })).map(({ name }) => name);
    assert.deepEqual(await names(['/a/.git']), ['check the workspace', 'check what has changed']);
    assert.deepEqual(await names(['/a/b/c/d/.git']), ['check the workspace']);
  });

  it('run the command file that npm makes on Windows', async () => {
    const [task] = await offered({ platform: 'win32', files: ['/w/node_modules/.bin/fast-enough.cmd'] });
    assert.equal(task?.execution.command, '.\\node_modules\\.bin\\fast-enough.cmd');
  });

  it('pass on what a definition says, and leave out what is of another type', async () => {
    const definition = { type: 'fast-enough', paths: ["it's", 7], changedSince: 'main', profile: 'full', args: ['--code'] };
    const task = await resolved({}, definition);
    assert.deepEqual(
      task?.execution.args.map(({ value }) => value),
      ['check', '--format', 'unix', '--profile=full', '--changed-since=main', '--code', '--', "it'\\''s"],
    );
    const odd = await resolved({}, { type: 'fast-enough', paths: 'docs', changedSince: 1, profile: {}, args: null });
    assert.equal(line(odd!), 'fast-enough check --format unix');
  });
});
