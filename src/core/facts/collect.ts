/** Walks the document once and gathers every sentence with what it says and where it stands. Blocks are read once and kept by identity. */
import type { Block, Doc, SectionRole } from '../document/types';
import type { Context } from './context';
import { intentsOf, namesIn, type Intent } from './intent';
import type { Lexicon } from './lexicon';
import { readBlock, type Sentence } from './reading';
import { speedClaims, type SpeedClaim } from './speed';

/** What a sentence says whatever stands around it. */
export interface Said {
  readonly s: Sentence;
  readonly claims: readonly SpeedClaim[];
  readonly intents: readonly Intent[];
  readonly names: readonly string[];
  /** Those of them that are languages or runtimes, and those that are build, test or lint tools. */
  readonly langs: readonly string[];
  readonly tools: readonly string[];
}

/** What a block says whatever stands around it. */
export interface BlockFacts {
  readonly said: readonly Said[];
  readonly figures: boolean;
  /** Ends with a colon: introduces what follows. */
  readonly leads: boolean;
}

const NO_NAMES: readonly string[] = [];

/** A sentence in its place. */
export interface Located extends Said {
  readonly c: Context;
  /** Lower-case title of the enclosing section's parent, '' at the top. */
  readonly parentTitle: string;
  readonly near: boolean;
  /** A cell of a table whose first column or header names several technologies. */
  readonly compared: boolean;
}

/** Facts by block object: blocks survive edits elsewhere as the same object. Belongs to one session. */
export type FactCache = WeakMap<Block, BlockFacts>;

export function factsOf(block: Block, lexicon: Lexicon, cache: FactCache): BlockFacts {
  const known = cache.get(block);
  if (known) return known;
  const reading = readBlock(block, lexicon);
  const heading = block.kind === 'heading';
  const facts: BlockFacts = {
    said: reading.sentences.map((s) => say(s, heading)),
    figures: reading.sentences.some((s) => s.carried),
    leads: /:\s*$/.test(block.text),
  };
  cache.set(block, facts);
  return facts;
}

function say(s: Sentence, heading: boolean): Said {
  const named = namesIn(s);
  const pick = (ok: (cls: string) => boolean): readonly string[] =>
    named.length === 0 ? NO_NAMES : [...new Set(named.filter((n) => ok(n.cls)).map((n) => n.name))];
  return {
    s,
    claims: speedClaims(s),
    intents: intentsOf(s, heading),
    names: pick(() => true),
    langs: pick((c) => c === 'lang' || c === 'runtime'),
    tools: pick((c) => c === 'tool'),
  };
}

/** A title that stands in front matter alone, read as a heading would be. */
export function readTitle(text: string, lexicon: Lexicon): readonly Said[] {
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
  return factsOf(block, lexicon, new WeakMap()).said;
}

export function collect(doc: Doc, lexicon: Lexicon, cache: FactCache): Located[] {
  const out: Located[] = [];
  const { blocks, sections, sectionOf } = doc;
  const options: (readonly string[])[] = [];
  const optionLangs: (readonly string[])[] = [];
  for (const section of sections) {
    const own = section.heading >= 0 ? factsOf(blocks[section.heading] as Block, lexicon, cache).said.flatMap((x) => x.names) : NO_NAMES;
    // The nearest heading that names something says what is under discussion; the title of the document says it of everything.
    const parent = section.parent >= 0 && section.level > 2 ? (options[section.parent] ?? NO_NAMES) : NO_NAMES;
    const ownLangs =
      section.heading >= 0 ? factsOf(blocks[section.heading] as Block, lexicon, cache).said.flatMap((x) => x.langs) : NO_NAMES;
    optionLangs.push(
      section.level === 1
        ? NO_NAMES
        : own.length > 0
          ? ownLangs
          : section.parent >= 0 && section.level > 2
            ? (optionLangs[section.parent] ?? NO_NAMES)
            : NO_NAMES,
    );
    options.push(section.level === 1 ? NO_NAMES : own.length > 0 ? own : parent);
  }
  let tableNames = 0;
  let table = '';
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as Block;
    const facts = factsOf(block, lexicon, cache);
    if (facts.said.length === 0) continue;
    const section = sections[sectionOf[b] as number];
    if (!section) continue;
    const lead = doc.leadOf[b] as number;
    const leadRole: SectionRole | null = lead >= 0 ? (doc.leadRole[b] ?? null) : null;
    const role = leadRole && leadRole !== 'other' ? leadRole : section.role;
    const next = blocks[b + 1];
    const introduced = facts.leads && next !== undefined && sectionOf[b + 1] === sectionOf[b] && introducesFigures(doc, b, lexicon, cache);
    if (block.kind === 'row') {
      const key = `${doc.chunkFrom[b] as number} ${block.table}`;
      if (key !== table) {
        table = key;
        tableNames = namesOfTable(doc, b, lexicon, cache);
      }
    }
    const rowHead = block.kind === 'row' && block.cells[0] ? block.text.slice(block.cells[0].from, block.cells[0].to) : '';
    for (let i = 0; i < facts.said.length; i++) {
      const said = facts.said[i] as Said;
      const near =
        block.kind === 'row'
          ? facts.figures
          : said.s.carried || facts.said[i - 1]?.s.carried === true || facts.said[i + 1]?.s.carried === true;
      const leadNames = lead >= 0 ? factsOf(blocks[lead] as Block, lexicon, cache).said.flatMap((x) => x.names) : NO_NAMES;
      out.push({
        s: said.s,
        claims: said.claims,
        intents: said.intents,
        names: said.names,
        langs: said.langs,
        tools: said.tools,
        parentTitle: (section.parent >= 0 ? (sections[section.parent]?.title ?? '') : '').toLowerCase(),
        near,
        compared: block.kind === 'row' && tableNames > 1,
        c: {
          block: b,
          section: section.index,
          kind: block.kind,
          role,
          path: leadRole && leadRole !== 'other' ? [...section.path, leadRole] : section.path,
          lead: leadRole,
          title: section.title.toLowerCase(),
          quoted: block.quoted,
          item: block.list >= 0,
          depth: block.depth,
          task: block.task,
          header: said.s.column >= 0 ? (block.headers[said.s.column] ?? '').toLowerCase() : '',
          headRow: block.kind === 'row' && block.row === 0,
          rowHead,
          near,
          introduces: introduced,
          option: leadNames.length > 0 ? leadNames : (options[section.index] ?? NO_NAMES),
          optionLangs: optionLangs[section.index] ?? NO_NAMES,
          first: b === 0,
        },
      });
    }
  }
  return out;
}

/** How many technologies a table compares, in its header or its first column. */
function namesOfTable(doc: Doc, b: number, lexicon: Lexicon, cache: FactCache): number {
  const head = doc.blocks[b] as Block;
  const across = new Set(factsOf(head, lexicon, cache).said.flatMap((x) => x.names));
  const down = new Set<string>();
  for (let i = b + 1; i < doc.blocks.length && doc.blocks[i]?.kind === 'row' && doc.blocks[i]?.table === head.table && i < b + 40; i++)
    for (const x of factsOf(doc.blocks[i] as Block, lexicon, cache).said) if (x.s.column === 0) for (const n of x.names) down.add(n);
  return Math.max(across.size, down.size);
}

/** Figures in the list, table or code block that a sentence ending in a colon introduces. */
function introducesFigures(doc: Doc, b: number, lexicon: Lexicon, cache: FactCache): boolean {
  const start = doc.blocks[b + 1] as Block;
  for (let i = b + 1; i < doc.blocks.length && i < b + 16; i++) {
    const block = doc.blocks[i] as Block;
    if (doc.sectionOf[i] !== doc.sectionOf[b]) break;
    if (start.kind === 'row' ? block.kind !== 'row' : start.list >= 0 ? block.list !== start.list : i > b + 1) break;
    if (block.kind === 'code')
      return /\d\s?(?:ms|s|x|%|MB|GB|KB|rps)\b/i.test(doc.text.slice(doc.blockSpan(i).from, doc.blockSpan(i).from + 2000));
    if (factsOf(block, lexicon, cache).figures) return true;
  }
  return false;
}
