// Numbers and words packed into strings: digits as src/core/words/digits.ts reads them, words as src/core/words/table.ts does.
const BASE = 90;

/** One digit of base 90: printable ASCII from `#` on without the backslash. */
export const digit = (/** @type {number} */ n) => String.fromCharCode(n < 57 ? n + 35 : n + 36);

/** Two digits. */
export function pair(/** @type {number} */ n) {
  if (n >= BASE * BASE) throw new Error(`${n} is more than two digits hold`);
  return digit(Math.floor(n / BASE)) + digit(n % BASE);
}

/** Words sorted and front-coded. */
export function packWords(/** @type {readonly string[]} */ words) {
  let out = '';
  let before = '';
  for (const word of [...words].sort()) {
    if (/[A-Z]/.test(word) || word.length > 60) throw new Error(`"${word}" is too long or not in lower case`);
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
