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

/** What a snippet leaves behind when every tab stop is left as it is: VS Code's rules for `${n:text}`, `$n` and backslashes. */
export function expand(snippet: string): string {
  let out = '';
  let depth = 0;
  for (let i = 0; i < snippet.length; i += 1) {
    const c = snippet.charAt(i);
    if (c === '\\' && '\\$}'.includes(snippet.charAt(i + 1))) out += snippet.charAt((i += 1));
    else if (c === '$') {
      const stop = /^\$(?:(\d+)|\{(\d+)(:?))/.exec(snippet.slice(i));
      if (!stop) throw new Error(`a bare $ in the snippet at ${i}: ${snippet.slice(i, i + 20)}`);
      i += stop[0].length - 1;
      if (stop[3] === ':') depth += 1;
    } else if (c === '}' && depth > 0) depth -= 1;
    else out += c;
  }
  if (depth !== 0) throw new Error('a tab stop is not closed');
  return out;
}

/** The prose of every block, in order: what a fix must leave alone. */
export const prose = (text: string): string[] => doc(text).blocks.map((b) => `${b.kind}|${b.level}|${b.depth}|${b.text}`);

export const insertOf = (fixes: readonly Fix[], template: string): Fix => {
  const fix = fixes.find((f) => f.id === `insert-${template}`);
  if (!fix) throw new Error(`no insert-${template} among ${fixes.map((f) => f.id).join(', ')}`);
  return fix;
};
