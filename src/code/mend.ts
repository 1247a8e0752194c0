/** Repairs that keep every offset: placeholders and broken parts are replaced by as many characters, and only the end may grow. */

/** `...` and `…` where no value follows stand for code left out: a space where nothing is needed, a name where a value is. */
export function withoutEllipses(source: string): string {
  return source.replace(/\.{3}(?=\s*(?:[)\]},;]|\/\/|\/\*|\r?\n|$))|…/g, (dots, at: number) => {
    const before = source.slice(Math.max(0, at - 40), at).trimEnd();
    const needsValue = /(?:[=?:]|=>|\breturn|\bawait|&&|\|\||\+)$/.test(before);
    return needsValue ? '_'.repeat(dots.length) : ' '.repeat(dots.length);
  });
}

export function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\r\n]/g, ' ') + text.slice(to);
}

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The brackets that the text leaves open, in closing order. Strings, comments and templates are stepped over; one pass. */
export function closers(text: string): string {
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!;
    if (c === '/' && text[at + 1] === '/') at = endOf(text, '\n', at);
    else if (c === '/' && text[at + 1] === '*') at = endOf(text, '*/', at + 2) + 1;
    else if (c === '"' || c === "'") at = endOfString(text, at);
    else if (c === '`') {
      if (open.at(-1) === '`') open.pop();
      else open.push('`');
    } else if (open.at(-1) === '`') {
      if (c === '\\') at++;
      else if (c === '$' && text[at + 1] === '{') {
        open.push('}');
        at++;
      }
    } else if (c in PAIRS) open.push(PAIRS[c]!);
    else if (c === open.at(-1)) open.pop();
  }
  return open.length === 0 ? '' : `\n${open.reverse().join('')}`;
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at;
}

/** A string ends at its quote or, being broken, at the end of its line. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const c = text[at];
    if (c === '\\') at++;
    else if (c === text[from] || c === '\n') return at;
  }
  return text.length;
}
