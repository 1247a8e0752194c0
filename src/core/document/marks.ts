/** The smaller constructs inside prose: where a tag, an entity, an address or a placeholder that begins at an offset ends. All bounded by `to`. */
import { markdown } from './structure';

/** `-1` where `src[at]` ("<") opens no tag; else the offset after the tag. Never looks past `to`. */
export function tagEnd(src: string, at: number, to: number): number {
  let i = at + 1;
  const closing = src.charCodeAt(i) === 47;
  if (closing) i++;
  if (!isLetter(src.charCodeAt(i))) return -1;
  while (i < to && isNameCode(src.charCodeAt(i))) i++;
  for (;;) {
    const gap = i;
    i = skipBlank(src, i, to);
    if (i >= to) return -1;
    const code = src.charCodeAt(i);
    if (code === 62) return i + 1;
    if (closing) return -1;
    if (code === 47) return src.charCodeAt(i + 1) === 62 && i + 1 < to ? i + 2 : -1;
    if (i === gap || !(isLetter(code) || code === 95 || code === 58)) return -1;
    while (i < to && isAttributeCode(src.charCodeAt(i))) i++;
    const equals = skipBlank(src, i, to);
    if (src.charCodeAt(equals) !== 61 || equals >= to) continue;
    i = skipBlank(src, equals + 1, to);
    if (i >= to) return -1;
    const quote = src.charCodeAt(i);
    if (quote === 34 || quote === 39) {
      i++;
      while (i < to && src.charCodeAt(i) !== quote) i++;
      if (i >= to) return -1;
      i++;
    } else if (quote === 123) {
      // An expression of JSX, as in MDX documents.
      i = bracesEnd(src, i, to);
      if (i < 0) return -1;
    } else {
      const start = i;
      while (i < to && isUnquotedCode(src.charCodeAt(i))) i++;
      if (i === start) return -1;
    }
  }
}

/** The offset after the braces that open at `at`, -1 where they do not close soon: many that never close must not be quadratic. */
function bracesEnd(src: string, at: number, to: number): number {
  let depth = 0;
  const limit = Math.min(to, at + 500);
  for (let i = at; i < limit; i++) {
    const code = src.charCodeAt(i);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return i + 1;
  }
  return -1;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isNameCode = (code: number): boolean => isLetter(code) || isDigit(code) || code === 45;
const isAttributeCode = (code: number): boolean => isNameCode(code) || code === 46 || code === 58 || code === 95;
const isUnquotedCode = (code: number): boolean =>
  code > 32 && code !== 34 && code !== 39 && code !== 61 && code !== 60 && code !== 62 && code !== 96;

export function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 95 || code > 0x2fff || (code >= 0xc0 && code < 0x2000);
}

export function skipBlank(src: string, at: number, to: number): number {
  let i = at;
  while (i < to && src.charCodeAt(i) <= 32) i++;
  return i;
}

// eslint-disable-next-line no-control-regex -- control characters end an address
const AUTOLINK = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9.-]{1,255})>/y;

/** The offset after `<https://...>` or `<name@host>`, `-1` where there is none. */
export function autolinkEnd(src: string, at: number, to: number): number {
  AUTOLINK.lastIndex = at;
  return AUTOLINK.test(src) && AUTOLINK.lastIndex <= to ? AUTOLINK.lastIndex : -1;
}

const ENTITY = /&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});/iy;

/** The entity at `at` and what it stands for, null where it is a bare ampersand. */
export function entityAt(src: string, at: number, to: number): { readonly end: number; readonly text: string } | null {
  ENTITY.lastIndex = at;
  if (!ENTITY.test(src) || ENTITY.lastIndex > to) return null;
  const raw = src.slice(at, ENTITY.lastIndex);
  const text = markdown().utils.unescapeAll(raw);
  return text === raw ? null : { end: at + raw.length, text };
}

/** Start of the scheme that ends at `colon` (of `://`), not before `floor`; `-1` where no word stands there. */
export function schemeStart(src: string, colon: number, floor: number): number {
  let i = colon;
  while (i > floor && colon - i < 16) {
    const code = src.charCodeAt(i - 1);
    if (!isLetter(code) && !isDigit(code) && code !== 43 && code !== 45 && code !== 46) break;
    i--;
  }
  while (i < colon && !isLetter(src.charCodeAt(i))) i++;
  return i < colon - 1 ? i : -1;
}

/** The offset after a bare address that begins before `at`: to the next blank, without the punctuation of the sentence around it. */
export function addressEnd(src: string, at: number, to: number): number {
  let end = at;
  let depth = 0;
  for (; end < to; end++) {
    const code = src.charCodeAt(end);
    if (
      code <= 32 ||
      code === 60 ||
      code === 62 ||
      code === 34 ||
      code === 96 ||
      code === 0xa0 ||
      code === 0x201c ||
      code === 0x201d ||
      code === 0x3000
    )
      break;
    if (code === 93 || code === 124) break;
    if (code === 40) depth++;
    else if (code === 41 && --depth < 0) break;
  }
  while (end > at && '?!.,:;*_~\'"…—'.includes(src[end - 1] as string)) end--;
  return end;
}

const PLACEHOLDER = /\{(?:\{[^{}\n\r]{0,200}\}|[ \t]*[#.:A-Za-z][^{}<>\n\r;=$\\]{0,160})\}/y;
const ATTRIBUTES = /\{:?[ \t]*[#.][^{}\n\r]{0,160}\}/y;

/** The offset after a template's `{placeholder}` or an attribute list `{#id .class}`; `-1` for a brace of ordinary prose (`/users/{id}`, `{"a": 1}`). */
export function placeholderEnd(src: string, at: number, from: number, to: number): number {
  ATTRIBUTES.lastIndex = at;
  if (ATTRIBUTES.test(src) && ATTRIBUTES.lastIndex <= to) return ATTRIBUTES.lastIndex;
  const before = at > from ? src.charCodeAt(at - 1) : 32;
  if (isWordCode(before) || before === 47 || before === 36 || before === 46 || before === 61) return -1;
  PLACEHOLDER.lastIndex = at;
  if (!PLACEHOLDER.test(src) || PLACEHOLDER.lastIndex > to) return -1;
  const end = PLACEHOLDER.lastIndex;
  const after = end < to ? src.charCodeAt(end) : 32;
  return isWordCode(after) || after === 47 ? -1 : end;
}

/** The offset after a footnote mark `[^label]`, `-1` where there is none. */
export function footnoteEnd(src: string, at: number, to: number): number {
  const limit = Math.min(to, at + 80);
  for (let i = at + 2; i < limit; i++) {
    const code = src.charCodeAt(i);
    if (code === 93) return i > at + 2 ? i + 1 : -1;
    if (code <= 32 || code === 91) return -1;
  }
  return -1;
}

/** Destination and end of `(href "title")` at `at`, null where it is an ordinary bracket. */
export function linkTarget(
  src: string,
  at: number,
  to: number,
): { readonly end: number; readonly href: string; readonly hrefFrom: number } | null {
  const { parseLinkDestination, parseLinkTitle } = markdown().helpers;
  let i = skipBlank(src, at + 1, to);
  const hrefFrom = i;
  let href = '';
  if (src.charCodeAt(i) !== 41) {
    const destination = parseLinkDestination(src, i, to);
    // The helper lets a backslash hide a line end, but only a line feed.
    if (!destination.ok || /[\r\n]/.test(src.slice(i, destination.pos))) return null;
    href = destination.str;
    i = destination.pos;
    const title = skipBlank(src, i, to);
    if (title > i && title < to && src.charCodeAt(title) !== 41) {
      const found = parseLinkTitle(src, title, to);
      if (!found.ok) return null;
      i = found.pos;
    }
    i = skipBlank(src, i, to);
  }
  return i < to && src.charCodeAt(i) === 41
    ? { end: i + 1, href, hrefFrom: src.charCodeAt(hrefFrom) === 60 ? hrefFrom + 1 : hrefFrom }
    : null;
}

/** The offset after a reference label `[label]` at `at`, `-1` where there is none. */
export function labelEnd(src: string, at: number, to: number): number {
  const limit = Math.min(to, at + 1000);
  for (let i = at + 1; i < limit; i++) {
    const code = src.charCodeAt(i);
    if (code === 93) return i + 1;
    if (code === 91) return -1;
    if (code === 92) i++;
  }
  return -1;
}
