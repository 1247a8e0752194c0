/** Where sentences stand: what a section, a lead-in and a table lend to them. The same objects as long as nothing of it changes. */
import type { Block, Doc, Section, SectionRole } from '../document/types';
import { flag } from '../model/keys';
import { roleNumber, type Standing } from '../model/sentence';
import { has, mask } from '../words/lexicon';
import type { Vocabulary } from '../words/reading';
import type { Context } from './context';
import type { Located } from './located';
import { columnsOf, factsOf, MOST_SYMBOLS, NO_NAMES, NO_SYMBOLS, type BlockFacts, type FactCache } from './said';

/** Titles and headers are read by patterns, and nobody's is longer. */
const LONGEST_TITLE = 200;

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

export function sectionPlace(
  doc: Doc,
  section: Section,
  above: SectionPlace | null,
  vocabulary: Vocabulary,
  cache: FactCache,
): SectionPlace {
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
export interface Place {
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

/** Numbers of blocks and sections aside. */
export const samePlace = (a: Place, b: Place): boolean =>
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

export function putIn(block: Block, facts: BlockFacts, place: Place): Located[] {
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
