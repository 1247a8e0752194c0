/** What a block says whatever stands around it: its sentences with their names and intents. Blocks are read once and kept by identity. */
import type { Block } from '../document/types';
import { readBlock, type Sentence, type Vocabulary } from '../words/reading';
import { intentsOf, namesIn, type Intent } from './intent';
import type { Located } from './located';
import type { Place, SectionPlace } from './place';

/** So many symbols of a heading, a lead-in or a header are looked at. */
export const MOST_SYMBOLS = 12;
export const NO_NAMES: readonly string[] = [];
export const NO_SYMBOLS = new Uint16Array(0);
const NO_INTENTS: readonly Intent[] = [];

/** What a sentence says whatever stands around it. */
export interface Said {
  readonly s: Sentence;
  readonly block: Block;
  readonly intents: readonly Intent[];
  readonly names: readonly string[];
  /** Those of them that are languages or runtimes. */
  readonly langs: readonly string[];
  /** What its own features weigh, made when first asked for. */
  own: Float32Array | null;
}

/** What a block says whatever stands around it. */
export interface BlockFacts {
  readonly said: readonly Said[];
  readonly figures: boolean;
  /** Ends with a colon: introduces what follows. */
  readonly leads: boolean;
  /** All names in it, each once, in the order of their first appearance. */
  readonly names: readonly string[];
  /** The first symbols of it. */
  readonly symbols: Uint16Array;
  /** Of a header of a table: what its cells say, by column. Made when first asked for. */
  columns: ReadonlyMap<number, Said> | null;
  /** Its sentences in their place, and what that place was made of: as long as it is the same, they are the same objects. */
  placed: { readonly place: Place; readonly list: readonly Located[] } | null;
}

/** Facts by block object: blocks survive edits elsewhere as the same object. Belongs to one session. */
export interface FactCache {
  readonly blocks: WeakMap<Block, BlockFacts>;
  /** By heading: what the section below it lends to its sentences. */
  readonly sections: WeakMap<Block, SectionPlace>;
  preamble: SectionPlace | null;
}

export const newCache = (): FactCache => ({ blocks: new WeakMap(), sections: new WeakMap(), preamble: null });

export function factsOf(block: Block, vocabulary: Vocabulary, cache: FactCache): BlockFacts {
  const known = cache.blocks.get(block);
  if (known) return known;
  const sentences = readBlock(block, vocabulary);
  const heading = block.kind === 'heading';
  const said = sentences.map((s) => say(s, block, heading));
  const facts: BlockFacts = {
    said,
    figures: sentences.some((s) => s.carried),
    leads: block.text.charCodeAt(block.text.length - 1) === 58,
    names: collectNames(said),
    symbols: sentences.length === 0 ? NO_SYMBOLS : (sentences[0] as Sentence).symbols.subarray(0, MOST_SYMBOLS),
    columns: null,
    placed: null,
  };
  cache.blocks.set(block, facts);
  return facts;
}

/** Each name once: every sentence below a heading goes through the names of the heading. */
function collectNames(said: readonly Said[]): readonly string[] {
  let first = NO_NAMES;
  let all: Set<string> | null = null;
  for (const { names } of said) {
    if (names.length === 0) continue;
    if (first.length === 0) first = names;
    else {
      all ??= new Set(first);
      for (const name of names) all.add(name);
    }
  }
  return all === null ? first : [...all];
}

/** What the cells of a header say, by column. A long cell is cut into pieces: its first one counts. */
export function columnsOf(head: BlockFacts): ReadonlyMap<number, Said> {
  if (head.columns !== null) return head.columns;
  const columns = new Map<number, Said>();
  for (const x of head.said) if (!columns.has(x.s.column)) columns.set(x.s.column, x);
  head.columns = columns;
  return columns;
}

function say(s: Sentence, block: Block, heading: boolean): Said {
  if (s.named.length === 0) return { s, block, intents: NO_INTENTS, names: NO_NAMES, langs: NO_NAMES, own: null };
  const named = namesIn(s);
  const pick = (ok: (cls: string) => boolean): readonly string[] => [...new Set(named.filter((n) => ok(n.cls)).map((n) => n.name))];
  return {
    s,
    block,
    intents: intentsOf(s, heading),
    names: pick(() => true),
    langs: pick((c) => c === 'lang' || c === 'runtime'),
    own: null,
  };
}

/** A title that stands in front matter alone, read as a heading would be. */
export function readTitle(text: string, vocabulary: Vocabulary): readonly Said[] {
  const block: Block = {
    kind: 'heading',
    from: 0,
    to: text.length,
    text,
    runs: new Int32Array(2),
    code: [],
    strong: [],
    links: [],
    depth: 0,
    list: -1,
    item: false,
    ordered: false,
    task: null,
    quoted: false,
    callout: false,
    level: 1,
    table: -1,
    row: -1,
    cells: [],
    headers: [],
    language: '',
    contentFrom: 0,
    contentTo: 0,
  };
  return factsOf(block, vocabulary, newCache()).said;
}
