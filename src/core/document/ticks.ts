/** Runs of backticks in one block: which run closes the code span that another opens. Linear over all openers of the block. */
export class Ticks {
  /** Last place of each length of run, so that an opener without a closer costs nothing. */
  private readonly last = new Map<number, number>();
  private known = false;

  reset(): void {
    this.known = false;
  }

  /** Start of the next run of exactly `length` backticks at or after `at`, which stands right behind the opener; -1 where none follows. */
  closer(src: string, at: number, length: number, to: number): number {
    if (!this.known) this.survey(src, at, to);
    if ((this.last.get(length) ?? -1) < at) return -1;
    for (let start = next(src, at, to); start < to;) {
      const end = runEnd(src, start, to);
      if (end - start === length) return start;
      start = next(src, end, to);
    }
    return -1;
  }

  private survey(src: string, at: number, to: number): void {
    this.known = true;
    this.last.clear();
    for (let start = next(src, at, to); start < to;) {
      const end = runEnd(src, start, to);
      this.last.set(end - start, start);
      start = next(src, end, to);
    }
  }
}

function next(src: string, at: number, to: number): number {
  let i = at;
  while (i < to && src.charCodeAt(i) !== 96) i++;
  return i;
}

function runEnd(src: string, at: number, to: number): number {
  let i = at;
  while (i < to && src.charCodeAt(i) === 96) i++;
  return i;
}
