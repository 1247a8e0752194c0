/**
 * A text cut into units in one pass: words with their numbers, and the signs between them that mean something. Everything that reads words
 * afterwards (phrases, names, quantities, the model) reads units and never the text again.
 */
import { CHARACTERS, CURLY, isLetter, PRIME, SEED, SIGN, type WordTable } from './table';

/** What a sign between words is read as; numbers of the model's symbols, see `symbols.ts`. 0: nothing. */
export const SIGNS: readonly string[] = ['', ',', ';', ':', '(', ')', '?', '"', '!', '%', '<', '>', '$', '->', '+1', '-1', '/', '—'];
const sign = (mark: string): number => SIGNS.indexOf(mark);

const ASCII_SIGNS = new Uint8Array(128);
for (const mark of ',;:()?"!%<>$/') ASCII_SIGNS[mark.charCodeAt(0)] = sign(mark);
const ARROW = sign('->');
const YES = sign('+1');
const NO = sign('-1');
const DASH = sign('—');
const LESS = sign('<');
const MORE = sign('>');

/** The sign that a character behind ASCII stands for, 0 for none. */
function wideSign(code: number): number {
  switch (code) {
    case 0x2192: // →
    case 0x21d2: // ⇒
    case 0x27a1: // ➡
      return ARROW;
    case 0x2705: // ✅
    case 0x2713: // ✓
    case 0x2714: // ✔
      return YES;
    case 0x274c: // ❌
    case 0x2717: // ✗
    case 0x2718: // ✘
      return NO;
    case 0x2014: // —
    case 0x2013: // –
      return DASH;
    case 0x2264: // ≤
      return LESS;
    case 0x2265: // ≥
      return MORE;
    default:
      return 0;
  }
}

/**
 * Units of one text, in parallel arrays that are written over by the next text. For a word `word` is its number, -1 where the table does
 * not know it, and `[from, to)` its place without a possessive ending; `end` is where it ends with it. For a sign `word` is `-2 - sign`.
 */
export class Units {
  count = 0;
  word = new Int32Array(1 << 10);
  from = new Int32Array(1 << 10);
  to = new Int32Array(1 << 10);
  end = new Int32Array(1 << 10);
  /** Room for the symbols that are made of them. */
  symbols = new Uint16Array(1 << 10);

  constructor(private readonly words: WordTable) {}

  /** Reads a text. Linear: every character is looked at once, and once more in a table of words where its word is known. */
  read(text: string): void {
    const { words } = this;
    const n = text.length;
    let count = 0;
    let i = 0;
    while (i < n) {
      const first = text.charCodeAt(i);
      if (first < 128 ? (CHARACTERS[first] as number) <= SIGN : !isLetter(first)) {
        let mark = first < 128 ? (ASCII_SIGNS[first] as number) : wideSign(first);
        if (first === 45 && text.charCodeAt(i + 1) === 62) {
          mark = ARROW;
          i++;
        }
        if (mark > 0) {
          if (count === this.word.length) this.grow();
          this.word[count] = -2 - mark;
          this.from[count] = i;
          this.to[count] = this.end[count] = i + 1;
          count++;
        }
        i++;
        continue;
      }
      const from = i;
      let hash = SEED;
      let bare = 0;
      let bareHash = 0;
      while (i < n) {
        const code = text.charCodeAt(i);
        const lower = code < 128 ? (CHARACTERS[code] as number) : SIGN;
        if (lower > SIGN) {
          hash = Math.imul(hash ^ lower, PRIME);
          i++;
          continue;
        }
        if (lower === 0) break;
        const mark = code === 39 || code === CURLY;
        if (mark || code === 46) {
          if (i + 1 >= n || !isLetter(text.charCodeAt(i + 1))) break;
          if (mark) {
            bare = i;
            bareHash = hash;
          }
        } else if (code > 127 && !isLetter(code)) break;
        hash = Math.imul(hash ^ (code === CURLY ? 39 : code), PRIME);
        i++;
      }
      let id = words.find(hash, text, from, i);
      let to = i;
      if (id < 0 && bare > from) {
        id = words.find(bareHash, text, from, bare);
        if (id >= 0) to = bare;
      }
      if (count === this.word.length) this.grow();
      this.word[count] = id;
      this.from[count] = from;
      this.to[count] = to;
      this.end[count] = i;
      count++;
    }
    this.count = count;
  }

  private grow(): void {
    for (const name of ['word', 'from', 'to', 'end'] as const) {
      const longer = new Int32Array(this[name].length * 2);
      longer.set(this[name]);
      this[name] = longer;
    }
    this.symbols = new Uint16Array(this.word.length);
  }
}
