/** Where a new section belongs: after the section whose role fits, else before consequences and references, else at the end. */
import type { Doc, Section, SectionRole } from '../document/types';
import { boldHeadings, type Style } from './style';

export interface Place {
  /** Start of a line, or the end of the text. */
  readonly offset: number;
  readonly level: number;
  /** Number to put before the title, e.g. `3.1`, or ''. */
  readonly number: string;
  /** A thematic break to repeat after the section, where the document separates its sections by them, else ''. */
  readonly separator: string;
}

/** Sections that close a document: whatever fits nowhere else goes before the first of them. */
const CLOSING: readonly SectionRole[] = ['consequences', 'risks', 'references', 'prior-art', 'history', 'questions'];
/** A "Context" inside one of these is the context of an option, not of the proposal. */
const ASIDE: readonly SectionRole[] = ['options', 'rejected', 'references', 'prior-art', 'history', 'non-goals', 'pros', 'cons'];

const NUMBERED = /^(\d{1,3}(?:\.\d{1,3})*)([.)]?)\s+\S/;
const numberOf = (section: Section): { parts: number[]; mark: string } | null => {
  const match = NUMBERED.exec(section.title);
  return match ? { parts: (match[1] ?? '').split('.').map(Number), mark: match[2] ?? '' } : null;
};

/** The document's title: nothing is placed beside it. */
const titleOf = (doc: Doc): Section | null => doc.sections.find((s) => s.ownRole === 'title') ?? null;

/** A heading inside a quote, callout or list ends nothing and is no place to stand. */
function standsFree(doc: Doc, section: Section): boolean {
  const block = doc.blocks[section.heading];
  if (!block || block.quoted || block.depth > 0) return false;
  const from = section.span.from;
  return /^[ \t]*(?:#{1,6}[ \t]+)?$/.test(doc.text.slice(doc.text.lastIndexOf('\n', from - 1) + 1, from));
}

/** End of a section with everything below it. */
function endOf(doc: Doc, section: Section): number {
  const next = doc.sections.find((s) => s.index > section.index && s.level <= section.level && standsFree(doc, s));
  return next ? next.span.from : doc.text.length;
}

const childrenOf = (doc: Doc, section: Section): Section[] =>
  doc.sections.filter((s) => s.parent === section.index && s.index !== section.index);

function anchorFor(doc: Doc, after: readonly SectionRole[], title: Section | null): Section | null {
  for (const role of after) {
    const found = doc.sections.find(
      (s) => s !== title && s.level > 0 && s.ownRole === role && standsFree(doc, s) && !s.path.some((r) => r !== role && ASIDE.includes(r)),
    );
    if (found) return found;
  }
  return null;
}

/** Lines that belong to the heading below them (comments, anchors) are not separated from it. */
function aboveHeading(text: string, offset: number): number {
  let at = text.lastIndexOf('\n', offset - 1) + 1;
  while (at > 0) {
    const previous = text.lastIndexOf('\n', at - 2) + 1;
    const line = text.slice(previous, at).trim();
    if (/^<a\b[^>]*>(<\/a>)?$/.test(line) || /^\[\/\/\]: # /.test(line)) at = previous;
    else if (line.endsWith('-->')) {
      // A comment may have several lines, and begins at the first opening after the end of the one before it.
      const close = text.lastIndexOf('-->', at);
      const open = text.indexOf('<!--', close > 0 ? text.lastIndexOf('-->', close - 1) + 1 : 0);
      const start = text.lastIndexOf('\n', open) + 1;
      if (open < 0 || open > close || text.slice(start, open).trim() !== '') return at;
      at = start;
    } else return at;
  }
  return at;
}

/** The thematic break that ends the section before `offset`, or ''. */
function separatorBefore(text: string, offset: number): string {
  const lines = text
    .slice(Math.max(0, offset - 200), offset)
    .trimEnd()
    .split(/\r?\n/);
  const last = lines.at(-1)?.trim() ?? '';
  const blankAbove = lines.length > 1 && (lines.at(-2) ?? '').trim() === '';
  return blankAbove && /^(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})$/.test(last) ? last : '';
}

/** Offset before a heading, with the separator to repeat. */
function before(doc: Doc, offset: number): Pick<Place, 'offset' | 'separator'> {
  if (offset >= doc.text.length) return { offset: doc.text.length, separator: '' };
  const at = aboveHeading(doc.text, offset);
  return { offset: at, separator: separatorBefore(doc.text, at) };
}

/** Where the document numbers its headings, a section after `anchor` must not take a number that is in use. */
function numbered(doc: Doc, anchor: Section, number: { parts: number[]; mark: string }): Place {
  const siblings = doc.sections.filter((s) => s.parent === anchor.parent && s.level === anchor.level);
  const later = siblings.some((s) => s.index > anchor.index && numberOf(s) !== null);
  if (!later) {
    const next = [...number.parts.slice(0, -1), (number.parts.at(-1) ?? 0) + 1];
    return { ...before(doc, endOf(doc, anchor)), level: anchor.level, number: next.join('.') + number.mark };
  }
  // As the anchor's last child: `3.1` disturbs nobody. Children without numbers stay without.
  const children = childrenOf(doc, anchor);
  const last = children.at(-1);
  const lastNumber = last ? numberOf(last) : null;
  const child = last ? (lastNumber ? [...lastNumber.parts.slice(0, -1), (lastNumber.parts.at(-1) ?? 0) + 1] : null) : [...number.parts, 1];
  const mark = lastNumber?.mark ?? (number.mark === '.' && number.parts.length > 1 ? '.' : '');
  return { ...before(doc, endOf(doc, anchor)), level: Math.min(6, anchor.level + 1), number: child ? child.join('.') + mark : '' };
}

/** An unclosed fence or comment swallows everything after it: nothing can be added at the end of such a text. */
function openEnd(doc: Doc): boolean {
  const { text } = doc;
  if (text.lastIndexOf('<!--') > text.lastIndexOf('-->')) return true;
  const last = doc.blocks.length - 1;
  const block = doc.blocks[last];
  if (block?.kind !== 'code') return false;
  const lines = text.slice(doc.blockSpan(last).from).trimEnd().split('\n');
  const opening = /^(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1];
  if (opening === undefined) return false;
  const closing = (lines.length > 1 ? (lines.at(-1) ?? '') : '').replace(/^[\s>]+/, '').trimEnd();
  return !(closing.length >= opening.length && closing === opening.charAt(0).repeat(closing.length));
}

/** Finds the place for a section, or null where the text has none; see `find`. */
export function placeFor(doc: Doc, after: readonly SectionRole[], style: Style): Place | null {
  const place = find(doc, after, style);
  return place.offset === doc.text.length && openEnd(doc) ? null : place;
}

/** Finds the place for a section that should follow one of the roles `after`, the first that the document has. */
function find(doc: Doc, after: readonly SectionRole[], style: Style): Place {
  const end: Place = { offset: doc.text.length, level: 2, number: '', separator: '' };
  if (style.bold) {
    // Bold paragraphs carry no roles here; the last one may be the references, so stand before it only if it says so.
    const last = boldHeadings(doc).at(-1);
    if (last === undefined || !/^(references|links|see also|consequences)\b/i.test(doc.blocks[last]?.text ?? '')) return end;
    return { ...end, ...before(doc, doc.blockSpan(last).from) };
  }
  const title = titleOf(doc);
  const anchor = anchorFor(doc, after, title);
  if (anchor) {
    const number = numberOf(anchor);
    if (number) return numbered(doc, anchor, number);
    return { ...before(doc, endOf(doc, anchor)), level: anchor.level, number: '' };
  }
  const levels = doc.sections.filter((s) => s.level > 0 && s !== title).map((s) => s.level);
  const level = levels.length ? Math.min(...levels) : 2;
  const main = doc.sections.filter((s) => s.level === level && s !== title && standsFree(doc, s));
  const lastNumbered = main.filter((s) => numberOf(s)).at(-1);
  if (lastNumbered) return numbered(doc, lastNumbered, numberOf(lastNumbered) ?? { parts: [0], mark: '' });
  const closing = main.find((s) => CLOSING.includes(s.ownRole));
  if (closing) return { ...before(doc, closing.span.from), level, number: '' };
  return { ...end, level };
}
