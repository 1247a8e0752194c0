/** The author's word in the front matter, as one small edit. */

const KEY = 'fast-enough';

/**
 * The edit that makes the front matter say so, or takes the word back. Works on lines, so that nothing else in the block changes;
 * YAML (`---`) and TOML (`+++`) blocks are kept in their own form.
 * @returns Offsets into `text`; null where there is nothing to do.
 */
export function overruleEdit(text: string, applies: boolean | null): { from: number; to: number; insert: string } | null {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fence = /^(---|\+\+\+)[ \t]*(\r?\n)/.exec(text.slice(start, start + 200));
  const end = fence?.[1] ? closingFence(text, start + fence[0].length, fence[1]) : -1;
  if (!fence || end < 0) {
    return applies === null ? null : { from: start, to: start, insert: `---${eol}${KEY}: ${applies}${eol}---${eol}${eol}` };
  }
  const bodyFrom = start + fence[0].length;
  const line = new RegExp(`^${KEY}[ \\t]*[:=].*(?:\\r?\\n|$)`, 'm').exec(text.slice(bodyFrom, end));
  const statement = applies === null ? '' : `${KEY}${fence[1] === '+++' ? ' =' : ':'} ${applies}${eol}`;
  if (!line) return applies === null ? null : { from: bodyFrom, to: bodyFrom, insert: statement };
  const from = bodyFrom + line.index;
  // A block that held nothing else goes with its last line.
  if (statement === '' && text.slice(bodyFrom, end).trim() === line[0].trim()) {
    const after = /^(?:---|\+\+\+)[^\n]*\n?(?:\r?\n)?/.exec(text.slice(end))?.[0].length ?? 0;
    return { from: start, to: end + after, insert: '' };
  }
  return { from, to: from + line[0].length, insert: statement };
}

/** Offset of the line that closes the block, -1 where it is not closed. Linear: one look per line. */
function closingFence(text: string, from: number, fence: string): number {
  for (let at = from; at < text.length;) {
    const next = text.indexOf('\n', at);
    const line = text.slice(at, next < 0 ? text.length : next).trimEnd();
    if (line === fence || (fence === '---' && line === '...')) return at;
    if (next < 0) return -1;
    at = next + 1;
  }
  return -1;
}
