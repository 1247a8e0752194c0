/** Offsets of the engine (UTF-16) to positions of the protocol in the encoding agreed on, and back. */
import type { Position, Range } from 'vscode-languageserver';
import { Lines } from '../core/lines';
import type { Span } from '../core/types';

export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** Units that a code point takes in an encoding. */
const UNITS: Readonly<Record<Encoding, (codePoint: number) => number>> = {
  'utf-8': (c) => (c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4),
  'utf-16': (c) => (c < 0x10000 ? 1 : 2),
  'utf-32': () => 1,
};

/** Immutable; belongs to one text. */
export class Positions {
  private readonly lines: Lines;

  constructor(
    readonly text: string,
    private readonly encoding: Encoding,
  ) {
    this.lines = new Lines(text);
  }

  /** Total, as the protocol asks: a position past the end of a line is the end of the line. */
  offset(position: Position): number {
    if (position.line >= this.lines.count) return this.text.length;
    const start = this.lines.start(position.line + 1);
    const line = this.lines.line(position.line + 1);
    if (this.encoding === 'utf-16') return start + Math.min(position.character, line.length);
    let units = 0;
    let at = 0;
    while (at < line.length) {
      const code = line.codePointAt(at)!;
      units += UNITS[this.encoding](code);
      // A position inside a character is its start.
      if (units > position.character) break;
      at += code < 0x10000 ? 1 : 2;
    }
    return start + at;
  }

  position(offset: number): Position {
    const { line, column } = this.lines.position(offset);
    if (this.encoding === 'utf-16') return { line: line - 1, character: column - 1 };
    let units = 0;
    const start = this.lines.start(line);
    for (let at = start; at < start + column - 1;) {
      const code = this.text.codePointAt(at)!;
      units += UNITS[this.encoding](code);
      at += code < 0x10000 ? 1 : 2;
    }
    return { line: line - 1, character: units };
  }

  range(span: Span): Range {
    return { start: this.position(span.from), end: this.position(span.to) };
  }
}

/** The first encoding of the client's list that we have; UTF-16 where it names none, as the protocol says. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  return offered?.find((e): e is Encoding => e in UNITS) ?? 'utf-16';
}
