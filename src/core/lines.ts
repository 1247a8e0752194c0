/** Offsets to lines and columns and back, for every door that shows a place to a person. */

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** Line starts of a text; a line ends with LF, CRLF or a lone CR. Built once, asked by binary search. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    // `indexOf` is many times faster than a loop over characters, and a lone CR is so rare that it is worth asking for it first.
    if (!text.includes('\r')) {
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    } else {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
      }
    }
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length;
  }

  /** Total: an offset outside the text is taken as its nearest end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - this.starts[low]! + 1 };
  }

  /** Offset of the first character of a line; lines outside the text are taken as the nearest. */
  start(line: number): number {
    return this.starts[Math.max(0, Math.min(line, this.starts.length) - 1)]!;
  }

  /** Offset behind the line break of a line; lines outside the text are taken as the nearest. */
  end(line: number): number {
    return this.starts[Math.max(1, line)] ?? this.text.length;
  }

  /** The text of a line without its line break. */
  line(line: number): string {
    const end = line < this.starts.length ? this.starts[line]! : this.text.length;
    let to = end;
    if (line < this.starts.length) {
      if (this.text.charCodeAt(to - 1) === 10) to--;
      if (to > this.start(line) && this.text.charCodeAt(to - 1) === 13) to--;
    }
    return this.text.slice(this.start(line), to);
  }
}
