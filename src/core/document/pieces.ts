/** What the scan of a block notes, in order, for the second pass to string together. */
import type { LinkUse } from './types';

/** The prose of a block with the places of its characters. */
export interface Inline {
  readonly text: string;
  /** Pairs (compact offset, source offset relative to `from`). */
  readonly runs: Int32Array;
  readonly code: readonly number[];
  readonly strong: readonly number[];
  readonly links: readonly LinkUse[];
}

/** What stands for a line break that the reader sees (`<br>`, two spaces or a backslash at the end of a line): a sign that no unit, sum or ratio is written with (`40 ms / p99` would read as a rate). */
export const BREAK = ' · ';

export const enum Op {
  /** Source `[a, b)` as it stands. */
  Text,
  /** White space that begins at `a`. */
  Space,
  /** Replacement `words[b]` for what stands at `a`. */
  Word,
  /** Delimiter run number `a`. */
  Run,
  CodeOpen,
  CodeClose,
  /** `[` or `![` at `[a, b)` that may turn out to open a link. */
  Bracket,
  /** Link number `a`. */
  LinkOpen,
  LinkClose,
}

export class Pieces {
  count = 0;
  readonly kinds: Op[] = [];
  readonly a: number[] = [];
  readonly b: number[] = [];
  readonly words: string[] = [];
  readonly hrefs: string[] = [];
  /** Source offset of each href. */
  readonly hrefFroms: number[] = [];

  reset(): void {
    this.count = 0;
    this.words.length = 0;
    this.hrefs.length = 0;
    this.hrefFroms.length = 0;
  }

  push(kind: Op, a: number, b: number): void {
    const op = this.count++;
    this.kinds[op] = kind;
    this.a[op] = a;
    this.b[op] = b;
  }

  word(at: number, text: string): void {
    this.push(Op.Word, at, this.words.length);
    this.words.push(text);
  }

  /** Turns the bracket noted as number `op` into the opening of a link that ends here. */
  link(op: number, href: string, hrefFrom: number): void {
    const link = this.hrefs.length;
    this.hrefs.push(href);
    this.hrefFroms.push(hrefFrom);
    this.kinds[op] = Op.LinkOpen;
    this.a[op] = link;
    this.push(Op.LinkClose, link, 0);
  }
}
