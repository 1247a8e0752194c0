/**
 * Cheap fixes that are visible in the code of a proposal. The bundle that parses code is loaded with the first TypeScript or JavaScript
 * fence or link; a document without either never pays for it. Results are cached by content, so a keystroke in the prose costs a look-up.
 */
import * as vscode from 'vscode';
import type * as Code from '../../code';
import type { CodeHint, CodeSource, LintResult } from '../../core';
import { loadCompanion } from './companion';
import { linkedUri, textOf } from './linkedFiles';

/** A proposal quotes a few places; one that links a thousand files is no proposal. */
const MOST_SOURCES = 100;
const MOST_CACHED = 300;

type Hints = readonly Code.SourceHint[];
type LinkSource = Extract<CodeSource, { kind: 'link' }>;

export class CodeEvidence implements vscode.Disposable {
  private code: typeof Code | undefined;
  private loading: Promise<typeof Code> | undefined;
  /** By language and text. */
  private readonly fences = new Map<string, Hints>();
  /** All hints of a linked file, by its address. A range of lines is cut out of them. */
  private readonly files = new Map<string, Hints>();
  private readonly reading = new Set<string>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[] = [];
  private watching = false;

  /** Evidence that was being read is there now, or a linked file is different. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.disposables.push(this.changed);
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** Hints for what the proposal shows and links, as far as they are known; the rest is read and announced by `onDidChange`. */
  hintsFor(document: vscode.Uri, result: LintResult): readonly CodeHint[] {
    if (!result.proposal.applies) return [];
    const sources = result.codeSources().slice(0, MOST_SOURCES);
    return sources.flatMap((source) => (source.kind === 'fence' ? this.fence(source) : this.link(document, source)));
  }

  /** The hints of a source file, if some proposal that was read links to it. */
  hintsOfFile(uri: vscode.Uri): Hints {
    return this.files.get(uri.toString()) ?? [];
  }

  private fence(source: Extract<CodeSource, { kind: 'fence' }>): CodeHint[] {
    const key = `${source.language}\n${source.text}`;
    const known = this.fences.get(key);
    if (!known) {
      this.read(key, async (code) => {
        const language = code.languageOf(source.language);
        keep(this.fences, key, language === null ? [] : code.analyse(source.text, { language }).hints);
      });
      return [];
    }
    const at = (hint: Code.SourceHint): CodeHint['span'] => ({ from: source.textFrom + hint.from, to: source.textFrom + hint.to });
    return known.map((hint) => ({ rule: hint.rule, data: hint.data, span: at(hint) }));
  }

  private link(document: vscode.Uri, source: LinkSource): CodeHint[] {
    const uri = linkedUri(document, source.path);
    if (!uri) return [];
    const known = this.files.get(uri.toString());
    if (!known) {
      this.watch();
      this.read(uri.toString(), async (code) => {
        const language = code.languageOf(/\.\w+$/.exec(uri.path)?.[0] ?? '');
        const text = language === null ? null : await textOf(uri);
        keep(
          this.files,
          uri.toString(),
          text === null || language === null ? [] : code.analyse(text, { language, path: source.path }).hints,
        );
      });
      return [];
    }
    const { lines } = source;
    const wanted = lines ? known.filter((hint) => hint.line >= lines.from && hint.line <= lines.to) : known;
    const place = (hint: Code.SourceHint): NonNullable<CodeHint['source']> => ({ path: source.path, line: hint.line, column: hint.column });
    return wanted.map((hint) => ({ rule: hint.rule, data: hint.data, span: source.span, source: place(hint) }));
  }

  private read(key: string, work: (code: typeof Code) => Promise<void>): void {
    if (this.reading.has(key)) return;
    this.reading.add(key);
    void this.bundle()
      .then(work)
      .then(
        () => this.changed.fire(),
        (error: unknown) => this.log.error(`code evidence: ${error instanceof Error ? error.message : String(error)}`),
      )
      .finally(() => this.reading.delete(key));
  }

  private async bundle(): Promise<typeof Code> {
    this.loading ??= loadCompanion<typeof Code>(this.extensionUri, 'code.js');
    this.code ??= await this.loading;
    return this.code;
  }

  /** Follows linked files from the first link on: what is saved, changed on disk or typed. */
  private watch(): void {
    if (this.watching) return;
    this.watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}');
    const forget = (uri: vscode.Uri): void => {
      if (this.files.delete(uri.toString())) this.changed.fire();
    };
    this.disposables.push(
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => forget(uri)),
    );
  }
}

function keep(cache: Map<string, Hints>, key: string, hints: Hints): void {
  if (cache.size >= MOST_CACHED) cache.delete(cache.keys().next().value ?? '');
  cache.set(key, hints);
}
