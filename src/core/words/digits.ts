/** Numbers as the generator packs them into strings: digits of base 90, printable ASCII from `#` on without the backslash. */

const BASE = 90;

/** The value of the digit at a place. */
export const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code > 92 ? code - 36 : code - 35;
};

/** The value of the two digits from a place on. */
export const pair = (text: string, at: number): number => digit(text, at) * BASE + digit(text, at + 1);
