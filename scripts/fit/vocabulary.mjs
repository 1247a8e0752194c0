// The alphabet of the models: which stems they know, and which words have them.
import { stemmer } from 'stemmer';
import { inOrder, packWords, pair, unpackWords } from '../gen/pack.mjs';

/** @type {Map<string, string>} */
const known = new Map();
/** The stem of a word in lower case; what is no plain word is its own. */
export function stem(/** @type {string} */ word) {
  let found = known.get(word);
  if (found === undefined) known.set(word, (found = /^[a-z]+$/.test(word) ? stemmer(word) : word));
  return found;
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
  const more = inOrder([...words].filter((w) => !have.has(w) && symbol.has(stem(w)) && w.length < 40 && !/[A-Z]/.test(w)));
  const symbols = [...old, ...more].map((w) => pair(symbol.get(stem(w)) ?? 0)).join('');
  return { words: packWords(more), symbols };
}
