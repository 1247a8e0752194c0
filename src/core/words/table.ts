/** Words and their numbers, looked up where the generator has laid them out: in buckets by a hash of the spelling. Nothing is unpacked. */
import { VALUES } from './digits';

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

/** A longer copy of a table that is full. */
export function longer<T extends Int32Array | Uint16Array>(table: T, fill = 0): T {
  const copy = new (table.constructor as new (length: number) => T)(table.length * 2);
  if (fill !== 0) copy.fill(fill, table.length);
  copy.set(table);
  return copy;
}

const valueAt = (codes: Uint16Array, at: number): number => VALUES[codes[at] as number] as number;

/** True where `letters` from `at` on are `text` at `[from, to)` in lower case. */
function spells(letters: Uint16Array, at: number, text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if ((code > 64 && code < 91 ? code + 32 : code) !== letters[at++]) return false;
  }
  return true;
}

/**
 * One packed list of words. Digits (see `digits.ts`): how many bits of the hash choose a bucket; then for each bucket how many words it has,
 * their lengths, and their letters end to end.
 */
class Part {
  private readonly shift: number;
  /** By bucket: where it begins in `packed`, and the number of its first word. One bucket more, for where the last one ends. */
  private readonly starts: Uint32Array;
  private readonly firsts: Uint16Array;

  private readonly packed: Uint16Array;

  constructor(text: string) {
    const packed = (this.packed = new Uint16Array(text.length));
    for (let i = 0; i < packed.length; i++) packed[i] = text.charCodeAt(i);
    const bits = valueAt(packed, 0);
    this.shift = 32 - bits;
    const buckets = 1 << bits;
    const starts = (this.starts = new Uint32Array(buckets + 1));
    const firsts = (this.firsts = new Uint16Array(buckets + 1));
    let at = 1;
    let words = 0;
    for (let bucket = 0; bucket < buckets; bucket++) {
      starts[bucket] = at;
      firsts[bucket] = words;
      const count = valueAt(packed, at++);
      words += count;
      let letters = count;
      for (const end = at + count; at < end; at++) letters += valueAt(packed, at);
      at += letters - count;
    }
    starts[buckets] = at;
    firsts[buckets] = words;
  }

  get size(): number {
    return this.firsts[this.firsts.length - 1] as number;
  }

  find(hash: number, text: string, from: number, to: number): number {
    const { packed } = this;
    // A shift by 32 is one by 0.
    const bucket = this.shift === 32 ? 0 : hash >>> this.shift;
    let at = this.starts[bucket] as number;
    const count = valueAt(packed, at++);
    const length = to - from;
    let letters = at + count;
    for (let i = 0; i < count; i++) {
      const long = valueAt(packed, at + i);
      if (long === length && spells(packed, letters, text, from, to)) return (this.firsts[bucket] as number) + i;
      letters += long;
    }
    return -1;
  }

  spelling(id: number): string {
    const { packed, firsts } = this;
    let bucket = 0;
    for (let beyond = firsts.length - 1; beyond - bucket > 1;) {
      const middle = (bucket + beyond) >> 1;
      if ((firsts[middle] as number) <= id) bucket = middle;
      else beyond = middle;
    }
    const at = (this.starts[bucket] as number) + 1;
    const place = id - (firsts[bucket] as number);
    let letters = at + valueAt(packed, at - 1);
    for (let i = 0; i < place; i++) letters += valueAt(packed, at + i);
    return String.fromCharCode(...packed.subarray(letters, letters + valueAt(packed, at + place)));
  }
}

/** Packed lists of words, numbered through in the order in which they are given, and words that are added to them. */
export class WordTable {
  private readonly parts: readonly Part[];
  private readonly packed: number;
  private readonly own: string[] = [];
  private readonly ownIds = new Map<string, number>();

  constructor(...packed: readonly string[]) {
    this.parts = packed.filter((words) => words !== '').map((words) => new Part(words));
    this.packed = this.parts.reduce((sum, part) => sum + part.size, 0);
  }

  get size(): number {
    return this.packed + this.own.length;
  }

  /** Numbers a word (in lower case) that is not known yet. */
  add(word: string): number {
    const id = this.size;
    this.ownIds.set(word, id);
    this.own.push(word);
    return id;
  }

  /** The number of the word spelled in `text` at `[from, to)` in any letter case, whose hash is `hash`; -1 where unknown. */
  find(hash: number, text: string, from: number, to: number): number {
    let first = 0;
    for (const part of this.parts) {
      const id = part.find(hash, text, from, to);
      if (id >= 0) return first + id;
      first += part.size;
    }
    return this.own.length === 0 ? -1 : (this.ownIds.get(text.slice(from, to).toLowerCase()) ?? -1);
  }

  /** The word with this number. */
  spelling(id: number): string {
    let rest = id;
    for (const part of this.parts) {
      if (rest < part.size) return part.spelling(rest);
      rest -= part.size;
    }
    return this.own[rest] as string;
  }
}
