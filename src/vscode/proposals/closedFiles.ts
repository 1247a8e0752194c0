/**
 * The proposals of the workspace, open or closed. Nothing is looked for until somebody asks, or the setting `fastEnough.scan` says
 * `workspace`; from then on changes, renames and deletions are followed. The scan reads a few files at a time, waits for its turn like
 * every other reading and can be cancelled. Of a closed document only a summary is kept, and its diagnostics where wanted.
 */
import * as vscode from 'vscode';
import type { ConfigService } from '../configService';
import type { Analysis, EngineHost } from '../engineHost';
import { textFrom } from '../fileText';
import { isFollowed } from '../selector';
import { readSettings } from '../settings';
import { isInTab } from '../tabs';
import { excluder } from './excludes';
import { excludedPatterns, findDocuments, MARKDOWN_GLOB, MOST_FILES, relativeTo } from './findDocuments';
import { IgnoreFiles } from './ignoreFiles';
import { Scan, type Progress, type ScanReport } from './scan';
import { closedDiagnostics, summaryOf, type ProposalSummary } from './summary';

/** Larger documents are nobody's proposal, and one of them must not hold up the rest. Bytes. */
const LARGEST_FILE = 1024 * 1024;
/** Proposals that are remembered. */
const MOST_PROPOSALS = 5000;
const AT_ONCE = 8;
/** Settings of the editor that leave files out. */
const EXCLUDING = ['files.exclude', 'search.exclude'];
/** A change on disk waits this long, so that a checkout of a thousand files is read once. */
const SETTLE = 300;

export class ClosedFiles implements vscode.Disposable {
  private readonly summaries = new Map<string, ProposalSummary>();
  private readonly diagnostics = new Map<string, vscode.Diagnostic[]>();
  private readonly read = new vscode.EventEmitter<vscode.Uri>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly waiting = new Map<string, vscode.Uri>();
  private readonly disposables: vscode.Disposable[];
  private watcher: vscode.Disposable | undefined;
  private settle: ReturnType<typeof setTimeout> | undefined;
  private running: Scan | undefined;
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
      // New folders are a change of configuration, too.
      configs.onDidChange(() => this.scanAgain()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (EXCLUDING.some((name) => event.affectsConfiguration(name))) this.scanAgain();
      }),
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

  /** Where the settings say so. */
  scanIfWanted(): void {
    if (vscode.workspace.workspaceFolders?.some((folder) => readSettings(folder.uri).scan === 'workspace')) this.scanUnasked();
  }

  /** Reads every Markdown document of the workspace. A second call while one is running joins it. */
  scan(token?: vscode.CancellationToken, progress?: Progress): Promise<ScanReport> {
    return (this.running ?? this.begin()).ask(token, progress);
  }

  /** What was read may not hold any more. */
  private scanAgain(): void {
    if (this.running) this.running.stale = true;
    else if (this.scanned) this.scanUnasked();
    else this.scanIfWanted();
  }

  private scanUnasked(): void {
    this.scan().catch((error: unknown) => this.failed('scan', error));
  }

  private begin(): Scan {
    const scan = new Scan(
      (now) => this.pass(now),
      () => this.summaries.size,
      new vscode.CancellationTokenSource(),
    );
    const over = (): void => {
      this.running = undefined;
      // Cancelled by the one who asked, when something had changed that was to be followed.
      if (scan.stale) this.scanAgain();
    };
    scan.report.then(over, over);
    this.running = scan;
    return scan;
  }

  private async pass(scan: Scan): Promise<void> {
    this.watch();
    const seen = new Set<string>();
    const all: vscode.Uri[] = [];
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      for (const uri of await findDocuments(folder.uri, scan.token)) {
        if (seen.has(uri.toString())) continue;
        seen.add(uri.toString());
        all.push(uri);
      }
    }
    if (all.length >= MOST_FILES) this.log.warn(`more than ${MOST_FILES} Markdown files; the rest is not looked at`);
    let done = 0;
    for (let at = 0; at < all.length && !scan.cancelled; at += AT_ONCE) {
      const texts = await Promise.all(all.slice(at, at + AT_ONCE).map(async (uri) => ({ uri, text: await this.textOf(uri) })));
      for (const { uri, text } of texts) await this.take(uri, text);
      done += texts.length;
      scan.progress(done, all.length);
    }
    if (!scan.cancelled) {
      // What was there last time and is not any more.
      for (const [key, summary] of this.summaries) if (!seen.has(key) && !this.isOpen(summary.uri)) this.drop(summary.uri);
      this.scanned = true;
    }
    scan.progress(done, all.length);
    this.changed.fire();
  }

  /**
   * An open document speaks for itself, with what is typed and not yet saved. One that some extension has opened and no tab shows is what
   * the disk says, and is gone when the file is, although the editor may keep it for minutes.
   */
  private isOpen(uri: vscode.Uri): boolean {
    const analysis = this.engine.latest(uri);
    return analysis !== undefined && (analysis.document.isDirty || isInTab(uri));
  }

  /** Null where the file is gone, too large, or a link that may lead out of the workspace. */
  private async textOf(uri: vscode.Uri): Promise<string | null> {
    if (this.isOpen(uri)) return null;
    try {
      const { size, type } = await vscode.workspace.fs.stat(uri);
      if (type !== vscode.FileType.File || size > LARGEST_FILE) return null;
      return await textFrom(uri, await vscode.workspace.fs.readFile(uri));
    } catch {
      return null;
    }
  }

  private async take(uri: vscode.Uri, text: string | null): Promise<void> {
    if (this.isOpen(uri)) return;
    // One document that cannot be read must not end the scan of all others.
    const reading = text === null ? undefined : await this.engine.read(uri, text).catch((error: unknown) => this.failed(uri.path, error));
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
    // Of a folder that is deleted the editor tells, and not of the files that were in it.
    const folders = vscode.workspace.createFileSystemWatcher('**', true, true, false);
    const again = (): void => this.scanAgain();
    this.watcher = vscode.Disposable.from(
      files,
      ignored,
      folders,
      folders.onDidDelete((uri) => this.laterBelow(uri)),
      vscode.workspace.onDidRenameFiles((event) => void this.renamed(event)),
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

  private laterBelow(folder: vscode.Uri): void {
    const start = `${folder.toString()}/`;
    for (const [key, { uri }] of this.summaries) if (key.startsWith(start)) this.later(uri);
  }

  private async renamed({ files }: vscode.FileRenameEvent): Promise<void> {
    for (const { oldUri, newUri } of files) {
      this.laterBelow(oldUri);
      const inside = await vscode.workspace.findFiles(new vscode.RelativePattern(newUri, MARKDOWN_GLOB), undefined, MOST_FILES);
      inside.forEach((uri) => this.later(uri));
    }
  }

  private failed(what: string, error: unknown): undefined {
    this.log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  private async readWaiting(): Promise<void> {
    // Not at the same time: a text that the scan has in hand would overwrite what is read here.
    await this.running?.report.catch(() => undefined);
    const uris = [...this.waiting.values()];
    this.waiting.clear();
    const known = new Map<string, (path: string) => Promise<boolean>>();
    for (const uri of uris) {
      const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
      if (!folder || !isFollowed({ uri, languageId: 'markdown' })) continue;
      const leavesOut = known.get(folder.toString()) ?? leftOutOf(folder);
      known.set(folder.toString(), leavesOut);
      const text = (await leavesOut(relativeTo(folder, uri))) ? null : await this.textOf(uri);
      await this.take(uri, text);
    }
    this.changed.fire();
  }
}

/** Whether a search through the folder would pass over a path. */
function leftOutOf(folder: vscode.Uri): (path: string) => Promise<boolean> {
  const ignored = new IgnoreFiles(folder);
  const excludes = excluder(excludedPatterns(folder));
  return async (path) => excludes(path) || ignored.ignores(path);
}
