/** `.fastenough.yaml` for the editor: the resolver that the command line uses, fed through the workspace's file system and below it the settings. */
import * as vscode from 'vscode';
import type { ConfigLayer, ConfigResolver, EffectiveConfig } from '../core/config';
import { CONFIG_FILE_NAME } from '../core/config/model';
import { isChecked } from '../core/config/patterns';
import { loadCore } from './core';
import { textFrom } from './fileText';
import { readStated, SECTION } from './settings';

/** Whether the configuration wants this document checked at all. */
export function covers(effective: EffectiveConfig, uri: vscode.Uri): boolean {
  return isChecked(effective, uri.path).checked;
}

export class ConfigService implements vscode.Disposable {
  private readonly resolvers = new Map<string, ConfigResolver>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];
  private age = 0;

  /** Some configuration file or setting is different now. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: vscode.LogOutputChannel) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${CONFIG_FILE_NAME}`);
    const again = (): void => {
      this.clear();
      this.changed.fire();
    };
    this.disposables = [
      this.changed,
      watcher,
      watcher.onDidChange(again),
      watcher.onDidCreate(again),
      watcher.onDidDelete(again),
      // A file system without a watcher (some virtual ones) still tells of what is saved in this window.
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (document.uri.path.endsWith(`/${CONFIG_FILE_NAME}`)) again();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(again),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) again();
      }),
    ];
  }

  dispose(): void {
    this.resolvers.clear();
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** Forgets what was read. The next question reads again. */
  clear(): void {
    this.resolvers.clear();
    this.age += 1;
  }

  /** Another number after every change: what was resolved under an older one may no longer hold. */
  get generation(): number {
    return this.age;
  }

  /** What is in force for a document. The same object as long as nothing changed, so that identity tells a change. */
  async resolve(uri: vscode.Uri): Promise<EffectiveConfig> {
    const core = await loadCore();
    const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    const stated = readStated(uri);
    const key = `${root?.toString() ?? ''} ${JSON.stringify(stated)}`;
    let resolver = this.resolvers.get(key);
    if (!resolver) {
      const layer: ConfigLayer = {
        kind: 'setting',
        config: stated,
        name: (option) => `${SECTION}.${option}`,
        ...(root ? { folder: root.path } : {}),
      };
      resolver = new core.ConfigResolver((folder) => this.readConfig(root, folder), { layers: [layer] });
      this.resolvers.set(key, resolver);
    }
    return resolver.resolve(root ? uri.path : '');
  }

  /** Text of the configuration file in a folder. Nothing outside the workspace folder is read, through a symbolic link neither. */
  private async readConfig(root: vscode.Uri | undefined, folder: string): Promise<string | null> {
    if (!root) return null;
    const top = root.path.replace(/\/$/, '');
    if (folder !== top && !folder.startsWith(`${top}/`)) return null;
    const file = vscode.Uri.joinPath(root.with({ path: folder || '/' }), CONFIG_FILE_NAME);
    try {
      const { type } = await vscode.workspace.fs.stat(file);
      if (type !== vscode.FileType.File) {
        this.log.warn(`${vscode.workspace.asRelativePath(file)} is not a plain file; it is not read`);
        return null;
      }
      return await textFrom(file, await vscode.workspace.fs.readFile(file));
    } catch (error) {
      // No such file is the common case. A file that is there and cannot be read would otherwise be missed without a word.
      const missing = error instanceof vscode.FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);
      if (!missing) this.log.warn(`${vscode.workspace.asRelativePath(file)} cannot be read: ${String(error)}`);
      return null;
    }
  }
}
