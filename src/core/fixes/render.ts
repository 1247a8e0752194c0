/** Fills a template: a plain form with `{hint}` for what is missing, and a snippet form with the same hints as tab stops. */
import type { TemplateValues } from './values';

export interface Rendered {
  readonly text: string;
  readonly snippet: string;
}

const SLOT = /\$\{([A-Za-z]\w*):([^{}]*)\}/g;

/** Escapes literal text for VS Code / LSP snippet syntax. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A tab stop that shows `{hint}`: the braces stay until somebody types over them, so an unfilled slot is never read as evidence. */
export const tabStop = (index: number, hint: string): string => `\${${index}:{${escapeSnippet(hint)}\\}}`;

/** A value comes from the document, maybe from a table or across lines: it must not break the row or line it is put into. */
function tame(shown: string): string {
  return shown
    .replace(/\s+/g, ' ')
    .replace(/[{}]/g, '')
    .replace(/(?<!\\)\|/g, '\\|')
    .trim();
}

/** Renders one line-based template body. Lines end in `\n`; the caller turns them into the document's own ends. */
export function render(body: string, values: TemplateValues): Rendered {
  let text = '';
  let snippet = '';
  let last = 0;
  let stop = 0;
  for (const match of body.matchAll(SLOT)) {
    const literal = body.slice(last, match.index);
    const [whole, name = '', hint = ''] = match;
    const value = Object.hasOwn(values, name) ? tame(values[name as keyof TemplateValues]?.shown ?? '') : '';
    text += literal + (value || `{${hint}}`);
    snippet += escapeSnippet(literal) + (value ? escapeSnippet(value) : tabStop((stop += 1), hint));
    last = match.index + whole.length;
  }
  const rest = body.slice(last);
  return { text: text + rest, snippet: snippet + escapeSnippet(rest) };
}

/** Turns text that already stands in a document into a snippet whose tab stops are its unfilled `{hint}` slots. Null where there are none. */
export function reopen(text: string): string | null {
  let snippet = '';
  let last = 0;
  let stop = 0;
  for (const match of text.matchAll(/\{([^{}\r\n]+)\}/g)) {
    snippet += escapeSnippet(text.slice(last, match.index)) + tabStop((stop += 1), match[1] ?? '');
    last = match.index + match[0].length;
  }
  return stop === 0 ? null : snippet + escapeSnippet(text.slice(last));
}
