/**
 * Directives that accept a finding with a reason. The form depends on where the finding stands, because a comment in the wrong place breaks
 * the document: a line of its own before a paragraph, heading or fence; at the end of the line in a list item, where a line of its own would
 * split the list, and further down in a paragraph; around the whole table for a row, where nothing else is allowed. MDX has no HTML comments: there only front matter serves.
 */
import type { Block, Doc } from '../document/types';
import type { Edit, Fix, Span } from '../types';
import { blockAt, lineEnd } from './insert';
import { escapeSnippet, tabStop } from './render';

const REASON = 'reason';
const eolOf = (doc: Doc): string => (doc.text.includes('\r\n') ? '\r\n' : '\n');

/** An insertion with one tab stop for the reason. */
function insertion(offset: number, head: string, tail: string): Edit {
  return {
    from: offset,
    to: offset,
    text: `${head}{${REASON}}${tail}`,
    snippet: escapeSnippet(head) + tabStop(1, REASON) + escapeSnippet(tail),
  };
}

/** Nothing may stand before a byte order mark. */
const textStart = (text: string): number => (text.charCodeAt(0) === 0xfeff ? 1 : 0);
const lineStart = (text: string, offset: number): number =>
  Math.max(offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, textStart(text));

/** What containers put before the prose of a line: indentation and quote marks, without list markers. */
const prefixOf = (text: string, start: number): string => /^[ \t>]*/.exec(text.slice(start, start + 80))?.[0] ?? '';

function beforeBlock(doc: Doc, rule: string, from: number): Fix {
  const start = lineStart(doc.text, from);
  const prefix = prefixOf(doc.text, start);
  // Four spaces and more would make the comment a code block of its own.
  const lead = prefix.includes('>') ? prefix : prefix.slice(0, 3);
  const edit = insertion(start, `${lead}<!-- fast-enough-disable-next-line ${rule}: `, ` -->${eolOf(doc)}`);
  return { id: 'suppress-next-line', title: `Accept ${rule} here, with a reason`, applicability: 'suppress', edits: [edit] };
}

function atLineEnd(doc: Doc, rule: string, from: number): Fix {
  const end = lineEnd(doc.text, from);
  // Before the marks of a hard line break, which have to stay the last thing on the line.
  const start = lineStart(doc.text, from);
  const line = doc.text.slice(start, end).trimEnd();
  const offset = start + (/(?:^|[^\\])(?:\\\\)*\\$/.test(line) ? line.length - 1 : line.length);
  const edit = insertion(offset, ` <!-- fast-enough-disable-line ${rule}: `, ' -->');
  return { id: 'suppress-line', title: `Accept ${rule} here, with a reason`, applicability: 'suppress', edits: [edit] };
}

/** First and last block of the table that holds block `i`: the rows of one table of one chunk. */
function tableOf(doc: Doc, i: number): [number, number] {
  const same = (other: number): boolean => {
    const block = doc.blocks[other];
    return block?.kind === 'row' && block.table === doc.blocks[i]?.table && doc.chunkFrom[other] === doc.chunkFrom[i];
  };
  let first = i;
  let last = i;
  while (same(first - 1)) first -= 1;
  while (same(last + 1)) last += 1;
  return [first, last];
}

function aroundTable(doc: Doc, rule: string, i: number): Fix {
  const eol = eolOf(doc);
  const [first, last] = tableOf(doc, i);
  const start = lineStart(doc.text, doc.blockSpan(first).from);
  const prefix = prefixOf(doc.text, start);
  const end = lineEnd(doc.text, doc.blockSpan(last).to - 1);
  // A table takes every following line for a row, so the closing comment stands after a blank line.
  const blank = `${prefix.trimEnd()}${eol}`;
  const lead = doc.text.slice(0, end).endsWith('\n') ? '' : eol;
  const close = `${lead}${blank}${prefix}<!-- fast-enough-enable ${rule} -->${eol}`;
  const edits = [
    insertion(start, `${prefix}<!-- fast-enough-disable ${rule}: `, ` -->${eol}${blank}`),
    { from: end, to: end, text: close, snippet: escapeSnippet(close) },
  ];
  return { id: 'suppress-block', title: `Accept ${rule} in this table, with a reason`, applicability: 'suppress', edits };
}

/** A block inside a list, also a second paragraph or a fence of an item. */
const inList = (block: Block | undefined): boolean => block !== undefined && block.depth > 0;

/** The fix that accepts the finding where it stands. Null in MDX, which has no comments that this tool reads, and in front matter. */
export function suppressHere(doc: Doc, rule: string, span: Span, mdx: boolean): Fix | null {
  if (mdx || (doc.frontMatter && span.from < doc.frontMatter.span.to)) return null;
  const i = blockAt(doc, span.from);
  const block = doc.blocks[i];
  // Raw HTML goes on until a blank line, so a comment of ours would end up in it.
  if (block?.kind === 'html') return null;
  if (block?.kind === 'row') return aroundTable(doc, rule, i);
  if (block?.kind === 'code' && !inList(block)) return beforeBlock(doc, rule, doc.blockSpan(i).from);
  if (inList(block)) {
    // Inside a fence the comment would be code; the file form remains.
    return block?.kind === 'code' ? null : atLineEnd(doc, rule, span.from);
  }
  // "Next line" means one line: further down in a wrapped paragraph the comment goes to the end of the line that the finding is on.
  const first = i < 0 ? span.from : doc.blockSpan(i).from;
  const start = lineStart(doc.text, first);
  // A line without the quote mark that still belongs to the quote above it would be cut off from it.
  const lazy =
    start > 0 && /^[ \t]*>/.test(doc.text.slice(lineStart(doc.text, start - 1), start)) && !prefixOf(doc.text, start).includes('>');
  return start === lineStart(doc.text, span.from) && !lazy ? beforeBlock(doc, rule, first) : atLineEnd(doc, rule, span.from);
}

/** The fix that accepts the rule in the whole file: in YAML front matter where there is some (or in MDX), else as a comment on top. */
export function suppressFile(doc: Doc, rule: string, mdx: boolean): Fix | null {
  const eol = eolOf(doc);
  const fix = (edit: Edit): Fix => ({
    id: 'suppress-file',
    title: `Accept ${rule} in this file, with a reason`,
    applicability: 'suppress',
    edits: [edit],
  });
  const matter = doc.frontMatter;
  if (matter?.format === 'yaml' && matter.problem === null) {
    const source = doc.text.slice(matter.span.from, matter.span.to);
    const key = /^fast-enough-disable:[ \t]*(\r?\n)/m.exec(source);
    if (key) {
      const at = matter.span.from + key.index + key[0].length;
      const indent = /^[ \t]+/.exec(doc.text.slice(at, at + 40))?.[0] ?? '  ';
      return fix(insertion(at, `${indent}${rule}: "`, `"${eol}`));
    }
    // Another spelling of the key (a flow mapping, a list) is the author's to extend.
    if (Object.hasOwn(matter.data, 'fast-enough-disable')) return null;
    const close = source.trimEnd().lastIndexOf('\n') + 1;
    return fix(insertion(matter.span.from + close, `fast-enough-disable:${eol}  ${rule}: "`, `"${eol}`));
  }
  if (mdx) {
    if (matter) return null;
    return fix(insertion(textStart(doc.text), `---${eol}fast-enough-disable:${eol}  ${rule}: "`, `"${eol}---${eol}${eol}`));
  }
  const at = matter ? matter.span.to : textStart(doc.text);
  const below = doc.text.slice(at);
  const lead = /^\s*\r?\n/.exec(below)?.[0] ?? '';
  const offset = matter ? at + lead.length : at;
  const head = matter && lead === '' ? eol : '';
  return fix(insertion(offset, `${head}<!-- fast-enough-disable-file ${rule}: `, ` -->${eol}${eol}`));
}
