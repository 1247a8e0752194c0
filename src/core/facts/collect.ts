/** Walks the document once and gathers every sentence with what it says and where it stands. */
import type { Block, Doc } from '../document/types';
import type { Vocabulary } from '../words/reading';
import type { Located } from './located';
import { putIn, samePlace, sectionPlace, type Place, type SectionPlace } from './place';
import { factsOf, type BlockFacts, type FactCache } from './said';

export function collect(doc: Doc, vocabulary: Vocabulary, cache: FactCache): Located[] {
  const out: Located[] = [];
  const { blocks, sections, sectionOf } = doc;
  const places: SectionPlace[] = [];
  for (const section of sections)
    places.push(sectionPlace(doc, section, section.parent >= 0 ? (places[section.parent] as SectionPlace) : null, vocabulary, cache));
  let tableNames = 0;
  let table = -1;
  let chunk = -1;
  let head: BlockFacts | null = null;
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as Block;
    const facts = factsOf(block, vocabulary, cache);
    if (facts.said.length === 0) continue;
    const number = sectionOf[b] as number;
    const section = places[number];
    if (!section) continue;
    const leading = doc.leadOf[b] as number;
    const next = blocks[b + 1];
    const row = block.kind === 'row';
    if (row && (block.table !== table || (doc.chunkFrom[b] as number) !== chunk)) {
      table = block.table;
      chunk = doc.chunkFrom[b] as number;
      tableNames = namesOfTable(doc, b, vocabulary, cache);
      head = block.row === 0 ? facts : null;
    }
    const place: Place = {
      section,
      leadRole: leading >= 0 ? (doc.leadRole[b] ?? null) : null,
      lead: leading >= 0 ? factsOf(blocks[leading] as Block, vocabulary, cache) : null,
      head: row && block.row > 0 ? head : null,
      introduced: facts.leads && next !== undefined && sectionOf[b + 1] === number && introducesFigures(doc, b, vocabulary, cache),
      compared: row && tableNames > 1,
      first: b === 0,
      block: b,
      number,
    };
    if (facts.placed === null || !samePlace(facts.placed.place, place)) facts.placed = { place, list: putIn(block, facts, place) };
    else if (facts.placed.place.block !== b || facts.placed.place.number !== number)
      facts.placed = { place, list: facts.placed.list.map((l) => ({ ...l, c: { ...l.c, block: b, section: number } })) };
    for (const located of facts.placed.list) out.push(located);
  }
  return out;
}

/** How many technologies a table compares, in its header or its first column. */
function namesOfTable(doc: Doc, b: number, vocabulary: Vocabulary, cache: FactCache): number {
  const head = doc.blocks[b] as Block;
  const across = new Set(factsOf(head, vocabulary, cache).names);
  const down = new Set<string>();
  // Tables are numbered within their chunk: the first one of the next chunk has the same number.
  const inIt = (i: number): boolean => {
    const block = doc.blocks[i];
    return block?.kind === 'row' && block.table === head.table && doc.chunkFrom[i] === doc.chunkFrom[b];
  };
  for (let i = b + 1; i < b + 40 && inIt(i); i++)
    for (const x of factsOf(doc.blocks[i] as Block, vocabulary, cache).said) if (x.s.column === 0) for (const n of x.names) down.add(n);
  return Math.max(across.size, down.size);
}

/** Figures in the list, table or code block that a sentence ending in a colon introduces. */
function introducesFigures(doc: Doc, b: number, vocabulary: Vocabulary, cache: FactCache): boolean {
  const start = doc.blocks[b + 1] as Block;
  for (let i = b + 1; i < doc.blocks.length && i < b + 16; i++) {
    const block = doc.blocks[i] as Block;
    if (doc.sectionOf[i] !== doc.sectionOf[b]) break;
    if (start.kind === 'row' ? block.kind !== 'row' : start.list >= 0 ? block.list !== start.list : i > b + 1) break;
    if (block.kind === 'code')
      return /\d\s?(?:ms|s|x|%|MB|GB|KB|rps)\b/i.test(doc.text.slice(doc.blockSpan(i).from, doc.blockSpan(i).from + 2000));
    if (factsOf(block, vocabulary, cache).figures) return true;
  }
  return false;
}
