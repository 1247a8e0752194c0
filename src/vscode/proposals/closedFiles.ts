/**
 * The proposals of the workspace, open or closed. Nothing is looked for until somebody asks, or the setting `fastEnough.scan` says
 * `workspace`; from then on changes, renames and deletions are followed. The scan reads a few files at a time, gives the editor its
 * turn every few milliseconds and can be cancelled. Of a closed document only a summary is kept, and its diagnostics where wanted.
 */
import * as vscode from 'vscode';
import type { ConfigService } from '../configService';
import type { Analysis, EngineHost } from '../engineHost';
import { isFollowed } from '../selector';
import { readSettings } from '../settings';
import { findDocuments, MARKDOWN_GLOB, MOST_FILES, relativeTo } from './findDocuments';
import { IgnoreFiles } from './ignoreFiles';
import { closedDiagnostics, summaryOf, type ProposalSummary } from './summary';

export interface ScanReport {
  readonly files: number;
  readonly proposals: number;
  readonly cancelled: boolean;
}

/** Larger documents are nobody's proposal, and one of them must not hold up the rest. Bytes. */
const LARGEST_FILE = 1024 * 1024;
/** Proposals that are remembered. */
const MOST_PROPOSALS = 5000;
const AT_ONCE = 8;
/** Milliseconds of work before the editor gets its turn. */
const SLICE = 8;
/** A change on disk waits this long, so that a checkout of a thousand files is read once. */
const SETTLE = 300;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export class ClosedFiles implements vscode.Disposable {
  private readonly summaries = new Map<string, ProposalSummary>();
  private readonly diagnostics = new Map<string, vscode.Diagnostic[]>();
  private readonly read = new vscode.EventEmitter<vscode.Uri>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly waiting = new Map<string, vscode.Uri>();
  private readonly disposables: vscode.Disposable[];
  private watcher: vscode.Disposable | undefined;
  private settle: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<ScanReport> | undefined;
  /** Whether a scan has been finished, so that an empty list means "none". */
  scanned = false;

  /** The diagnostics of a closed document are different now. */
  readonly onDidRead = this.read.event;
  /** The list of proposals is different now. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly engine: EngineHost,
    configs: ConfigService,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.disposables = [
      this.read,
      this.changed,
      engine.onDidAnalyse((analysis) => this.opened(analysis)),
      engine.onDidForget((uri) => this.forgotten(uri)),
      configs.onDidChange(() => {
        if (this.scanned) void this.scan();
        else void this.scanIfWanted();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.scanIfWanted()),
    ];
  }

  dispose(): void {
    clearTimeout(this.settle);
    this.watcher?.dispose();
    this.summaries.clear();
    this.diagnostics.clear();
    vscode.Disposable.from(...this.disposables).dispose();
  }

  list(): readonly ProposalSummary[] {
    return [...this.summaries.values()];
  }

  /** Empty unless the whole workspace is to be shown in the Problems panel. */
  diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
    return this.diagnostics.get(uri.toString()) ?? [];
  }

  scanIfWanted(): Promise<ScanReport | undefined> {
    const wanted = vscode.workspace.workspaceFolders?.some((folder) => readSettings(folder.uri).scan === 'workspace') ?? false;
    return wanted ? this.scan() : Promise.resolve(undefined);
  }

  /** Reads every Markdown document of the workspace. A second call while one is running joins it. */
  scan(token?: vscode.CancellationToken, progress?: (done: number, all: number) => void): Promise<ScanReport> {
    this.running ??= this.scanAll(token ?? new vscode.CancellationTokenSource().token, progress ?? (() => undefined)).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async scanAll(token: vscode.CancellationToken, progress: (done: number, all: number) => void): Promise<ScanReport> {
    this.watch();
    const seen = new Set<string>();
    const all: vscode.Uri[] = [];
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      for (const uri of await findDocuments(folder.uri, token)) {
        if (seen.has(uri.toString())) continue;
        seen.add(uri.toString());
        all.push(uri);
      }
    }
    if (all.length >= MOST_FILES) this.log.warn(`more than ${MOST_FILES} Markdown files; the rest is not looked at`);
    let done = 0;
    let started = performance.now();
    for (let at = 0; at < all.length && !token.isCancellationRequested; at += AT_ONCE) {
      const texts = await Promise.all(all.slice(at, at + AT_ONCE).map(async (uri) => ({ uri, text: await this.textOf(uri) })));
      for (const { uri, text } of texts) {
        await this.take(uri, text);
        done += 1;
        if (performance.now() - started > SLICE) {
          progress(done, all.length);
          await turn();
          started = performance.now();
        }
      }
    }
    if (!token.isCancellationRequested) {
      // What was there last time and is not any more.
      for (const [key, summary] of this.summaries) if (!seen.has(key) && !this.engine.latest(summary.uri)) this.drop(summary.uri);
      this.scanned = true;
    }
    progress(done, all.length);
    this.changed.fire();
    return { files: done, proposals: this.summaries.size, cancelled: token.isCancellationRequested };
  }

  /** Null where the file is gone, too large, or a link that may lead out of the workspace. */
  private async textOf(uri: vscode.Uri): Promise<string | null> {
    if (this.engine.latest(uri)) return null;
    try {
      const { size, type } = await vscode.workspace.fs.stat(uri);
      if (type !== vscode.FileType.File || size > LARGEST_FILE) return null;
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      return null;
    }
  }

  private async take(uri: vscode.Uri, text: string | null): Promise<void> {
    // An open document speaks for itself, with what is typed and not yet saved.
    if (this.engine.latest(uri)) return;
    const reading = text === null ? undefined : await this.engine.read(uri, text);
    const summary = reading && this.summaries.size < MOST_PROPOSALS ? summaryOf(uri, reading.result) : null;
    if (!reading || !summary) {
      this.drop(uri);
      return;
    }
    this.summaries.set(uri.toString(), summary);
    const shown = readSettings(uri).scan === 'workspace' ? closedDiagnostics(uri, reading.result) : [];
    this.show(uri, shown);
  }

  private show(uri: vscode.Uri, shown: vscode.Diagnostic[]): void {
    const key = uri.toString();
    if (shown.length === 0 && !this.diagnostics.has(key)) return;
    if (shown.length === 0) this.diagnostics.delete(key);
    else this.diagnostics.set(key, shown);
    this.read.fire(uri);
  }

  private drop(uri: vscode.Uri): void {
    this.summaries.delete(uri.toString());
    this.show(uri, []);
  }

  private opened({ document, result }: Analysis): void {
    const key = document.uri.toString();
    const summary = summaryOf(document.uri, result);
    const before = this.summaries.get(key);
    if (summary) this.summaries.set(key, summary);
    else this.summaries.delete(key);
    this.diagnostics.delete(key);
    if (JSON.stringify(before ?? null) !== JSON.stringify(summary)) this.changed.fire();
  }

  /** A closed document is read from disk again when the workspace is being followed; otherwise it leaves the list. */
  private forgotten(uri: vscode.Uri): void {
    if (this.scanned && vscode.workspace.getWorkspaceFolder(uri)) this.later(uri);
    else if (this.summaries.delete(uri.toString())) this.changed.fire();
  }

  private watch(): void {
    if (this.watcher) return;
    const files = vscode.workspace.createFileSystemWatcher(MARKDOWN_GLOB);
    const ignored = vscode.workspace.createFileSystemWatcher('**/.gitignore');
    const again = (): void => void this.scan();
    this.watcher = vscode.Disposable.from(
      files,
      ignored,
      files.onDidChange((uri) => this.later(uri)),
      files.onDidCreate((uri) => this.later(uri)),
      files.onDidDelete((uri) => this.later(uri)),
      ignored.onDidChange(again),
      ignored.onDidCreate(again),
      ignored.onDidDelete(again),
    );
  }

  private later(uri: vscode.Uri): void {
    this.waiting.set(uri.toString(), uri);
    clearTimeout(this.settle);
    this.settle = setTimeout(() => void this.readWaiting(), SETTLE);
  }

  private async readWaiting(): Promise<void> {
    const uris = [...this.waiting.values()];
    this.waiting.clear();
    const matchers = new Map<string, IgnoreFiles>();
    let started = performance.now();
    for (const uri of uris) {
      const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
      if (!folder || !isFollowed({ uri, languageId: 'markdown' })) continue;
      const matcher = matchers.get(folder.toString()) ?? new IgnoreFiles(folder);
      matchers.set(folder.toString(), matcher);
      const text = (await matcher.ignores(relativeTo(folder, uri))) ? null : await this.textOf(uri);
      await this.take(uri, text);
      if (performance.now() - started > SLICE) {
        await turn();
        started = performance.now();
      }
    }
    this.changed.fire();
  }
}
