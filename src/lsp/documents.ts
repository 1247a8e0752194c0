/** Open documents. Every change goes straight into the engine's session, so a keystroke costs the blocks it touches. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { isChecked } from '../core/config';
import type { EffectiveConfig } from '../core/config';
import type { Change, Linter, LinterConfig, LintResult, Session } from '../core/types';
import { Positions, type Encoding } from './positions';
import { isConfigFile, pathOf } from './workspace';

export class Doc {
  session: Session | null = null;
  effective: EffectiveConfig | null = null;
  /** Settles once the session stands for the configuration in force. */
  ready: Promise<void> = Promise.resolve();
  /** Which opening in this session this is: a document that is closed and opened again may have another text under the same version. */
  opening = 0;
  private table: Positions | null = null;

  constructor(
    readonly uri: string,
    readonly language: string,
    public version: number,
    public text: string,
    private readonly encoding: Encoding,
  ) {}

  get path(): string {
    return pathOf(this.uri);
  }

  get isConfig(): boolean {
    return isConfigFile(this.uri);
  }

  get isMarkdown(): boolean {
    return this.language === 'markdown' || this.language === 'mdx' || (this.language === '' && /\.(md|markdown|mdx)$/i.test(this.uri));
  }

  get positions(): Positions {
    return (this.table ??= new Positions(this.text, this.encoding));
  }

  /** Null where the document is not checked. */
  get result(): LintResult | null {
    return this.session?.result ?? null;
  }

  apply(event: TextDocumentContentChangeEvent): void {
    const change = 'range' in event ? this.changeOf(event) : difference(this.text, event.text);
    if (change === null) return;
    this.text = this.text.slice(0, change.from) + change.insert + this.text.slice(change.to);
    this.table = null;
    this.session?.edit(change);
  }

  private changeOf(event: Extract<TextDocumentContentChangeEvent, { range: unknown }>): Change {
    const a = this.positions.offset(event.range.start);
    const b = this.positions.offset(event.range.end);
    return { from: Math.min(a, b), to: Math.max(a, b), insert: event.text };
  }
}

/** The one edit that turns `before` into `after`; null where there is none. A client without incremental sync costs no more for it. */
export function difference(before: string, after: string): Change | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let end = 0;
  while (end < most - from && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

export type CreateLinter = (config: LinterConfig) => Linter;

export class Documents {
  private readonly open = new Map<string, Doc>();
  private readonly linters = new Map<string, Linter>();
  private openings = 0;

  constructor(
    private readonly create: CreateLinter,
    private readonly resolve: (path: string) => Promise<EffectiveConfig>,
    private readonly enabled: () => boolean,
  ) {}

  get(uri: string): Doc | undefined {
    return this.open.get(uri);
  }

  all(): Doc[] {
    return [...this.open.values()];
  }

  add(doc: Doc): void {
    doc.opening = ++this.openings;
    this.open.set(doc.uri, doc);
    doc.ready = this.load(doc);
  }

  remove(uri: string): void {
    this.open.delete(uri);
  }

  /** After a change of configuration or settings: new sessions for all. */
  reload(): void {
    this.linters.clear();
    for (const doc of this.open.values()) doc.ready = this.load(doc);
  }

  private async load(doc: Doc): Promise<void> {
    if (!doc.isMarkdown) return;
    const effective = await this.resolve(doc.path);
    doc.effective = effective;
    const wanted = this.enabled() && isChecked(effective, doc.path).checked;
    // Edits that came while the files were read are in `text` already; nothing is awaited between here and the session.
    doc.session = wanted ? this.linter(effective).open(doc.text, { path: doc.path }) : null;
  }

  private linter(effective: EffectiveConfig): Linter {
    let linter = this.linters.get(effective.key);
    if (linter === undefined) {
      linter = this.create(effective.config);
      this.linters.set(effective.key, linter);
    }
    return linter;
  }
}
