/**
 * One reading session per open document. Every feature asks here, so that a document is read once per change however many features look at it.
 *
 * Order of events: the editor changes the document, the debounce runs out (or a feature asks), the session gets the one edit that
 * turns its text into the document's, the analysis is published with the version it belongs to. The edit is found by comparing the
 * texts, not by adding up change events, so there is no order to get wrong and nothing to resynchronise. Between reading the text and
 * having the result nothing is awaited, so a result never belongs to another text than its version says.
 */
import * as vscode from 'vscode';
import type { Linter, LintResult, Session } from '../core';
import type { EffectiveConfig } from '../core/config';
import type { CodeEvidence } from './code/codeEvidence';
import { covers, type ConfigService } from './configService';
import { isFollowed } from './selector';
import { readSettings } from './settings';
import { onDidLeaveTabs } from './tabs';
import { difference } from './difference';
import { IssueLog } from './issueLog';
import { Linters } from './linters';
import { Turns } from './turns';

export interface Analysis {
  readonly document: vscode.TextDocument;
  /** Version of the document that `result` belongs to. */
  readonly version: number;
  readonly result: LintResult;
  readonly effective: EffectiveConfig;
  /** What reading took, in milliseconds. */
  readonly took: number;
}

/** After a reading the editor has this many times as long for itself, and never waits longer than so many milliseconds. */
const REST = 4;
const LONGEST_REST = 2000;

interface Entry {
  readonly document: vscode.TextDocument;
  linter: Linter | undefined;
  session: Session | undefined;
  /** What the session was last told about code, to tell it again only when that changed. */
  code: string;
  analysis: Analysis | undefined;
  /** When the last reading ended, on the clock of `performance.now`. */
  readAt: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  running: Promise<void> | undefined;
  closed: boolean;
}

export class EngineHost implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly linters = new Linters();
  private readonly overrules = new Map<string, boolean>();
  private readonly analysed = new vscode.EventEmitter<Analysis>();
  private readonly forgotten = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[] = [];
  private readonly turns = new Turns();
  private readonly issues: IssueLog;

  /** A document has a new analysis. */
  readonly onDidAnalyse = this.analysed.event;
  /** A document was closed, or is no longer checked: what was shown for it must go. */
  readonly onDidForget = this.forgotten.event;

  constructor(
    private readonly configs: ConfigService,
    private readonly code: CodeEvidence,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.issues = new IssueLog((line) => this.log.warn(line));
    this.disposables.push(
      this.analysed,
      this.forgotten,
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.close(document.uri)),
      onDidLeaveTabs((uri) => this.close(uri)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(({ document }) => this.shown(document))),
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.schedule(this.entryOf(document), 0)),
      configs.onDidChange(() => this.refreshAll()),
      code.onDidChange(() => this.all().forEach(({ document }) => this.codeArrived(document))),
    );
    // Documents that are open already wait until activation is over.
    const first = setTimeout(() => vscode.workspace.textDocuments.forEach((document) => this.opened(document)), 0);
    this.disposables.push({ dispose: () => clearTimeout(first) });
  }

  dispose(): void {
    for (const entry of this.entries.values()) clearTimeout(entry.timer);
    this.entries.clear();
    this.linters.clear();
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** The newest analysis, which may be older than the document. Never waits. */
  latest(uri: vscode.Uri): Analysis | undefined {
    return this.entries.get(uri.toString())?.analysis;
  }

  /** All analyses of open documents. */
  all(): readonly Analysis[] {
    return [...this.entries.values()].flatMap((entry) => (entry.analysis ? [entry.analysis] : []));
  }

  /** The analysis of exactly the document's present version; undefined where the document is not checked. */
  async current(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const entry = this.entryOf(document);
    if (!entry) return undefined;
    // A document that changes while its configuration is being looked up goes round once more; typing cannot hold it here for ever.
    for (let round = 0; round < 5 && !entry.closed && entry.analysis?.version !== document.version; round++) {
      await this.refresh(entry);
      if (entry.analysis === undefined) return undefined;
    }
    return entry.analysis?.version === document.version ? entry.analysis : undefined;
  }

  /**
   * The analysis of the present version without waiting, for callers that cannot wait (the preview's renderer). Undefined where the
   * document has not been read yet or its configuration is being looked up.
   */
  now(document: vscode.TextDocument): Analysis | undefined {
    const entry = this.entries.get(document.uri.toString());
    if (!entry?.analysis || !entry.linter || entry.document !== document) return undefined;
    if (entry.analysis.version === document.version) return entry.analysis;
    try {
      const started = performance.now();
      const { effective } = entry.analysis;
      this.publish(entry, this.advance(entry, entry.linter), effective, performance.now() - started);
      return entry.analysis;
    } catch (error) {
      this.failed(entry, error);
      return undefined;
    }
  }

  /** For documents that cannot be written to: says for this window whether the document counts; undefined takes it back. */
  overrule(uri: vscode.Uri, applies: boolean | undefined): void {
    const key = uri.toString();
    if (applies === undefined) this.overrules.delete(key);
    else this.overrules.set(key, applies);
    const entry = this.entries.get(key);
    if (entry) {
      entry.session = undefined;
      this.schedule(entry, 0, true);
    }
  }

  /** Reads a text that no editor holds open. Keeps nothing. */
  async read(uri: vscode.Uri, text: string): Promise<{ result: LintResult; effective: EffectiveConfig } | undefined> {
    return this.inTurn(uri, (effective) => {
      if (!readSettings(uri).enable || !covers(effective, uri)) return undefined;
      return { result: this.linters.for(effective).lint(text, { path: uri.path }), effective };
    });
  }

  /** Forgets every session and starts over. */
  restart(): void {
    this.linters.clear();
    this.configs.clear();
    this.issues.clear();
    for (const entry of this.entries.values()) {
      entry.session = undefined;
      entry.analysis = undefined;
    }
    this.refreshAll();
  }

  refreshAll(): void {
    for (const entry of this.entries.values()) this.schedule(entry, 0, true);
  }

  private entryOf(document: vscode.TextDocument): Entry | undefined {
    if (!isFollowed(document) || document.isClosed) return undefined;
    const key = document.uri.toString();
    let entry = this.entries.get(key);
    if (!entry || entry.document !== document) {
      entry = {
        document,
        linter: undefined,
        session: undefined,
        code: '',
        analysis: undefined,
        readAt: -Infinity,
        timer: undefined,
        running: undefined,
        closed: false,
      };
      this.entries.set(key, entry);
    }
    return entry;
  }

  private opened(document: vscode.TextDocument): void {
    this.schedule(this.entryOf(document), 0, true);
  }

  private shown(document: vscode.TextDocument): void {
    if (!this.entries.has(document.uri.toString())) this.opened(document);
  }

  private close(uri: vscode.Uri): void {
    const key = uri.toString();
    const entry = this.entries.get(key);
    if (!entry) return;
    entry.closed = true;
    clearTimeout(entry.timer);
    this.entries.delete(key);
    this.issues.forget(key);
    this.forgotten.fire(uri);
  }

  private changed(event: vscode.TextDocumentChangeEvent): void {
    if (event.contentChanges.length === 0) return;
    const entry = this.entries.get(event.document.uri.toString());
    if (!entry) return;
    const { run, debounce } = readSettings(event.document.uri);
    if (run === 'onSave') return;
    // A document that takes long to read is read less often, so that the editor keeps most of the time; a single key is answered at once.
    const rest = entry.readAt + (entry.analysis?.took ?? 0) * REST - performance.now();
    this.schedule(entry, Math.max(debounce, Math.min(LONGEST_REST, rest)));
  }

  private schedule(entry: Entry | undefined, delay: number, force = false): void {
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      if (force) entry.analysis = undefined;
      void this.refresh(entry);
    }, delay);
  }

  /** Several features may ask at once; they share one reading. */
  private refresh(entry: Entry): Promise<void> {
    entry.running ??= this.readAgain(entry).finally(() => {
      entry.running = undefined;
    });
    return entry.running;
  }

  private async readAgain(entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    const { document } = entry;
    const inSight = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
    try {
      await this.inTurn(document.uri, (effective) => this.readUnder(entry, effective), inSight);
    } catch (error) {
      this.failed(entry, error);
    }
  }

  /** Does `work` when its turn comes, under the configuration that is in force then: one that changed meanwhile is looked up again. */
  private async inTurn<T>(uri: vscode.Uri, work: (effective: EffectiveConfig) => T, first = false): Promise<T> {
    for (;;) {
      const { generation } = this.configs;
      const effective = await this.configs.resolve(uri);
      const done = await this.turns.run(() => (generation === this.configs.generation ? { value: work(effective) } : undefined), first);
      if (done) return done.value;
    }
  }

  private readUnder(entry: Entry, effective: EffectiveConfig): void {
    const { document } = entry;
    if (entry.closed) return;
    if (entry.analysis?.version === document.version && entry.analysis.effective === effective) return;
    if (!readSettings(document.uri).enable || !covers(effective, document.uri)) {
      this.stop(entry);
      return;
    }
    const started = performance.now();
    const result = this.advance(entry, this.linters.for(effective));
    this.publish(entry, result, effective, performance.now() - started);
  }

  private failed(entry: Entry, error: unknown): void {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.log.error(`${vscode.workspace.asRelativePath(entry.document.uri)}: ${words}`);
    this.stop(entry);
  }

  private stop(entry: Entry): void {
    entry.session = undefined;
    entry.analysis = undefined;
    this.forgotten.fire(entry.document.uri);
  }

  private advance(entry: Entry, linter: Linter): LintResult {
    const { document } = entry;
    const text = document.getText();
    if (!entry.session || entry.linter !== linter) {
      entry.linter = linter;
      const applies = this.overrules.get(document.uri.toString());
      entry.code = '';
      entry.session = linter.open(text, { path: document.uri.path, ...(applies === undefined ? {} : { applies }) });
    } else if (entry.session.text !== text) {
      entry.session.edit(difference(entry.session.text, text));
    }
    return this.withCode(entry, entry.session);
  }

  /** Hints stand at offsets, so after an edit they are told anew; a document without code is not troubled. */
  private withCode(entry: Entry, session: Session): LintResult {
    const hints = this.code.hintsFor(entry.document.uri, session.result);
    const key = hints.length === 0 ? '' : JSON.stringify(hints);
    if (key === entry.code) return session.result;
    entry.code = key;
    return session.setCode(hints);
  }

  private codeArrived(document: vscode.TextDocument): void {
    const entry = this.entries.get(document.uri.toString());
    if (!entry?.session || !entry.analysis || entry.analysis.version !== document.version) return;
    const before = entry.code;
    const result = this.withCode(entry, entry.session);
    if (entry.code !== before) this.publish(entry, result, entry.analysis.effective, entry.analysis.took);
  }

  private publish(entry: Entry, result: LintResult, effective: EffectiveConfig, took: number): void {
    entry.analysis = { document: entry.document, version: entry.document.version, result, effective, took };
    entry.readAt = performance.now();
    const { uri } = entry.document;
    this.issues.take(uri.toString(), vscode.workspace.asRelativePath(uri), result.issues);
    this.analysed.fire(entry.analysis);
  }
}
