/** Turns places of the parsed text into places of the text as it was given. */
import type { Found, SourceHint } from './hint';

export class Places {
  #lineStarts: number[] | undefined;

  /** @param shift how many characters were put in front of `source` to make it parse */
  constructor(
    private readonly source: string,
    private readonly shift: number,
  ) {}

  of({ rule, node, data }: Found): SourceHint {
    const { source, shift } = this;
    // Text that mending added at the end has no place of its own; the last character stands in for it.
    const from = Math.min(Math.max(0, node.range[0] - shift), source.length - 1);
    const to = Math.min(Math.max(from + 1, node.range[1] - shift), source.length);
    const line = this.#lineOf(from);
    return { rule, from, to, line: line + 1, column: from - this.#starts()[line]! + 1, data };
  }

  /** 0-based line of an offset, by halving. */
  #lineOf(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #starts(): readonly number[] {
    if (!this.#lineStarts) {
      this.#lineStarts = [0];
      for (const end of this.source.matchAll(/\r\n|\r|\n/g)) this.#lineStarts.push(end.index + end[0].length);
    }
    return this.#lineStarts;
  }
}
