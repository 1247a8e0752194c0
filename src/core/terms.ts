/** Where the prose of a proposal uses a term of the trade that has a card. */
import { TERMS } from './cards';
import type { Doc } from './document/types';
import type { TermUse } from './types';

const word = (c: string | undefined): boolean => c !== undefined && /[A-Za-z0-9_]/.test(c);

/** Every use, in order; a word inside inline code is none. */
export function termUses(doc: Doc): TermUse[] {
  const out: TermUse[] = [];
  for (let b = 0; b < doc.blocks.length; b++) {
    const block = doc.blocks[b];
    if (!block || block.kind === 'code' || block.text === '') continue;
    const text = block.text.toLowerCase();
    if (text.length !== block.text.length) continue;
    const { code } = block;
    for (const term of TERMS)
      for (const w of term.words) {
        // Uses and ranges of code are both in order: the range that ends beyond one use is the first that can hold the next.
        let k = 0;
        for (let i = text.indexOf(w); i >= 0; i = text.indexOf(w, i + w.length)) {
          if (word(text[i - 1]) || word(text[i + w.length])) continue;
          while (k < code.length && (code[k + 1] as number) <= i) k += 2;
          if (k < code.length && i >= (code[k] as number)) continue;
          out.push({ term: term.id, span: doc.span(b, i, i + w.length) });
        }
      }
  }
  return out
    .sort((x, y) => x.span.from - y.span.from || y.span.to - x.span.to)
    .filter((t, i, all) => i === 0 || t.span.from >= (all[i - 1] as TermUse).span.to);
}
