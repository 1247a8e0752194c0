/**
 * Features of the model as numbers: what kind of feature (a template) and one or two things that it speaks of. The same numbers are made
 * while the model is fitted and while it is used, by the same code.
 */

/** How many symbols, classes or flags a key can tell apart. */
export const ROOM = 1 << 13;

/** The templates of sentences: what each is made of, and the name it has in the table of weights. */
export const SENTENCE = [
  'w', // symbol
  'b', // symbol, the symbol after it
  'c', // lexicon class
  'nc', // lexicon class, negated
  'cc', // two lexicon classes
  'q', // symbol of a quantity
  'qc', // symbol of a quantity, lexicon class
  'k', // flag
  'ck', // lexicon class, flag
  'qk', // symbol of a quantity, flag
  'r', // role of the section or lead-in
  'rp', // role of a section above
  'l', // role of the lead-in
  'h', // symbol in the heading
  'hp', // symbol in the heading above that
  'lw', // symbol in the lead-in
  'th', // symbol in the column's header
  'rh', // symbol in the first cell of the row
  'cr', // lexicon class, role
  'qr', // symbol of a quantity, role
  'qh', // symbol of a quantity, symbol in the heading
  'qth', // symbol of a quantity, symbol in the column's header
  'pc', // lexicon class in the sentence before
  'nx', // lexicon class in the sentence after
  's', // side of a name in the sentence
  'bs', // symbol, the side of the name after it
  'sb', // side of a name, the symbol after it
  'cs', // lexicon class, side of a name in the sentence
] as const;

/** The templates of whole documents. */
export const DOCUMENT = [
  't', // symbol in the title
  'tb', // symbol in the title, the symbol after it
  'tc', // lexicon class in the title
  'ti', // verb of an intent in the title
  'hd', // symbol in a heading
  'hc', // lexicon class in a heading
  'd', // symbol anywhere
  'da', // symbol where arguments stand
  'de', // symbol in the first blocks
  'dc', // lexicon class anywhere
  'dcr', // lexicon class, role
  'dr', // role of a section
  'i', // verb of an intent
  'ir', // verb of an intent, role
  'in', // verb of an intent, kind of name
  'n', // bucket of a count
] as const;

const indices = <T extends string>(names: readonly T[]): Readonly<Record<T, number>> =>
  Object.fromEntries(names.map((name, i) => [name, i * ROOM * ROOM])) as Record<T, number>;

/** Templates of sentences and of documents, ready to be added to: `S.b + first * ROOM + second`. */
export const S = indices(SENTENCE);
export const D = indices(DOCUMENT);

/** What a sentence or its place is like, beside its words. */
export const FLAGS = [
  'paragraph',
  'item',
  'row',
  'heading',
  'html',
  'task',
  'done',
  'quoted',
  'callout',
  'head row',
  'first column',
  'question',
  'colon',
  'one to three',
  'to eight',
  'to sixteen',
  'to thirty',
  'longer',
  'carried',
  'carried beside',
  'not carried',
  'introduces figures',
  'option taken',
  'option left',
  'under a company',
  'first block',
  'deep',
  'compared',
] as const;
export type Flag = (typeof FLAGS)[number];
export const flag = (name: Flag): number => FLAGS.indexOf(name);

/** A growing list of keys. */
export class Keys {
  count = 0;
  list = new Int32Array(1 << 9);

  put(key: number): void {
    if (this.count === this.list.length) {
      const longer = new Int32Array(this.count * 2);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.count++] = key;
  }

  clear(): void {
    this.count = 0;
  }
}
