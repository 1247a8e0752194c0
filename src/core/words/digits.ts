/** Numbers as the generator packs them into strings: digits of base 90, printable ASCII from `#` on without the backslash. */

const BASE = 90;

/** The value of the digit at a place. */
export const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code > 92 ? code - 36 : code - 35;
};

/** The value of the two digits from a place on. */
export const pair = (text: string, at: number): number => digit(text, at) * BASE + digit(text, at + 1);

/** Of every character that is a digit its value. */
export const VALUES = Uint8Array.from({ length: 128 }, (_, code) => (code > 92 ? code - 36 : code > 34 ? code - 35 : 0));

/** The characters of a packed text as bytes, for tables that are read often: they take half the time that a string takes. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
