/**
 * Reads the forms that the quick fixes and snippets insert. A form says what it asks for by its heading and labels, so what a person types
 * into it needs no further words: "Limit: 300 ms at p99" under "When the old version stays" is a kill criterion. An open slot (`{hint}`) is
 * no prose, hence no proof: a template is not evidence.
 */
import { FORM_DATA } from '../generated/forms';
import type { Block, Doc } from './document/types';
import type { EvidenceKind, Span } from './types';

/** A filled slot that proves something. `from` and `to` are a range of the block's compact text. */
export interface FormProof {
  readonly kind: EvidenceKind;
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  readonly quote: string;
}

interface Form {
  readonly heading: string;
  readonly kind: EvidenceKind;
  /** `item`: "Label: value" in a list; `row`: the row headed by the label; `column`: the column under it; `line`: a paragraph that begins so. */
  readonly in: 'item' | 'row' | 'column' | 'line';
  readonly label: string;
  /** The value has to hold a digit. */
  readonly number: boolean;
}

/** Forms by their heading in lower case. */
const FORMS = new Map<string, Form[]>();
for (const form of FORM_DATA as readonly Form[]) FORMS.set(form.heading, [...(FORMS.get(form.heading) ?? []), form]);

/** Headings are compared without number and closing punctuation; a long one is none of ours. */
const bare = (title: string): string =>
  title.length > LONGEST
    ? title
    : title
        .toLowerCase()
        .replace(/^\d[\d.)]*\s+/, '')
        .replace(/[\s:]+$/, '');
const LONGEST = 120;

/** Where the value of this form stands in the block; null where the block is not of the form. */
function valueIn(form: Form, block: Block): readonly [number, number] | null {
  const text = block.text.toLowerCase();
  switch (form.in) {
    case 'item':
      return block.item && text.startsWith(`${form.label}:`) ? [form.label.length + 1, text.length] : null;
    case 'line':
      return block.kind === 'paragraph' && text.startsWith(form.label) ? [form.label.length, sentenceEnd(text, form.label.length)] : null;
    case 'row': {
      const [head, value] = block.cells;
      return block.row > 0 && head && value && text.slice(head.from, head.to).trim() === form.label ? [value.from, value.to] : null;
    }
    case 'column': {
      if (block.row <= 0) return null;
      const column = block.headers.findIndex((h) => h.toLowerCase().trim() === form.label);
      const cell = column < 0 ? undefined : block.cells.find((c) => c.column === column);
      return cell ? [cell.from, cell.to] : null;
    }
  }
}

/** End of the sentence that begins the paragraph; a full stop inside a number ends nothing. */
function sentenceEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[.!?](?:\s|$)/);
  return at < 0 ? text.length : from + at;
}

/** A value says something: a digit where one is asked for, else a word (small words that surround an open slot do not count). */
function says(value: string, number: boolean): boolean {
  if (number) return /\d/.test(value);
  return (
    /\d/.test(value) || (value.match(/\p{L}{2,}/gu) ?? []).some((w) => !/^(?:of|the|by|at|in|and|or|is|as|on|to|with|this|shows)$/i.test(w))
  );
}

/** Every filled form of the document, in document order. */
export function formProofs(doc: Doc): readonly FormProof[] {
  const found: FormProof[] = [];
  for (const section of doc.sections) {
    if (section.heading < 0) continue;
    const forms = FORMS.get(bare(section.title));
    if (!forms) continue;
    for (let i = section.firstBlock + 1; i < section.endBlock; i += 1) {
      const block = doc.blocks[i];
      if (!block || block.quoted) continue;
      for (const form of forms) {
        const range = valueIn(form, block);
        if (!range || !says(block.text.slice(range[0], range[1]), form.number)) continue;
        const [from, to] = form.in === 'item' || form.in === 'line' ? [0, range[1]] : range;
        found.push({ kind: form.kind, block: i, from, to, span: doc.span(i, from, to), quote: block.text.slice(from, to).trim() });
      }
    }
  }
  return found;
}

/** Names, in lower case, of precedents that a filled table compares with the present case: both sides of its row "Axis" say something. */
export function comparedPrecedents(doc: Doc): ReadonlySet<string> {
  const names = new Set<string>();
  for (const block of doc.blocks) {
    if (block.row <= 0 || block.quoted || block.headers.length !== 3) continue;
    const [head, name, ours] = block.headers.map((h) => h.toLowerCase().trim());
    if (head !== 'compared' || ours !== 'ours' || !name) continue;
    const [label, theirAxis, ourAxis] = block.cells.map((c) => block.text.slice(c.from, c.to));
    if (label?.toLowerCase().trim() === 'axis' && says(theirAxis ?? '', false) && says(ourAxis ?? '', false)) names.add(name);
  }
  return names;
}
