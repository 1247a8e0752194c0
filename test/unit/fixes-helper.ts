// What the fix tests share: findings made by hand, edits applied as an editor does, snippets read back as plain text.
import { TEMPLATE_DATA } from '../../src/generated/templates';
import { parseDocument } from '../../src/core/document';
import type { Doc } from '../../src/core/document/types';
import { buildFixes, type Template, type TemplateValues } from '../../src/core/fixes';
import type { Edit, Finding, Fix, Proposal, Span } from '../../src/core/types';

export const TEMPLATES: readonly Template[] = TEMPLATE_DATA;

const PROPOSAL = { applies: true, kind: 'rewrite' } as unknown as Proposal;

/** A finding of `rule` at the first occurrence of `at`, as the engine would hand it over. */
export function finding(rule: string, text: string, at?: string): Finding {
  const from = at === undefined ? Math.max(0, text.search(/\S/)) : text.indexOf(at);
  if (from < 0) throw new Error(`"${at}" is not in the text`);
  const span = { from, to: from + (at ?? text.slice(from, from + 1)).length };
  return { rule, question: 'Q1', kind: 'gap', severity: 'hint', span, message: '', messageId: '', data: {}, related: [] };
}

export const doc = (text: string): Doc => parseDocument(text);

export function fixesFor(
  text: string,
  rule: string,
  options: { at?: string; values?: TemplateValues; path?: string } = {},
): readonly Fix[] {
  return buildFixes({
    doc: doc(text),
    finding: finding(rule, text, options.at),
    proposal: PROPOSAL,
    values: options.values ?? {},
    ...(options.path === undefined ? {} : { path: options.path }),
  });
}

export const fixesAt = (text: string, rule: string, span: Span): readonly Fix[] =>
  buildFixes({ doc: doc(text), finding: { ...finding(rule, text), span }, proposal: PROPOSAL, values: {} });

/** Pieces of documents, tame and nasty, to be strung together. */
export const PIECES: readonly string[] = [
  ...[
    '# Title',
    '## Context',
    '## Decision',
    '### Consequences',
    '## 1. Goals',
    '## 2. Plan',
    'Context\n=======',
    'Plan\n----',
    '**Context**',
  ],
  ...['Some words.', 'Two\nlines.', '- item\n- item', '* item\n  * deep', '1. one\n2. two', '- item\n\n  second paragraph', '+ [ ] task'],
  ...['> quote\n> ## Context\n> more', '- ## Goals\n  in a list', '> [!NOTE]\n> ## Plan', '> - item\n> - item', '> > deep\nlazy'],
  ...['| a | b |\n| - | - |\n| c | d |', '> | a |\n> | - |\n> | b |', '- x\n\n  | a |\n  | - |\n  | b |'],
  ...['```sh\n# not a heading\n```', '    indented code', '- x\n  ```ts\n  y\n  ```', '~~~\nx\n~~~', '```\nnever closed'],
  ...['<!-- comment -->', '<!-- two\nlines -->', '<!-- never closed', '<details>\n\ntext\n\n</details>', '---', '***'],
  ...['[ref]: https://example.test', '[^1]: a footnote', 'hard  \nbreak', 'term\\\nbreak'],
];

/** Applies the edits from the last to the first, so that offsets hold. */
export function apply(text: string, edits: readonly Edit[], form: 'text' | 'snippet' = 'text'): string {
  const order = [...edits].sort((a, b) => b.from - a.from);
  return order.reduce((t, e) => t.slice(0, e.from) + (form === 'text' ? e.text : expand(e.snippet)) + t.slice(e.to), text);
}

/**
 * What a snippet leaves behind when every tab stop is left as it is: VS Code's rules for `${n:text}`, `${n}`, `$n` and backslashes.
 * A stop without text of its own mirrors the one that has it.
 */
export function expand(snippet: string): string {
  const texts = new Map<string, string>();
  for (const m of snippet.matchAll(/\$\{(\d+):((?:\\.|[^\\}])*)\}/g)) texts.set(m[1]!, m[2]!.replace(/\\([\\$}])/g, '$1'));
  return snippet.replace(
    /\\([\\$}])|\$\{(\d+)(?::(?:\\.|[^\\}])*)?\}|\$(\d+)|\$/g,
    (whole, escaped?: string, braced?: string, bare?: string) => {
      if (escaped !== undefined) return escaped;
      if (braced === undefined && bare === undefined) throw new Error(`a bare $ in ${snippet}: ${whole}`);
      return texts.get(braced ?? bare ?? '') ?? '';
    },
  );
}

/** The prose of every block, in order: what a fix must leave alone. */
export const prose = (text: string): string[] => doc(text).blocks.map((b) => `${b.kind}|${b.level}|${b.depth}|${b.text}`);

export const insertOf = (fixes: readonly Fix[], template: string): Fix => {
  const fix = fixes.find((f) => f.id === `insert-${template}`);
  if (!fix) throw new Error(`no insert-${template} among ${fixes.map((f) => f.id).join(', ')}`);
  return fix;
};
