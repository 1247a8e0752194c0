/** Walks the document once and gathers every sentence with what it says and where it stands. Blocks are read once and kept by identity. */
import type { Block, Doc, Section, SectionRole } from '../document/types';
import { flag } from '../model/keys';
import { roleNumber, type Standing } from '../model/sentence';
import { has, mask } from '../words/lexicon';
import { readBlock, type Sentence, type Vocabulary } from '../words/reading';
import type { Context } from './context';
import { intentsOf, namesIn, type Intent } from './intent';

const LONGEST_TITLE = 200;
/** So many symbols of a heading, a lead-in or a header are looked at. */
const MOST_SYMBOLS = 12;

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

const NO_NAMES: readonly string[] = [];
const NO_SYMBOLS = new Uint16Array(0);
const NO_INTENTS: readonly Intent[] = [];

/** What a sentence adds to the features of its document. */
export interface Share {
  /** Rows of the document model's table. */
  readonly rows: Int32Array;
  /** What it adds to the counts of the document; null where nothing. */
  readonly counted: Float32Array | null;
}

/** What is worked out of a sentence in its place when first asked for, and kept as long as it stands there. */
export interface Memo {
  /** The sums of all its weights, and what they were made for: the sentences beside it and the sides of the names. */
  sums: Float32Array | null;
  /** A bit for every label whose sum is above its threshold. */
  held: number;
  before: Sentence | null;
  after: Sentence | null;
  sides: string;
  /** By what its block is in the document (its title, one of its first blocks), see `proposal/features.ts`. */
  readonly shares: Share[];
  /** See `perPlace`. */
  readonly kept: unknown[];
}

/** A sentence in its place. */
export interface Located extends Omit<Said, 'block' | 'own'> {
  readonly said: Said;
  readonly c: Context;
  readonly at: Standing;
  /** A cell of a table whose first column or header names several technologies. */
  readonly compared: boolean;
  readonly memo: Memo;
}

let keepers = 0;

/**
 * A function of a sentence in its place and of nothing else, whose result is kept with the sentence: while somebody types elsewhere in the
 * document it is not worked out again. It may not look at the numbers of blocks and sections, which move. The result must be neither null
 * nor undefined.
 */
export function perPlace<T extends NonNullable<unknown>>(make: (l: Located) => T): (l: Located) => T {
  const slot = keepers++;
  return (l) => (l.memo.kept[slot] ??= make(l)) as T;
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
function columnsOf(head: BlockFacts): ReadonlyMap<number, Said> {
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

/** What a section lends to the sentences below its heading. The same object as long as none of it changes. */
export interface SectionPlace {
  readonly role: SectionRole;
  readonly level: number;
  readonly path: readonly SectionRole[];
  readonly above: SectionPlace | null;
  /** Lower-case, at most so many characters: titles are read by patterns, and nobody's title is longer. */
  readonly title: string;
  /** The nearest heading that names something says what is under discussion; the title of the document says it of everything. */
  readonly option: readonly string[];
  /** Stands under the name of a company or project. */
  readonly others: boolean;
  readonly symbols: Uint16Array;
  readonly roles: readonly number[];
  /** How sentences stand in it, see `standingIn`. */
  readonly standings: {
    readonly lead: BlockFacts | null;
    readonly leadRole: SectionRole | null;
    readonly marks: number;
    readonly carried: number;
    readonly at: Standing;
  }[];
}

function sectionPlace(doc: Doc, section: Section, above: SectionPlace | null, vocabulary: Vocabulary, cache: FactCache): SectionPlace {
  const heading = section.heading >= 0 ? (doc.blocks[section.heading] as Block) : null;
  const known = heading === null ? cache.preamble : cache.sections.get(heading);
  if (
    known &&
    known.above === above &&
    known.role === section.role &&
    known.level === section.level &&
    known.path.length === section.path.length &&
    known.path.every((role, i) => role === section.path[i])
  )
    return known;
  const facts = heading === null ? null : factsOf(heading, vocabulary, cache);
  const inherits = above !== null && section.level > 2;
  const own = facts?.names ?? NO_NAMES;
  const place: SectionPlace = {
    role: section.role,
    level: section.level,
    path: section.path,
    above,
    title: section.title.slice(0, LONGEST_TITLE).toLowerCase(),
    option: section.level === 1 ? NO_NAMES : own.length > 0 ? own : inherits ? above.option : NO_NAMES,
    others: section.level > 1 && heading !== null && opensWithCompany(heading, facts as BlockFacts),
    symbols: facts?.symbols ?? NO_SYMBOLS,
    roles: section.path.map(roleNumber),
    standings: [],
  };
  if (heading === null) cache.preamble = place;
  else cache.sections.set(heading, place);
  return place;
}

/** What a block's sentences take from the place where they stand. */
interface Place {
  readonly section: SectionPlace;
  readonly leadRole: SectionRole | null;
  readonly lead: BlockFacts | null;
  readonly head: BlockFacts | null;
  readonly introduced: boolean;
  readonly compared: boolean;
  readonly first: boolean;
  /** These move with the block and change nothing of what it says. */
  readonly block: number;
  readonly number: number;
}

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

/** Numbers of blocks and sections aside. */
const samePlace = (a: Place, b: Place): boolean =>
  a.section === b.section &&
  a.leadRole === b.leadRole &&
  a.lead === b.lead &&
  a.head === b.head &&
  a.introduced === b.introduced &&
  a.compared === b.compared &&
  a.first === b.first;

const CARRIED = flag('carried');
const BESIDE = flag('carried beside');
const FREE = flag('not carried');
const INTRODUCES = flag('introduces figures');
const OTHERS = flag('under a company');
const FIRST = flag('first block');
const COMPARED = flag('compared');
const DISCUSSED = 3;

function putIn(block: Block, facts: BlockFacts, place: Place): Located[] {
  const { section, leadRole, lead, head } = place;
  const named = leadRole && leadRole !== 'other' ? leadRole : null;
  const row = block.kind === 'row';
  const rowHead = row && block.cells[0] ? block.text.slice(block.cells[0].from, Math.min(block.cells[0].to, LONGEST_TITLE)) : '';
  const path = named ? [...section.path, named] : section.path;
  const leadNames = lead?.names ?? NO_NAMES;
  const base: Context = {
    block: place.block,
    section: place.number,
    kind: block.kind,
    role: named ?? section.role,
    path,
    title: section.title,
    quoted: block.quoted,
    item: block.list >= 0,
    header: '',
    headRow: row && block.row === 0,
    rowHead,
    option: leadNames.length > 0 ? leadNames : section.option,
  };
  const all = facts.said;
  const columns = head === null ? null : columnsOf(head);
  const first = row && all[0]?.s.column === 0 ? all[0].s.symbols.subarray(0, MOST_SYMBOLS) : NO_SYMBOLS;
  return all.map((said, i) => {
    const { s } = said;
    const near = row ? facts.figures : s.carried || all[i - 1]?.s.carried === true || all[i + 1]?.s.carried === true;
    const carried = s.carried ? CARRIED : near ? BESIDE : FREE;
    const cell = columns?.get(s.column);
    const alike = standingIn(section, place, lead === facts ? null : lead, carried);
    const header = s.column >= 0 ? (block.headers[s.column] ?? '').slice(0, LONGEST_TITLE).toLowerCase() : '';
    return {
      said,
      s,
      intents: said.intents,
      names: said.names,
      langs: said.langs,
      compared: place.compared,
      memo: { sums: null, held: 0, before: null, after: null, sides: '', shares: [], kept: [] },
      at: row
        ? {
            ...alike,
            header: cell === undefined ? NO_SYMBOLS : cell.s.symbols.subarray(0, MOST_SYMBOLS),
            rowHead: s.column > 0 ? first : NO_SYMBOLS,
            weighed: null,
          }
        : alike,
      c: header === '' ? base : { ...base, header },
    };
  });
}

/** A section lends the same standing to all sentences that stand alike in it; more than so many kinds of standing no section has. */
const MOST_STANDINGS = 24;

/** How a sentence stands in a section below a lead-in (null: none, or its own), outside tables. */
function standingIn(section: SectionPlace, place: Place, lead: BlockFacts | null, carried: number): Standing {
  const { leadRole, introduced, compared, first } = place;
  const marks = (introduced ? 1 : 0) | (compared ? 2 : 0) | (first ? 4 : 0);
  const pool = section.standings;
  const known = pool.find((x) => x.carried === carried && x.marks === marks && x.lead === lead && x.leadRole === leadRole);
  if (known) return known.at;
  const named = leadRole && leadRole !== 'other' ? leadRole : null;
  const flags: number[] = [];
  if (introduced) flags.push(INTRODUCES);
  if (section.others) flags.push(OTHERS);
  if (first) flags.push(FIRST);
  if (compared) flags.push(COMPARED);
  const at: Standing = {
    role: roleNumber(named ?? section.role),
    path: named ? [...section.roles, roleNumber(named)] : section.roles,
    lead: leadRole === null ? -1 : roleNumber(leadRole),
    heading: section.symbols,
    above: section.above !== null && section.above.level > 1 ? section.above.symbols : NO_SYMBOLS,
    leadWords: lead === null ? NO_SYMBOLS : lead.symbols.subarray(0, MOST_SYMBOLS - DISCUSSED),
    header: NO_SYMBOLS,
    rowHead: NO_SYMBOLS,
    flags,
    carried,
    weighed: null,
  };
  if (pool.length === MOST_STANDINGS) pool.length = 0;
  pool.push({ lead, leadRole, marks, carried, at });
  return at;
}

const COMPANY = mask('company', 'project');

/** "### Uber (API gateway)": a heading that begins with somebody's name. */
const opensWithCompany = (heading: Block, facts: BlockFacts): boolean =>
  facts.said.some((x) =>
    x.s.hits.some(
      (h) =>
        has(h.m, COMPANY) &&
        /^\W*$/.test(heading.text.slice(0, h.from)) &&
        /^[\s(:-]*\(|^\s*$|^:/.test(heading.text.slice(h.to, h.to + 40)),
    ),
  );

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
