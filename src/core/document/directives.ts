/** Suppressions written in the document, as in `types.ts`. Malformed ones are kept as `unknown`, so that they can be pointed at. */
import type { Directive } from './types';

const PREFIX = 'fast-enough-';
const ACTIONS: ReadonlySet<string> = new Set(['disable-line', 'disable-next-line', 'disable', 'enable', 'disable-file']);

/** True where a comment is worth a closer look. */
export function mayHoldDirective(text: string, from: number, to: number): boolean {
  let i = from;
  while (i < to && text.charCodeAt(i) <= 32) i++;
  return i < to && text.startsWith(PREFIX, i);
}

/**
 * Reads the body of a comment, `text.slice(from, to)`, whose whole extent is `[spanFrom, spanTo)`; null where it is not addressed to us.
 * Offsets in the result are relative to `base`.
 */
export function directiveIn(text: string, from: number, to: number, spanFrom: number, spanTo: number, base: number): Directive | null {
  if (!mayHoldDirective(text, from, to)) return null;
  let at = from;
  while (text.charCodeAt(at) <= 32) at++;
  let end = at + PREFIX.length;
  while (end < to && isWordOrDash(text.charCodeAt(end))) end++;
  const name = text.slice(at + PREFIX.length, end);
  const colon = text.slice(end, to).indexOf(':');
  const listEnd = colon < 0 ? to : end + colon;
  const rules: { id: string; span: { from: number; to: number } }[] = [];
  let i = end;
  while (i < listEnd) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 44) {
      i++;
      continue;
    }
    const start = i;
    while (i < listEnd && text.charCodeAt(i) > 32 && text.charCodeAt(i) !== 44) i++;
    rules.push({ id: text.slice(start, i), span: { from: start - base, to: i - base } });
  }
  return {
    action: ACTIONS.has(name) ? (name as Directive['action']) : 'unknown',
    span: { from: spanFrom - base, to: spanTo - base },
    rules,
    reason:
      colon < 0
        ? ''
        : text
            .slice(listEnd + 1, to)
            .replace(/\s+/g, ' ')
            .trim(),
    raw: text.slice(spanFrom, spanTo),
  };
}

function isWordOrDash(code: number): boolean {
  return code === 45 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** Body of an HTML comment `[from, to)` of `text`. */
export function commentDirective(text: string, from: number, to: number, base: number): Directive | null {
  return directiveIn(text, from + 4, text.endsWith('-->', to) || text.startsWith('-->', to - 3) ? to - 3 : to, from, to, base);
}

/** A comment in the shape of a link definition, `[//]: # (body)`, also with quotes; `[from, to)` is the whole definition. */
export function definitionDirective(text: string, from: number, to: number, base: number): Directive | null {
  const label = text.slice(from, to).indexOf(']:');
  if (label < 0) return null;
  let i = from + label + 2;
  while (i < to && text.charCodeAt(i) <= 32) i++;
  while (i < to && text.charCodeAt(i) > 32) i++;
  while (i < to && text.charCodeAt(i) <= 32) i++;
  const quote = text[i];
  if (quote !== '(' && quote !== '"' && quote !== "'") return null;
  // Within the definition: where none stands in it, a search in the whole text would go back to its beginning.
  const close = from + text.slice(from, to).lastIndexOf(quote === '(' ? ')' : quote);
  return directiveIn(text, i + 1, close > i ? close : to, from, to, base);
}

/** `fast-enough-disable: { rule: reason }` of the front matter, also `rule` or a list of rules. Spans are those of the whole front matter. */
export function frontMatterDirectives(
  data: Readonly<Record<string, unknown>>,
  span: { readonly from: number; readonly to: number },
  text: string,
): Directive[] {
  const value = data['fast-enough-disable'];
  const make = (ids: readonly string[], reason: string): Directive => ({
    action: 'disable-file',
    span,
    rules: ids.map((id) => ({ id, span: placeOf(text, span, id) })),
    reason,
    raw: 'fast-enough-disable',
  });
  if (value === true) return [make([], '')];
  if (typeof value === 'string')
    return [
      make(
        value.split(/[\s,]+/).filter((id) => id !== ''),
        '',
      ),
    ];
  if (Array.isArray(value))
    return [
      make(
        value.filter((id): id is string => typeof id === 'string'),
        '',
      ),
    ];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([id, reason]) => make([id], typeof reason === 'string' ? reason.trim() : ''));
  }
  return [];
}

function placeOf(text: string, span: { readonly from: number; readonly to: number }, id: string): { from: number; to: number } {
  const at = text.slice(span.from, span.to).indexOf(id);
  return at < 0 || id === '' ? span : { from: span.from + at, to: span.from + at + id.length };
}
