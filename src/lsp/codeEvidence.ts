/** Evidence from code, looked for once a document has been quiet for a while; the bundle that reads code is loaded with the first fence or link. */
import type { CodeSource } from '../core/types';
import type { Doc } from './documents';

const QUIET_MS = 300;

export class CodeEvidence {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** What was read last for a document, so that typing prose reads no code again. */
  private readonly seen = new WeakMap<object, string>();

  constructor(
    private readonly folder: () => string,
    private readonly found: (doc: Doc) => void,
    private readonly log: (message: string) => void,
  ) {}

  schedule(doc: Doc): void {
    clearTimeout(this.timers.get(doc.uri));
    if (!doc.isMarkdown) return;
    this.timers.set(
      doc.uri,
      setTimeout(() => void this.read(doc), QUIET_MS),
    );
  }

  forget(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }

  private async read(doc: Doc): Promise<void> {
    await doc.ready;
    const { session } = doc;
    if (!session?.result.proposal.applies) return;
    const sources = session.result.codeSources();
    const key = sources.map(keyOf).join('\0');
    if (this.seen.get(session) === key || (key === '' && !this.seen.has(session))) return;
    try {
      const { codeHints } = await import('../cli/lint/code');
      const hints = codeHints(sources, doc.path, this.folder());
      // Offsets of the hints belong to the text they were read from.
      if (doc.session !== session || session.result.codeSources().map(keyOf).join('\0') !== key) return;
      this.seen.set(session, key);
      session.setCode(hints);
      this.found(doc);
    } catch (error) {
      this.log(`code evidence: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

const keyOf = (s: CodeSource): string =>
  s.kind === 'fence' ? `${s.textFrom} ${s.language} ${s.text}` : `${s.span.from} ${s.path} ${s.lines?.from ?? 0} ${s.lines?.to ?? 0}`;
