/** Inserting a template: as a section in the document's own style, or as a block right after the claim that it answers. */
import type { Doc, SectionRole } from '../document/types';
import type { Edit, Fix, Span } from '../types';
import { placeFor } from './place';
import { render, reopen, escapeSnippet, type Rendered } from './render';
import { headingText, styleOf, type Style } from './style';
import type { TemplateValues } from './values';

/** A template as compiled from `src/content/templates`. */
export interface Template {
  readonly id: string;
  /** Title of the fix, e.g. `Insert SLO section`. */
  readonly title: string;
  /** Rules whose findings it answers. */
  readonly closes: readonly string[];
  readonly heading: string;
  readonly place: 'section' | 'after-block';
  readonly after: readonly SectionRole[];
  /** Slot that gets the first tab stop, where that is not the first in reading order. */
  readonly first?: string;
  readonly body: string;
}

/** Applies `change` to both forms. */
const both = (r: Rendered, change: (s: string) => string): Rendered => ({ text: change(r.text), snippet: change(r.snippet) });
const wrap = (head: string, r: Rendered, tail: string): Rendered => ({
  text: head + r.text + tail,
  snippet: escapeSnippet(head) + r.snippet + escapeSnippet(tail),
});

function inStyle(template: Template, values: TemplateValues, style: Style): Rendered {
  return both(render(template.body, values, template.first), (s) => s.replace(/^- /gm, `${style.bullet} `).replaceAll('\n', style.eol));
}

/** What has to stand before and after an insertion at a line start (or the end of the text) so that blank lines surround it. */
function padding(text: string, offset: number, eol: string): { head: string; tail: string } {
  const above = text.slice(0, offset);
  const below = text.slice(offset);
  const head = above.trim() === '' || /\n[ \t]*\r?\n$/.test(above) ? '' : above.endsWith('\n') ? eol : eol + eol;
  const tail = below === '' || /^[ \t]*\r?\n/.test(below) ? eol : eol + eol;
  return { head, tail };
}

/** Titles are compared without number, mark-up and letter case; a long one is none of ours. */
const bare = (title: string): string =>
  title.length > LONGEST
    ? title
    : title
        .replace(/^[\d.)\s]+/, '')
        .replace(/[\s:]+$/, '')
        .toLowerCase();
const LONGEST = 120;

/** The section a former use of this template left behind (also as a bold paragraph): its body, or null. */
function existing(doc: Doc, template: Template): Span | null {
  const section = doc.sections.find((s) => s.level > 0 && bare(s.title) === bare(template.heading));
  if (section) return section.span;
  const bold = doc.blocks.findIndex((b) => b.kind === 'paragraph' && b.strong[0] === 0 && bare(b.text) === bare(template.heading));
  return bold < 0 ? null : { from: doc.blockSpan(bold).from, to: doc.text.length };
}

/** Leads to the slots that are still open in `span`: the text stays as it is, the snippet makes them tab stops. */
function fillIn(doc: Doc, template: Template, span: Span): Fix | null {
  const text = doc.text.slice(span.from, span.to);
  const snippet = reopen(text);
  if (snippet === null) return null;
  const title = `Fill in “${template.heading || 'Compared'}”`;
  return { id: `fill-${template.id}`, title, applicability: 'template', edits: [{ from: span.from, to: span.to, text, snippet }] };
}

const asFix = (template: Template, edit: Edit): Fix => ({
  id: `insert-${template.id}`,
  title: template.title,
  applicability: 'template',
  edits: [edit],
});

/** The fix that inserts `template` as a section; a second time it leads to the open slots of the first. Null where nothing is to be done. */
export function sectionFix(doc: Doc, template: Template, values: TemplateValues): Fix | null {
  const found = existing(doc, template);
  if (found) return fillIn(doc, template, found);
  const style = styleOf(doc);
  const place = placeFor(doc, template.after, style);
  if (!place) return null;
  const title = place.number ? `${place.number} ${template.heading}` : template.heading;
  const head = headingText(title, place.level, style) + style.eol + style.eol;
  const separator = place.separator ? style.eol + style.eol + place.separator : '';
  const pad = padding(doc.text, place.offset, style.eol);
  const inserted = wrap(pad.head + head, inStyle(template, values, style), separator + pad.tail);
  return asFix(template, { from: place.offset, to: place.offset, ...inserted });
}

/** The block that holds `offset`, or -1. */
export function blockAt(doc: Doc, offset: number): number {
  for (let i = doc.blocks.length - 1; i >= 0; i -= 1) {
    const span = doc.blockSpan(i);
    if (span.from <= offset && offset < span.to) return i;
  }
  return -1;
}

/** End of the line that holds `offset`, line end included. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

/** The first offset at which a new top-level block can stand after the block of `offset`: behind the whole list, table or quote. */
function afterTopLevel(doc: Doc, offset: number): number {
  const { text } = doc;
  let at = lineEnd(text, offset);
  // A blank line ends a paragraph, a table and a lazy quote; lists go on over blank lines while the next line is indented or an item.
  while (at < text.length) {
    const line = text.slice(at, lineEnd(text, at));
    if (line.trim() === '') {
      const next = text.slice(at).search(/\S/);
      if (next < 0) break;
      const start = text.lastIndexOf('\n', at + next) + 1;
      if (!/^(?:[ \t]+\S|[-*+][ \t]|\d{1,9}[.)][ \t]|>)/.test(text.slice(start, start + 40))) break;
      at = start;
    }
    // The underline of a setext heading goes with it, a following heading does not.
    else if (/^ {0,3}#{1,6}[ \t]/.test(line)) break;
    at = lineEnd(text, at);
  }
  return at;
}

/** The fix that inserts `template` as a block right after the top-level block of `span`; null where it already stands there. */
export function blockFix(doc: Doc, template: Template, values: TemplateValues, span: Span): Fix | null {
  const offset = afterTopLevel(doc, span.to - 1);
  const style = styleOf(doc);
  const rendered = inStyle(template, values, style);
  const firstCell = template.body.slice(0, template.body.indexOf('|', 1) + 1);
  const near = doc.text.slice(offset).search(/\S/);
  if (near >= 0 && firstCell !== '' && doc.text.startsWith(firstCell, offset + near)) {
    const from = offset + near;
    return fillIn(doc, template, { from, to: afterTopLevel(doc, from) });
  }
  const pad = padding(doc.text, offset, style.eol);
  return asFix(template, { from: offset, to: offset, ...wrap(pad.head, rendered, pad.tail) });
}
