/** Words and their numbers: an open-addressing table over a hash of the spelling; collisions are settled by comparing it. */

/**
 * Codes of ASCII characters inside a word to themselves in lower case; 0 separates. SIGN: inside a word only between two word characters
 * (full stop, apostrophe) or only after one (C++, C#).
 */
export const CHARACTERS = new Uint8Array(128);
export const SIGN = 1;
export const CURLY = 0x2019;
for (let code = 48; code < 123; code++) {
  const upper = code > 64 && code < 91;
  if (upper || code > 96 || code < 58 || code === 95) CHARACTERS[code] = upper ? code + 32 : code;
}
for (const sign of ".'+#") CHARACTERS[sign.charCodeAt(0)] = SIGN;

export const isLetter = (code: number): boolean =>
  code < 128 ? (CHARACTERS[code] as number) > SIGN : code > 0xbf && (code < 0x2000 || code > 0x2bff);

/** FNV-1a. */
export const SEED = 0x811c9dc5;
export const PRIME = 0x01000193;

/** More letters than a word of the generated table has. */
const LONGEST = 64;

/** A longer copy of a table that is full. */
export function longer<T extends Int32Array | Uint16Array>(table: T, fill = 0): T {
  const copy = new (table.constructor as new (length: number) => T)(table.length * 2);
  if (fill !== 0) copy.fill(fill, table.length);
  copy.set(table);
  return copy;
}

export class WordTable {
  /** By slot: number of a word, -1 where free. */
  private slots = new Int32Array(1 << 13).fill(-1);
  /** By word: its hash, where its spelling begins in `letters` (and ends: where the next begins). */
  private hashes = new Int32Array(1 << 12);
  private starts = new Int32Array(1 << 12);
  private letters = new Uint16Array(1 << 15);
  /** How many there are. */
  private words = 0;

  /** `packed`: sorted words; each a capital that says how many letters of the word before it keeps (A: none), and the rest of it. */
  constructor(...packed: readonly string[]) {
    for (const words of packed) this.load(words);
  }

  private load(packed: string): void {
    let from = this.starts[this.words] as number;
    for (let at = 0; at < packed.length;) {
      const kept = packed.charCodeAt(at++) - 65;
      const start = this.starts[this.words] as number;
      while (start + LONGEST > this.letters.length) this.letters = longer(this.letters);
      const { letters } = this;
      let to = start;
      let hash = SEED;
      for (; to < start + kept; to++) {
        const code = letters[from + to - start] as number;
        letters[to] = code;
        hash = Math.imul(hash ^ code, PRIME);
      }
      for (; at < packed.length; at++) {
        const code = packed.charCodeAt(at);
        if (code > 64 && code < 91) break;
        letters[to++] = code;
        hash = Math.imul(hash ^ code, PRIME);
      }
      from = start;
      this.endWord(hash, to);
    }
  }

  get size(): number {
    return this.words;
  }

  /** Numbers a word (in lower case) that is not known yet. */
  add(hash: number, word: string): number {
    let to = this.starts[this.words] as number;
    while (to + word.length > this.letters.length) this.letters = longer(this.letters);
    for (let i = 0; i < word.length; i++) this.letters[to++] = word.charCodeAt(i);
    return this.endWord(hash, to);
  }

  /** The next word is the one whose letters end at `to`. */
  private endWord(hash: number, to: number): number {
    const id = this.words++;
    if (this.words === this.hashes.length) {
      this.hashes = longer(this.hashes);
      this.starts = longer(this.starts);
    }
    this.starts[this.words] = to;
    this.hashes[id] = hash;
    if (this.words * 2 > this.slots.length) {
      this.slots = new Int32Array(this.slots.length * 2).fill(-1);
      for (let k = 0; k < id; k++) this.place(k);
    }
    this.place(id);
    return id;
  }

  private place(id: number): void {
    const { slots } = this;
    const size = slots.length - 1;
    let slot = (this.hashes[id] as number) & size;
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & size;
    slots[slot] = id;
  }

  /** The number of the word spelled in `text` at `[from, to)` in any letter case, whose hash is `hash`; -1 where unknown. */
  find(hash: number, text: string, from: number, to: number): number {
    const { slots, hashes } = this;
    const size = slots.length - 1;
    for (let slot = hash & size; ; slot = (slot + 1) & size) {
      const id = slots[slot] as number;
      if (id < 0) return -1;
      if (hashes[id] === hash && this.spells(id, text, from, to)) return id;
    }
  }

  /** True where `text` at `[from, to)` is the word, which is in lower case. */
  private spells(id: number, text: string, from: number, to: number): boolean {
    const { letters } = this;
    let at = this.starts[id] as number;
    if ((this.starts[id + 1] as number) - at !== to - from) return false;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      if ((code > 64 && code < 91 ? code + 32 : code) !== letters[at++]) return false;
    }
    return true;
  }

  /** The word with this number. */
  spelling(id: number): string {
    return String.fromCharCode(...this.letters.subarray(this.starts[id], this.starts[id + 1]));
  }
}
