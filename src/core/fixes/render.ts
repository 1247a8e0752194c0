/** Fills a template: a plain form with `{hint}` for what is missing, and a snippet form with the same hints as tab stops. */
import type { TemplateValues } from './values';

export interface Rendered {
  readonly text: string;
  readonly snippet: string;
}

/** `${name:hint}`, or `${name}` for a slot that repeats an earlier one. */
const SLOT = /\$\{([A-Za-z]\w*)(?::([^{}]*))?\}/g;

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

/**
 * Renders one line-based template body. Lines end in `\n`; the caller turns them into the document's own ends. `first` names the slot that
 * gets the first tab stop, because it holds the number that matters; the others follow in reading order.
 */
export function render(body: string, values: TemplateValues, first?: string): Rendered {
  const valueOf = (name: string): string => (Object.hasOwn(values, name) ? tame(values[name as keyof TemplateValues]?.shown ?? '') : '');
  const slots = [...body.matchAll(SLOT)];
  const open = slots.filter((m) => m[2] !== undefined && valueOf(m[1] ?? '') === '').map((m) => m[1] ?? '');
  // A name with a hint opens a tab stop of its own each time; a name without one repeats the latest of that name.
  const head = first !== undefined && open.includes(first) ? 1 : 0;
  let next = head;
  let headOpen = head === 1;
  const latest = new Map<string, { readonly stop: number; readonly hint: string }>();
  let text = '';
  let snippet = '';
  let last = 0;
  for (const match of slots) {
    const literal = body.slice(last, match.index);
    const [whole, name = '', hint] = match;
    last = match.index + whole.length;
    text += literal;
    snippet += escapeSnippet(literal);
    const value = valueOf(name);
    if (value !== '') {
      text += value;
      snippet += escapeSnippet(value);
    } else if (hint === undefined) {
      const earlier = latest.get(name);
      text += `{${earlier?.hint ?? name}}`;
      snippet += earlier ? `\${${earlier.stop}}` : tabStop((next += 1), name);
    } else {
      const stop = headOpen && name === first ? 1 : (next += 1);
      if (stop === 1) headOpen = false;
      latest.set(name, { stop, hint });
      text += `{${hint}}`;
      snippet += tabStop(stop, hint);
    }
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
