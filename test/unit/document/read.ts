/** Short ways to say what a document reads as. */
import { parseDocument, type Block, type Doc } from '../../../src/core/document/index';

export const read = (...lines: string[]): Doc => parseDocument(lines.join('\n'));

/** Compact text of every block that has any. */
export const texts = (...lines: string[]): string[] =>
  read(...lines)
    .blocks.map((block) => block.text)
    .filter((text) => text !== '');

/** Compact text of a source that is one block. */
export function text(source: string): string {
  const found = texts(source);
  if (found.length > 1) throw new Error(`more than one block: ${JSON.stringify(found)}`);
  return found[0] ?? '';
}

/** Kind, nesting and text of each block, as one line. */
export function outline(doc: Doc): string[] {
  return doc.blocks.map((block) => {
    const marks = [
      block.level > 0 ? block.level : '',
      block.depth > 0 ? `/${block.depth}${block.ordered ? 'o' : ''}${block.item ? '*' : ''}` : '',
      block.quoted ? '>' : '',
      block.callout ? '!' : '',
      block.task === null ? '' : block.task ? '[x]' : '[ ]',
      block.language === '' ? '' : `(${block.language})`,
    ];
    return `${block.kind}${marks.join('')} ${block.text}`.trimEnd();
  });
}

/** The ranges given as pairs, as the text they cover. */
export const covered = (block: Block, pairs: readonly number[]): string[] =>
  pairs.filter((_, k) => k % 2 === 0).map((from, k) => block.text.slice(from, pairs[2 * k + 1]));

/** The source under a phrase of the document's compact text. */
export function sourceOf(doc: Doc, phrase: string): string {
  for (let b = 0; b < doc.blocks.length; b++) {
    const at = (doc.blocks[b] as Block).text.indexOf(phrase);
    if (at < 0) continue;
    const { from, to } = doc.span(b, at, at + phrase.length);
    return doc.text.slice(from, to);
  }
  throw new Error(`no block says ${phrase}`);
}
