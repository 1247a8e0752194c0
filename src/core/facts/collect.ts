/** Walks the document once and gathers every sentence with what it says and where it stands. Blocks are read once and kept by identity. */
import type { Block, Doc, Section, SectionRole } from '../document/types';
import type { Context } from './context';
import { intentsOf, namesIn, type Intent } from './intent';
import { has, mask, type Lexicon } from './lexicon';
import { readBlock, type Sentence } from './reading';
import { speedClaims, type SpeedClaim } from './speed';

const LONGEST_TITLE = 200;

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
  /** All names in it, in order. */
  readonly names: readonly string[];
  /** Its sentences in their place, and what that place was made of: as long as it is the same, they are the same objects. */
  placed: { readonly key: string; readonly list: readonly Located[] } | null;
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
  /** See `perPlace`. */
  readonly kept: unknown[];
}

let keepers = 0;

/**
 * A function of a sentence in its place and of nothing else, whose result is kept with the sentence: while somebody types elsewhere in the
 * document it is not worked out again. The result must be neither null nor undefined.
 */
export function perPlace<T extends NonNullable<unknown>>(make: (l: Located) => T): (l: Located) => T {
  const slot = keepers++;
  return (l) => (l.kept[slot] ??= make(l)) as T;
}

/** As `perPlace`, of a sentence in its place and one thing more, which its `key` tells from others: what was kept for another key is worked out again. */
export function perPlaceAnd<A extends { readonly key: string }, T>(make: (l: Located, a: A) => T): (l: Located, a: A) => T {
  const slot = keepers++;
  return (l, a) => {
    let kept = l.kept[slot] as { readonly key: string; readonly value: T } | undefined;
    if (kept === undefined || kept.key !== a.key) l.kept[slot] = kept = { key: a.key, value: make(l, a) };
    return kept.value;
  };
}

/** Facts by block object: blocks survive edits elsewhere as the same object. Belongs to one session. */
export type FactCache = WeakMap<Block, BlockFacts>;

export function factsOf(block: Block, lexicon: Lexicon, cache: FactCache): BlockFacts {
  const known = cache.get(block);
  if (known) return known;
  const reading = readBlock(block, lexicon);
  const heading = block.kind === 'heading';
  const said = reading.sentences.map((s) => say(s, heading));
  const facts: BlockFacts = {
    said,
    figures: reading.sentences.some((s) => s.carried),
    leads: /:\s*$/.test(block.text),
    names: said.length === 0 ? NO_NAMES : said.flatMap((x) => x.names),
    placed: null,
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
  const others: boolean[] = [];
  for (const section of sections) {
    const own = section.heading >= 0 ? factsOf(blocks[section.heading] as Block, lexicon, cache).names : NO_NAMES;
    // The nearest heading that names something says what is under discussion; the title of the document says it of everything.
    const parent = section.parent >= 0 && section.level > 2 ? (options[section.parent] ?? NO_NAMES) : NO_NAMES;
    others.push(section.level > 1 && section.heading >= 0 && opensWithCompany(blocks[section.heading] as Block, lexicon, cache));
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
  const places = sections.map((section) => {
    const option = options[section.index] ?? NO_NAMES;
    const langs = optionLangs[section.index] ?? NO_NAMES;
    const parentTitle = (section.parent >= 0 ? (sections[section.parent]?.title ?? '') : '').slice(0, LONGEST_TITLE).toLowerCase();
    // Titles are read by patterns; nobody's title is longer than this.
    const title = section.title.slice(0, LONGEST_TITLE).toLowerCase();
    const key = [section.role, section.path, title, parentTitle, option, langs].join('\n');
    return { section, option, langs, parentTitle, title, key, others: others[section.index] ?? false };
  });
  let tableNames = 0;
  let table = '';
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as Block;
    const facts = factsOf(block, lexicon, cache);
    if (facts.said.length === 0) continue;
    const at = places[sectionOf[b] as number];
    if (!at) continue;
    const lead = doc.leadOf[b] as number;
    const leadRole: SectionRole | null = lead >= 0 ? (doc.leadRole[b] ?? null) : null;
    const next = blocks[b + 1];
    const introduced = facts.leads && next !== undefined && sectionOf[b + 1] === sectionOf[b] && introducesFigures(doc, b, lexicon, cache);
    if (block.kind === 'row') {
      const key = `${doc.chunkFrom[b] as number} ${block.table}`;
      if (key !== table) {
        table = key;
        tableNames = namesOfTable(doc, b, lexicon, cache);
      }
    }
    const leadNames = lead >= 0 ? factsOf(blocks[lead] as Block, lexicon, cache).names : NO_NAMES;
    const compared = block.kind === 'row' && tableNames > 1;
    const key = `${b} ${at.section.index} ${leadRole ?? ''} ${introduced ? 1 : 0}${compared ? 1 : 0} ${leadNames.join()}\n${at.key}`;
    if (facts.placed === null || facts.placed.key !== key)
      facts.placed = { key, list: place(block, b, facts, { ...at, leadRole, leadNames, introduced, compared }) };
    for (const located of facts.placed.list) out.push(located);
  }
  return out;
}

/** What a block's sentences take from the place where they stand. */
interface Place {
  readonly section: Section;
  readonly option: readonly string[];
  readonly langs: readonly string[];
  readonly parentTitle: string;
  readonly title: string;
  readonly leadRole: SectionRole | null;
  readonly leadNames: readonly string[];
  readonly introduced: boolean;
  readonly compared: boolean;
  readonly others: boolean;
}

function place(block: Block, b: number, facts: BlockFacts, at: Place): Located[] {
  const { section, leadRole } = at;
  const named = leadRole && leadRole !== 'other' ? leadRole : null;
  const row = block.kind === 'row';
  const rowHead = row && block.cells[0] ? block.text.slice(block.cells[0].from, Math.min(block.cells[0].to, LONGEST_TITLE)) : '';
  const path = named ? [...section.path, named] : section.path;
  const option = at.leadNames.length > 0 ? at.leadNames : at.option;
  return facts.said.map((said, i) => {
    const { said: all } = facts;
    const near = row ? facts.figures : said.s.carried || all[i - 1]?.s.carried === true || all[i + 1]?.s.carried === true;
    return {
      s: said.s,
      claims: said.claims,
      intents: said.intents,
      names: said.names,
      langs: said.langs,
      tools: said.tools,
      parentTitle: at.parentTitle,
      near,
      compared: at.compared,
      kept: [],
      c: {
        block: b,
        section: section.index,
        kind: block.kind,
        role: named ?? section.role,
        path,
        lead: leadRole,
        title: at.title,
        quoted: block.quoted,
        item: block.list >= 0,
        depth: block.depth,
        task: block.task,
        header: said.s.column >= 0 ? (block.headers[said.s.column] ?? '').slice(0, LONGEST_TITLE).toLowerCase() : '',
        headRow: row && block.row === 0,
        rowHead,
        near,
        introduces: at.introduced,
        option,
        others: at.others,
        optionLangs: at.langs,
        first: b === 0,
      },
    };
  });
}

const COMPANY = mask('company', 'project');

/** "### Uber (API gateway)": a heading that begins with somebody's name. */
const opensWithCompany = (heading: Block, lexicon: Lexicon, cache: FactCache): boolean =>
  factsOf(heading, lexicon, cache).said.some((x) =>
    x.s.hits.some(
      (h) => has(h.m, COMPANY) && /^\W*$/.test(heading.text.slice(0, h.from)) && /^[\s(:-]*\(|^\s*$|^:/.test(heading.text.slice(h.to)),
    ),
  );

/** How many technologies a table compares, in its header or its first column. */
function namesOfTable(doc: Doc, b: number, lexicon: Lexicon, cache: FactCache): number {
  const head = doc.blocks[b] as Block;
  const across = new Set(factsOf(head, lexicon, cache).names);
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
