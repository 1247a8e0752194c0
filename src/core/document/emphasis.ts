/**
 * Emphasis of one block: which `*`, `_` and `~~` are markup and which are characters, by CommonMark's delimiter algorithm.
 * Linear: each closer looks back no further than a place below which an earlier closer of its kind found nothing.
 */

const PUNCTUATION = /[\p{P}\p{S}]/u;

function isSpaceCode(code: number): boolean {
  return !(code > 32) || code === 0xa0 || code === 0x202f || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);
}

function isPunctuation(code: number): boolean {
  if (code < 128) return code > 32 && !(code >= 48 && code <= 57) && !(code >= 65 && code <= 90) && !(code >= 97 && code <= 122);
  // Half of a surrogate pair: emoji are symbols, and nearly everything outside the first plane that stands beside emphasis is emoji.
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return PUNCTUATION.test(String.fromCharCode(code));
}

const STAR = 42;
const UNDERSCORE = 95;

export class Delimiters {
  count = 0;
  readonly char: number[] = [];
  /** Source offset of the run. */
  readonly from: number[] = [];
  /** Characters of the run that are (still) text. */
  readonly left: number[] = [];
  /** Characters taken from its left end, as a closer. */
  readonly taken: number[] = [];
  readonly strongOpens: number[] = [];
  readonly strongCloses: number[] = [];
  /** Strong signs that pair with nothing and stand at the edge of a word: meant as markup, and no character of prose. */
  readonly stray: boolean[] = [];
  /** A struck range opens (1) or closes (-1) here. */
  readonly strikes: number[] = [];
  private readonly original: number[] = [];
  private readonly opens: boolean[] = [];
  private readonly closes: boolean[] = [];
  private readonly previous: number[] = [];
  private readonly next: number[] = [];
  private tail = -1;
  private readonly bottoms = new Int32Array(18);

  reset(): void {
    this.count = 0;
    this.tail = -1;
  }

  /** Adds the run at `from` of `length` characters between the codes `before` and `after` (NaN at the ends of the text). Returns its index. */
  add(char: number, from: number, length: number, before: number, after: number): number {
    const spaceBefore = isSpaceCode(before);
    const spaceAfter = isSpaceCode(after);
    const markBefore = !spaceBefore && isPunctuation(before);
    const markAfter = !spaceAfter && isPunctuation(after);
    const leftFlanking = !spaceAfter && (!markAfter || spaceBefore || markBefore);
    const rightFlanking = !spaceBefore && (!markBefore || spaceAfter || markAfter);
    const d = this.count++;
    this.char[d] = char;
    this.from[d] = from;
    this.left[d] = length;
    this.original[d] = length;
    this.taken[d] = 0;
    this.strongOpens[d] = 0;
    this.strongCloses[d] = 0;
    this.strikes[d] = 0;
    this.stray[d] = char === STAR && (spaceBefore || markBefore || spaceAfter || markAfter);
    this.opens[d] = char === UNDERSCORE ? leftFlanking && (!rightFlanking || markBefore) : leftFlanking;
    this.closes[d] = char === UNDERSCORE ? rightFlanking && (!leftFlanking || markAfter) : rightFlanking;
    this.previous[d] = this.tail;
    this.next[d] = -1;
    if (this.tail >= 0) this.next[this.tail] = d;
    this.tail = d;
    return d;
  }

  /** Forgets the runs from `first` on: they stand in something that is dropped (an image) or settled (a link's text). */
  cut(first: number): void {
    while (this.tail >= first) this.tail = this.previous[this.tail] as number;
    if (this.tail >= 0) this.next[this.tail] = -1;
  }

  /** Drops the runs from `first` on altogether, as if they had never been added. */
  truncate(first: number): void {
    this.cut(first);
    this.count = Math.min(this.count, first);
  }

  private unlink(d: number): void {
    const before = this.previous[d] as number;
    const after = this.next[d] as number;
    if (before >= 0) this.next[before] = after;
    if (after >= 0) this.previous[after] = before;
    else this.tail = before;
  }

  /** Pairs openers with closers among the runs from `first` on. */
  resolve(first: number): void {
    if (this.tail < first) return;
    const bottoms = this.bottoms.fill(first - 1);
    let closer = this.tail;
    while ((this.previous[closer] as number) >= first) closer = this.previous[closer] as number;
    while (closer >= 0) {
      const char = this.char[closer] as number;
      if (!this.closes[closer] || (this.left[closer] as number) === 0) {
        closer = this.next[closer] as number;
        continue;
      }
      const key =
        (char === STAR ? 0 : char === UNDERSCORE ? 6 : 12) + (this.opens[closer] ? 3 : 0) + ((this.original[closer] as number) % 3);
      let opener = this.previous[closer] as number;
      while (opener > (bottoms[key] as number) && !this.pairs(opener, closer)) opener = this.previous[opener] as number;
      if (opener > (bottoms[key] as number)) {
        this.take(opener, closer, char);
        // Runs in between have nothing to pair with any more.
        this.next[opener] = closer;
        this.previous[closer] = opener;
        if ((this.left[opener] as number) === 0) this.unlink(opener);
        if ((this.left[closer] as number) === 0) {
          const after = this.next[closer] as number;
          this.unlink(closer);
          closer = after;
        }
      } else {
        bottoms[key] = this.previous[closer] as number;
        const after = this.next[closer] as number;
        if (!this.opens[closer]) this.unlink(closer);
        closer = after;
      }
    }
  }

  private pairs(opener: number, closer: number): boolean {
    if (this.char[opener] !== this.char[closer] || !this.opens[opener]) return false;
    const a = this.original[opener] as number;
    const b = this.original[closer] as number;
    if ((this.opens[closer] || this.closes[opener]) && (a + b) % 3 === 0 && (a % 3 !== 0 || b % 3 !== 0)) return false;
    return true;
  }

  private take(opener: number, closer: number, char: number): void {
    const strong = (this.left[opener] as number) >= 2 && (this.left[closer] as number) >= 2;
    const used = strong ? 2 : 1;
    this.left[opener] = (this.left[opener] as number) - used;
    this.left[closer] = (this.left[closer] as number) - used;
    this.taken[closer] = (this.taken[closer] as number) + used;
    if (char !== STAR && char !== UNDERSCORE) {
      this.strikes[opener] = 1;
      this.strikes[closer] = -1;
    } else if (strong) {
      this.strongOpens[opener] = (this.strongOpens[opener] as number) + 1;
      this.strongCloses[closer] = (this.strongCloses[closer] as number) + 1;
    }
  }
}
