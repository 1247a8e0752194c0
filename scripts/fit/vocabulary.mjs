// The alphabet of the models: which stems they know, and which words have them.
import { stemmer } from 'stemmer';

const BASE = 90;
const digit = (/** @type {number} */ n) => String.fromCharCode(n < 57 ? n + 35 : n + 36);
const pair = (/** @type {number} */ n) => digit(Math.floor(n / BASE)) + digit(n % BASE);

/** @type {Map<string, string>} */
const known = new Map();
/** The stem of a word in lower case; what is no plain word is its own. */
export function stem(/** @type {string} */ word) {
  let found = known.get(word);
  if (found === undefined) known.set(word, (found = /^[a-z]+$/.test(word) ? stemmer(word) : word));
  return found;
}

/** Sorted words, front-coded as `WordTable` reads them. */
export function packWords(/** @type {readonly string[]} */ words) {
  let out = '';
  let before = '';
  for (const word of [...words].sort()) {
    let same = 0;
    while (same < 25 && same < before.length && before[same] === word[same]) same++;
    out += String.fromCharCode(65 + same) + word.slice(same);
    before = word;
  }
  return out;
}

/** The words of a packed list, in order. */
export function unpackWords(/** @type {string} */ packed) {
  /** @type {string[]} */
  const words = [];
  let before = '';
  for (const m of packed.matchAll(/([A-Z])([^A-Z]*)/g)) {
    before = before.slice(0, m[1].charCodeAt(0) - 65) + m[2];
    words.push(before);
  }
  return words;
}

/**
 * Tables for `createReader`: the words of the lexicon keep their places, the rest stands behind them.
 * @param {string} lexiconWords packed
 * @param {readonly string[]} stems in the order of their symbols
 * @param {Iterable<string>} words spellings that may have one of the stems
 * @param {number} first number of the first stem's symbol
 */
export function vocabularyOf(lexiconWords, stems, words, first) {
  const symbol = new Map(stems.map((s, i) => [s, first + i]));
  const old = unpackWords(lexiconWords);
  const have = new Set(old);
  const more = [...new Set(words)].filter((w) => !have.has(w) && symbol.has(stem(w)) && w.length < 40 && !/[A-Z]/.test(w)).sort();
  const symbols = [...old, ...more].map((w) => pair(symbol.get(stem(w)) ?? 0)).join('');
  return { words: packWords(more), symbols, spelled: more };
}
