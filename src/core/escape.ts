/**
 * The one place where text of a workspace is made safe for Markdown, HTML, snippets and command links.
 * A proposal is hostile input: whatever its author wrote must come out as the same characters, never as a link, an image, a tag or an icon.
 */

/** What CommonMark, GFM, GitHub (`@name`, `#12`, `$math$`) or VS Code (`$(icon)`) may read as syntax anywhere in a line. */
const MARKDOWN_SYNTAX = /[\\`*_{}[\]<>&|~@#$^]/g;
/** What GFM turns into a link by itself. */
const AUTOLINK = /:(?=\/\/)|(?<=www)\./gi;
/** What is syntax at the start of a line only: list markers, thematic breaks, heading underlines. */
const LINE_START = /^(?:[-+=]|\d{1,9}(?=[.)]))/;
/** Control characters, and the marks that reverse the direction of the text around them. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const LINE_BREAKS = /[\r\n\t\u2028\u2029]+/g;
const HTML_SYNTAX = /[&<>"'`]/g;
const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Removes what a reader cannot see: control characters and direction overrides. Line breaks and tabs stay. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** One line of plain text: line breaks and tabs become a space, invisible characters go. */
export function oneLine(text: string): string {
  return visible(text).replace(LINE_BREAKS, ' ').trim();
}

/**
 * Escapes text for the inside of a Markdown paragraph, list item or table cell, on one line.
 * Also breaks what GFM would turn into a link by itself (`https://…`, `www.…`, `a@b.c`) and VS Code's `$(icon)`.
 */
export function escapeMarkdown(text: string): string {
  const line = oneLine(text).replace(MARKDOWN_SYNTAX, '\\$&').replace(AUTOLINK, '\\$&');
  return line.replace(LINE_START, (marker) => (/\d/.test(marker) ? `${marker}\\` : `\\${marker}`));
}

/** Text as inline code, with a fence longer than any run of backticks inside it. */
export function inlineCode(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Escapes text for HTML content and for quoted attribute values. */
export function escapeHtml(text: string): string {
  return visible(text).replace(HTML_SYNTAX, (character) => HTML_ENTITIES[character] ?? '');
}

/** Escapes text for the inside of a snippet (VS Code and LSP syntax), so that it is inserted as it stands. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Shortens a quotation at a word boundary. `max` counts UTF-16 units; a surrogate pair is never split. */
export function shorten(text: string, max: number): string {
  const line = oneLine(text);
  if (line.length <= max) return line;
  let end = line.lastIndexOf(' ', max - 1);
  if (end < max / 2) end = max - 1;
  return `${line.slice(0, wholeTo(line, end)).trimEnd()}…`;
}

/** `end`, or one less where it would split a surrogate pair. */
export function wholeTo(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end;
}

/**
 * The words of a range with what stands around them on their line, so that a reader knows the place again. At most about `max` units.
 */
export function inContext(text: string, from: number, to: number, max: number): string {
  const lineFrom = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  const lineTo = lineEnd < 0 ? text.length : lineEnd;
  const bare = (line: string): string => oneLine(line.replace(/^\s*(?:[-*+>#|]+|\d{1,9}[.)])\s*/, ''));
  if (lineTo - lineFrom <= max) return bare(text.slice(lineFrom, lineTo));
  const room = Math.max(0, Math.floor((max - (to - from)) / 2));
  const start = Math.max(lineFrom, from - room);
  const head = start === lineFrom ? 0 : Math.max(0, text.slice(start, from).search(/\s\S/) + 1);
  let end = Math.min(lineTo, to + room + 20);
  if (end < lineTo) {
    const space = text.lastIndexOf(' ', end);
    end = wholeTo(text, space > to ? space : end);
  }
  const short = shorten(text.slice(start + head, end), max);
  const tail = end < lineTo && !short.endsWith('…') ? `${short}…` : short;
  return start === lineFrom ? bare(tail) : `…${tail}`;
}

/** A `command:` link target with its arguments, safe inside Markdown's round brackets. */
export function commandUri(command: string, args: readonly unknown[] = []): string {
  const query = args.length > 0 ? `?${encodeURIComponent(JSON.stringify(args))}` : '';
  return `command:${command}${query}`.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
