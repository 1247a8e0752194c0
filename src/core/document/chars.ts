/** Characters: which are plain text in prose, which may be markup, and which are read as another. */
import { isWordCode } from './marks';

const enum Class {
  Plain,
  Blank,
  Special,
}

const CLASS = new Uint8Array(128);
for (let code = 0; code <= 32; code++) CLASS[code] = Class.Blank;
for (const char of '\\`*_~[]!<&:{w') CLASS[char.charCodeAt(0)] = Class.Special;

/** What a non-ASCII character is read as: itself (-1), a space (32), nothing (0), or a plain variant. */
export function fold(code: number): number {
  if (code < 0x2000) return code === 0xa0 || code === 0x85 ? 32 : code === 0xad ? 0 : -1;
  if (code > 0x206f) return code === 0x3000 ? 32 : code === 0xfeff ? 0 : code === 0x2212 ? 45 : -1;
  if (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return 32;
  if (code === 0x200b || code === 0x2060 || code === 0x200e || code === 0x200f) return 0;
  if (code === 0x2010 || code === 0x2011) return 45;
  if (code === 0x2018 || code === 0x2019 || code === 0x201a || code === 0x201b) return 39;
  if (code === 0x201c || code === 0x201d || code === 0x201e || code === 0x201f) return 34;
  return -1;
}

/** First offset from `at` on, in the block `[from, to)`, that is not plain text; single inner spaces are plain. */
export function plainEnd(src: string, at: number, from: number, to: number): number {
  let i = at;
  if (i === from && i < to && src.charCodeAt(i) <= 32) return i;
  for (; i < to; i++) {
    const code = src.charCodeAt(i);
    if (code > 127) {
      if (code < 0x2000 ? code === 0xa0 || code === 0xad || code === 0x85 : code <= 0x2212 || code === 0x3000 || code === 0xfeff) {
        if (fold(code) >= 0) return i;
      }
      continue;
    }
    switch (CLASS[code]) {
      case Class.Plain:
        break;
      case Class.Blank:
        if (code === 32 && i + 1 < to && src.charCodeAt(i + 1) > 32) break;
        return i;
      default: {
        const next = i + 1 < to ? src.charCodeAt(i + 1) : 0;
        if (code === 119) {
          if (next === 119 && isAddress(src, i, from, to)) return i;
        } else if (code === 58) {
          if (next === 47 && i + 2 < to && src.charCodeAt(i + 2) === 47) return i;
        } else if (code === 33) {
          if (next === 91) return i;
        } else if (code === 126) {
          if (next === 126) return i;
        } else if (code === 95) {
          // Inside a word underscores never are emphasis.
          let end = i + 1;
          while (end < to && src.charCodeAt(end) === 95) end++;
          const before = i > from ? src.charCodeAt(i - 1) : 0;
          if (before === 95 || end === to || !isWordCode(before) || !isWordCode(src.charCodeAt(end))) return i;
          i = end - 1;
        } else if (code === 60) {
          if (next > 32 && !(next >= 48 && next <= 57) && next !== 61 && next !== 36) return i;
        } else return i;
      }
    }
  }
  return to;
}

function isAddress(src: string, at: number, from: number, to: number): boolean {
  return at + 4 < to && src.startsWith('www.', at) && (at === from || !isWordCode(src.charCodeAt(at - 1)));
}
