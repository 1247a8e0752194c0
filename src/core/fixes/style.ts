/** How this document writes: line ends, list markers, headings. A fix continues the author's habits. */
import type { Doc, Section } from '../document/types';

export interface Style {
  readonly eol: '\n' | '\r\n';
  readonly bullet: '-' | '*' | '+';
  /** `## Title ##` instead of `## Title`. */
  readonly closed: boolean;
  /** Underlined headings of the first two levels. */
  readonly setext: boolean;
  /** Headings are bold paragraphs; the document has no others (but maybe a title). */
  readonly bold: boolean;
}

/** The heading's line and the one below it, as they stand in the source; ['', ''] for the preamble. */
function headingLines(doc: Doc, section: Section): [string, string] {
  if (section.heading < 0) return ['', ''];
  const start = doc.text.lastIndexOf('\n', section.span.from - 1) + 1;
  const [first = '', second = ''] = doc.text.slice(start, start + 1000).split(/\r?\n/, 2);
  return [first, second];
}

const majority = (yes: number, all: number): boolean => all > 0 && yes * 2 > all;

function bulletOf(doc: Doc): Style['bullet'] {
  const counts = { '-': 0, '*': 0, '+': 0 };
  doc.blocks.forEach((block, i) => {
    if (!block.item || block.ordered) return;
    // A block's span starts at its prose or at its marker; the marker is the last one on the line before the prose.
    const at = doc.blockSpan(i).from;
    const lineStart = doc.text.lastIndexOf('\n', at - 1) + 1;
    const marker = /^[ \t>]*([-*+])[ \t]/.exec(doc.text.slice(lineStart, lineStart + 80))?.[1];
    if (marker === '-' || marker === '*' || marker === '+') counts[marker] += 1;
  });
  if (counts['*'] > counts['-'] && counts['*'] >= counts['+']) return '*';
  return counts['+'] > counts['-'] ? '+' : '-';
}

/** Paragraphs that are bold from end to end, used as headings. Block indices. */
export function boldHeadings(doc: Doc): number[] {
  const found: number[] = [];
  doc.blocks.forEach((block, i) => {
    const [from, to] = block.strong;
    if (block.kind !== 'paragraph' || block.depth > 0 || block.quoted || from === undefined || to === undefined) return;
    // `**Context**` and `**Context**:` are headings, `**Note** that ...` is not.
    if (from === 0 && block.text.length - to <= 1 && block.strong.length === 2 && block.text.length < 60) found.push(i);
  });
  return found;
}

/** The document's style, by majority; for an empty document the most usual one. */
export function styleOf(doc: Doc): Style {
  const headings = doc.sections.filter((s) => s.level > 0);
  const lines = headings.map((s) => headingLines(doc, s));
  const atx = lines.filter(([h]) => /^\s{0,3}#/.test(h));
  const shallow = headings.filter((s) => s.level <= 2);
  const below = headings.filter((s) => s.ownRole !== 'title');
  return {
    eol: doc.text.includes('\r\n') ? '\r\n' : '\n',
    bullet: bulletOf(doc),
    closed: majority(atx.filter(([h]) => h.length < 200 && /[^#\s].*[ \t]#+[ \t]*$/.test(h)).length, atx.length),
    setext: majority(lines.filter(([h, below]) => !/^\s{0,3}#/.test(h) && /^\s{0,3}(=+|-+)\s*$/.test(below)).length, shallow.length),
    bold: below.length === 0 && boldHeadings(doc).length > 1,
  };
}

/** A heading line (or two) without the line end after it. */
export function headingText(title: string, level: number, style: Style): string {
  if (style.bold) return `**${title}**`;
  if (style.setext && level <= 2) return `${title}${style.eol}${(level === 1 ? '=' : '-').repeat(title.length)}`;
  const marks = '#'.repeat(level);
  return style.closed ? `${marks} ${title} ${marks}` : `${marks} ${title}`;
}
