/** Metadata at the head of a document: `---` YAML `---` or `+++` TOML `+++`. */
import { parse as parseToml, TomlError } from 'smol-toml';
import { parseDocument as parseYaml } from 'yaml';
import type { Span } from '../types';
import type { FrontMatter } from './types';

/** A key or a flow collection opens the metadata; without one, `---` at the top is a rule across the page and what follows is prose. */
const YAML_START = /^[ \t]*(?:["']?[\p{L}\w][^:\r\n]{0,120}:(?:[ \t\r\n]|$)|[{[])/u;
const TOML_START = /^[ \t]*(?:["']?\w[^=\r\n]{0,120}=|\[)/;

/** Longer metadata is not read: nobody writes it, and its parser is no match for hostile input of that size. */
const LONGEST = 20_000;

/** True where the first line of `[from, to)` that is neither blank nor a comment opens metadata, or there is no such line. */
function opensMetadata(text: string, from: number, to: number, yaml: boolean): boolean {
  let at = from;
  while (at < to) {
    const line = text.slice(at, Math.min(to, at + 160));
    const first = blankEnd(text, at);
    const code = first < to ? text.charCodeAt(first) : 10;
    if (code !== 10 && code !== 13 && code !== 35) return (yaml ? YAML_START : TOML_START).test(line);
    while (at < to && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
    at++;
  }
  return true;
}

/** Range of the front matter with its fences, null where the document has none. Cheap: looks at the head and for the closing fence. */
export function frontMatterSpan(
  text: string,
): { readonly span: Span; readonly format: 'yaml' | 'toml'; readonly bodyFrom: number; readonly bodyTo: number } | null {
  const head = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const yaml = text.startsWith('---', head);
  if (!yaml && !text.startsWith('+++', head)) return null;
  const bodyFrom = nextLine(text, blankEnd(text, head + 3));
  if (bodyFrom < 0) return null;
  const fence = yaml ? '---' : '+++';
  for (
    let at = text.startsWith(fence, bodyFrom) ? bodyFrom : fenceAfter(text, fence, bodyFrom);
    at >= 0;
    at = fenceAfter(text, fence, at)
  ) {
    const end = blankEnd(text, at + 3);
    if (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) continue;
    if (!opensMetadata(text, bodyFrom, at, yaml)) return null;
    const to = nextLine(text, end);
    return { span: { from: head, to: to < 0 ? text.length : to }, format: yaml ? 'yaml' : 'toml', bodyFrom, bodyTo: at };
  }
  return null;
}

function blankEnd(text: string, at: number): number {
  let i = at;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
  return i;
}

/** Start of the line after the line end at `at`, -1 where no line ends there. */
function nextLine(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  return code === 10 ? at + 1 : -1;
}

/** Next place after `at` where a line begins with `fence`. */
function fenceAfter(text: string, fence: string, at: number): number {
  for (let i = text.indexOf(fence, at + 1); i >= 0; i = text.indexOf(fence, i + 1)) {
    const before = text.charCodeAt(i - 1);
    if (before === 10 || before === 13) return i;
  }
  return -1;
}

/** Reads the front matter of `text`; a broken one is reported with its place and yields no data. */
export function readFrontMatter(text: string): FrontMatter | null {
  const found = frontMatterSpan(text);
  if (found === null) return null;
  const { span, format, bodyFrom, bodyTo } = found;
  const body = text.slice(bodyFrom, bodyTo);
  const none = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;
  const problem = (message: string, from: number, to: number): FrontMatter => {
    const start = Math.min(Math.max(bodyFrom + from, span.from), span.to - 1);
    return {
      format,
      span,
      data: none(),
      problem: {
        message: message.split('\n')[0] as string,
        span: { from: start, to: Math.min(Math.max(bodyFrom + to, start + 1), span.to) },
      },
    };
  };
  if (body.length > LONGEST) return problem('The front matter is too long to be read', 0, 1);
  try {
    if (format === 'toml') return { format, span, data: harmless(parseToml(body)) as Record<string, unknown>, problem: null };
    const document = parseYaml(body, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
    const error = document.errors[0];
    if (error !== undefined) return problem(error.message, error.pos[0], error.pos[1]);
    const data: unknown = document.toJS({ maxAliasCount: 20 });
    if (data === null || data === undefined) return { format, span, data: none(), problem: null };
    if (typeof data !== 'object' || Array.isArray(data))
      return problem('The front matter is not a mapping of keys to values', 0, body.length);
    return { format, span, data: harmless(data) as Record<string, unknown>, problem: null };
  } catch (error) {
    if (error instanceof TomlError) {
      const at = offsetOf(body, error.line, error.column);
      return problem(error.message, at, at + 1);
    }
    return problem(error instanceof Error ? error.message : 'The front matter cannot be read', 0, body.length);
  }
}

function offsetOf(body: string, line: number, column: number): number {
  let at = 0;
  for (let k = 1; k < line; k++) at = body.indexOf('\n', at) + 1;
  return at + column - 1;
}

/**
 * Copies mappings into null-prototype objects, so that a key such as `__proto__` or `constructor` is a key and nothing more. An alias may stand in
 * many places, also inside what it names; `copies` has each thing once, or thirty characters would take for ever.
 */
function harmless(value: unknown, copies = new Map<object, unknown>(), depth = 0): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date || depth > 64) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const entry of value) list.push(harmless(entry, copies, depth + 1));
    return list;
  }
  const copy = Object.create(null) as Record<string, unknown>;
  copies.set(value, copy);
  for (const key of Object.keys(value)) copy[key] = harmless((value as Record<string, unknown>)[key], copies, depth + 1);
  return copy;
}
