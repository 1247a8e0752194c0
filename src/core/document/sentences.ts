/** Splits compact text into sentences. */

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'e.g i.e eg ie vs cf viz etc approx ca incl excl resp fig figs no nos sec ch vol ed eds al est dept inc ltd corp co mr mrs dr prof st jr sr avg max min max. temp ver v p pp eq ref refs nr tel op'.split(
    ' ',
  ),
);

const OPENING = /["'([{*<«“‘]/;

function isTerminator(code: number): boolean {
  return code === 46 || code === 33 || code === 63 || code === 0x2026 || code === 0x3002 || code === 0xff01 || code === 0xff1f;
}

/** Pairs (from, to) of the sentences of `text`, blanks between them left out. Linear. */
export function sentencesOf(text: string): number[] {
  const bounds: number[] = [];
  const length = text.length;
  let start = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 46 && code !== 33 && code !== 63 && code !== 0xb7 && code < 0x2026) continue;
    if (code === 0xb7) {
      // The sign that stands for a line break tag.
      if (text.charCodeAt(i - 1) !== 32 || text.charCodeAt(i + 1) !== 32) continue;
      if (i - 1 > start) bounds.push(start, i - 1);
      start = i + 2;
      continue;
    }
    if (!isTerminator(code)) continue;
    let end = i + 1;
    while (end < length && (isTerminator(text.charCodeAt(end)) || ')]"\'*_'.includes(text[end] as string))) end++;
    if (end < length && text.charCodeAt(end) !== 32 && code < 0x3000) {
      i = end - 1;
      continue;
    }
    if (end < length && code === 46 && end === i + 1 && !ends(text, start, i, end)) continue;
    if (end < length && end > i + 1 && code < 0x3000 && !begins(text, end + 1)) continue;
    bounds.push(start, end);
    start = end;
    while (start < length && text.charCodeAt(start) === 32) start++;
    i = start - 1;
  }
  if (start < length) bounds.push(start, length);
  return bounds;
}

/** True where the full stop at `dot` ends a sentence that began at `start`; the text goes on at `end` with a space. */
function ends(text: string, start: number, dot: number, end: number): boolean {
  let word = dot;
  while (word > start && text.charCodeAt(word - 1) > 32 && !'("['.includes(text[word - 1] as string)) word--;
  const spelled = text.slice(word, dot).toLowerCase();
  if (ABBREVIATIONS.has(spelled)) return spelled === 'etc' && begins(text, end + 1);
  // "1. First", "a. first" at the head; initials.
  if (word === start && /^(?:\d{1,3}|[a-z]|[ivx]{1,4})$/.test(spelled)) return false;
  if (/^[a-z]$/.test(spelled) && text.charCodeAt(dot - 1) <= 90) return false;
  return begins(text, end + 1);
}

/** True where a sentence may begin at `at`: anything but a small letter or a sign that only carries on. */
function begins(text: string, at: number): boolean {
  let i = at;
  while (i < text.length && OPENING.test(text[i] as string)) i++;
  const code = text.charCodeAt(i);
  if (code >= 97 && code <= 122) return false;
  return !(code === 44 || code === 59 || code === 58 || code === 41 || code === 124);
}
