/** Blocks of a template that nobody has filled in: what they ask for is not said yet. */
import { placeholderEnd } from '../document/marks';
import type { Block, Doc } from '../document/types';

/** A paragraph, item or row of a template that nobody has filled in: `{number}` still stands in it. */
function hasSlot(doc: Doc, block: number): boolean {
  const { from, to } = doc.blockSpan(block);
  // A brace in code is code: `{tenant}:{order}` is a key and waits for nobody to fill it in.
  const own = doc.text.slice(from, to).replace(/`[^`\n]{1,200}`/g, '');
  for (let at = own.indexOf('{'); at >= 0; at = own.indexOf('{', at + 1)) if (placeholderEnd(own, at, 0, own.length) >= 0) return true;
  return false;
}

/**
 * Which blocks are open: those with a slot, all rows of a table that has one, and a heading over one. What it found out of a table or a
 * block it keeps, so all of it together looks at no block more than three times.
 */
export function openBlocks(doc: Doc): (block: number) => boolean {
  const known = new Map<number, boolean>();
  const somewhere = doc.text.includes('{');
  const tableOf = (block: number): boolean => {
    const { table } = doc.blocks[block] as Block;
    // Tables are numbered within their chunk.
    const chunk = doc.chunkFrom[block];
    const inIt = (b: number): boolean => doc.blocks[b]?.kind === 'row' && doc.blocks[b]?.table === table && doc.chunkFrom[b] === chunk;
    let first = block;
    while (inIt(first - 1)) first--;
    let open = false;
    for (let b = first; !open && inIt(b); b++) open = hasSlot(doc, b);
    for (let b = first; inIt(b); b++) known.set(b, open);
    return open;
  };
  const underHeading = (block: number): boolean => {
    for (let b = block + 1; b < doc.blocks.length && doc.blocks[b]?.kind !== 'heading'; b++) if (hasSlot(doc, b)) return true;
    return false;
  };
  return (block) => {
    if (!somewhere) return false;
    let open = known.get(block);
    if (open === undefined) {
      const kind = doc.blocks[block]?.kind;
      open = kind === 'row' ? tableOf(block) : hasSlot(doc, block) || (kind === 'heading' && underHeading(block));
      known.set(block, open);
    }
    return open;
  };
}
