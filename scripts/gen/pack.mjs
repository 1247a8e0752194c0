// Numbers and words packed into strings: digits as src/core/words/digits.ts reads them, words as src/core/words/table.ts does.
const BASE = 90;

/** One digit of base 90: printable ASCII from `#` on without the backslash. */
export const digit = (/** @type {number} */ n) => String.fromCharCode(n < 57 ? n + 35 : n + 36);

/** Two digits. */
export function pair(/** @type {number} */ n) {
  if (n >= BASE * BASE) throw new Error(`${n} is more than two digits hold`);
  return digit(Math.floor(n / BASE)) + digit(n % BASE);
}

/** FNV-1a, as src/core/words/table.ts has it. */
function hashOf(/** @type {string} */ word) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/**
 * Words in buckets by the upper bits of their hash, sorted in each.
 * @param {readonly string[]} words
 */
function bucketsOf(words) {
  const sorted = [...new Set(words)].sort();
  // Two to four words a bucket.
  const bits = Math.max(0, 30 - Math.clz32(sorted.length));
  /** @type {string[][]} */
  const buckets = Array.from({ length: 1 << bits }, () => []);
  for (const word of sorted) buckets[bits === 0 ? 0 : hashOf(word) >>> (32 - bits)].push(word);
  for (const bucket of buckets) if (bucket.length >= BASE) throw new Error('a bucket holds more words than a digit counts');
  return { bits, buckets };
}

/** Words in the order of their numbers: by bucket, and sorted within it. */
export const inOrder = (/** @type {readonly string[]} */ words) => bucketsOf(words).buckets.flat();

/** A table of words laid out for looking up in place: see `WordTable`. */
export function packWords(/** @type {readonly string[]} */ words) {
  if (words.length === 0) return '';
  const { bits, buckets } = bucketsOf(words);
  let out = digit(bits);
  for (const bucket of buckets) {
    for (const word of bucket) if (/[A-Z]/.test(word) || word.length >= BASE) throw new Error(`"${word}" is too long or not in lower case`);
    out += digit(bucket.length) + bucket.map((word) => digit(word.length)).join('') + bucket.join('');
  }
  return out;
}

/** The words of a packed table, in the order of their numbers. */
export function unpackWords(/** @type {string} */ packed) {
  const value = (/** @type {number} */ at) => packed.charCodeAt(at) - (packed.charCodeAt(at) > 92 ? 36 : 35);
  /** @type {string[]} */
  const words = [];
  for (let at = 1; at < packed.length;) {
    const count = value(at++);
    const lengths = Array.from({ length: count }, (_, i) => value(at + i));
    at += count;
    for (const length of lengths) words.push(packed.slice(at, (at += length)));
  }
  return words;
}
