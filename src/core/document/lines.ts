/** Signs at the head of a line that the block grammar does not know: task boxes, footnotes, display mathematics, info strings. */

/** State of the task box `[ ] ` or `[x] ` at `from`, null where there is none. */
export function taskMark(text: string, from: number, to: number): boolean | null {
  if (from + 3 >= to || text.charCodeAt(from) !== 91 || text.charCodeAt(from + 2) !== 93 || text.charCodeAt(from + 3) > 32) return null;
  const mark = text[from + 1];
  return mark === ' ' ? false : mark === 'x' || mark === 'X' ? true : null;
}

/** Where the text of a footnote definition `[^label]: text` begins, -1 where the line is none. */
export function footnoteText(text: string, from: number, to: number): number {
  const close = text.slice(from, Math.min(to, from + 80)).indexOf(']:');
  if (close < 3) return -1;
  let at = from + close + 2;
  while (at < to && text.charCodeAt(at) <= 32) at++;
  return at;
}

/**
 * Index (into the pairs of `lines`) after the line that closes the display mathematics opened at `at` on line `k`, -1 where none does.
 * `last`: index of the last line that ends in `$$`, so that openers without a closer cost nothing.
 */
export function displayEnd(text: string, lines: readonly number[], k: number, at: number, last: number): number {
  const first = text.slice(at + 2, lines[k + 1]);
  if (first.includes('$$')) return first.endsWith('$$') ? k + 2 : -1;
  if (last <= k) return -1;
  for (let j = k + 2; j <= last; j += 2) if (closesDisplay(text, lines[j + 1] as number)) return j + 2;
  return -1;
}

/** Index of the last line that ends in `$$`, -1 where none does. */
export function lastDisplay(text: string, lines: readonly number[]): number {
  for (let j = lines.length - 2; j >= 0; j -= 2) if (closesDisplay(text, lines[j + 1] as number)) return j;
  return -1;
}

function closesDisplay(text: string, end: number): boolean {
  return text.charCodeAt(end - 1) === 36 && text.charCodeAt(end - 2) === 36;
}

/** First word of a fence's info string in lower case: `ts {1,2}`, `{.python}` and `js:file.js` all name a language. */
export function languageOf(line: string): string {
  return (/^(?:`+|~+)\s*(?:\{\s*)?\.?([^\s{},:]{1,40})/.exec(line)?.[1] ?? '').toLowerCase();
}

/** `import ... from '...'` and `export const ...` of an MDX document. */
export function isModuleLine(text: string, from: number, to: number): boolean {
  if (!text.startsWith('import ', from) && !text.startsWith('export ', from)) return false;
  const line = text.slice(from, Math.min(to, from + 300));
  return /^import\s(?:[^'"]*\sfrom\s+)?['"][^'"]+['"];?\s*$/.test(line) || /^export\s+(?:const|let|default|function)\s/.test(line);
}
