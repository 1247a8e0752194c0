/** Lists that split the time: a lead-in says that time is split, and each item names a part and its share. */
import type { Block, Doc } from '../../document/types';
import type { Located } from '../located';
import { notOurs, percentages, shareOf, type Part } from './shares';
import type { TimeShare } from './types';
import { code, cpu, saysBusy, saysGain, splitsOther, waits } from './wholes';

/** Of a lead-in the last sentence is read, which says what follows. */
const READ_OF_LEAD = 200;
/** So far above an item the head of its list is looked for; nobody splits time into more parts. */
const LONGEST_LIST = 60;

/** What says that time, samples or the processor are split. */
const SPLITS =
  /\b(?:profil(?:e|ed|er|es|ing)|flame ?graphs?|py-spy|pprof|samples|where (?:(?:the|our|its|all|this|that) )?(?:\w+ )?time (?:goes|is spent|went)|of (?:(?:the|its|a|our|each) )?(?:\w+ )?(?:time|request|latency|cpu time)|time is spent|spends (?:its|the|their) time|time splits?|split of the time|(?:time|latency) breakdown|breakdown of (?:the )?(?:\w+ )?(?:time|latency|request))\b/i;
/** A lead-in that speaks of what was or will be done about it. */
const NO_SPLIT =
  /\b(?:goals?|targets?|savings?|saved|speed-?ups?|gains?|reduc\w+|improv\w+|plan|will|would|should|could|expect\w*|fix(?:es)?)\b/i;

const NUMBER = String.raw`(?:about |around |roughly |~|≈)?\s?`;
/** What may stand before the number, and behind it. */
const PART_FIRST = new RegExp(String.raw`^([^:%]{1,60}?)\s?(?::| -| –| —|–|—)\s?${NUMBER}$`, 'i');
const NUMBER_FIRST = new RegExp(String.raw`^\W{0,3}${NUMBER}$`, 'i');
const AFTER_NUMBER = /^(?: of (?:(?:the|a|all|its) )?(?:\w+ )?(?:time|samples|request|latency))?\s?(?:[,.;(]|[-–—] |$)/i;
const PART_BEHIND = /^\s?(?:[:–—-]\s?)?(?:(?:is|goes to|spent|on|in|for)\s)?([^:%,.;(]{2,60})/i;
/** What is left of the time belongs to nobody, and says nothing against the parts that are named. */
const REST = /^(?:the )?(?:others?|rest|misc\w*|remain\w+|everything else|anything else|unaccounted|unknown|overhead)\b/i;
/** As much may be code under a name that is not known, before the code that is known is no longer all of it. */
const UNKNOWN = 5;

interface Split {
  /** The place of its first item, which nothing else shares. */
  readonly id: number;
  readonly shares: TimeShare[];
  code: boolean;
  /** Percent points of parts of which nobody knows whether they wait. */
  unknown: number;
}

/** The name of the part that an item gives its only percentage to, and null where the item says something else. */
function partIn(text: string, from: number, to: number): string | null {
  const left = text.slice(Math.max(0, from - 80), from);
  const right = text.slice(to, to + 80);
  const named = from <= 80 ? PART_FIRST.exec(left)?.[1] : undefined;
  if (named !== undefined) return AFTER_NUMBER.test(right) ? named : null;
  return from <= 20 && NUMBER_FIRST.test(left) ? (PART_BEHIND.exec(right)?.[1] ?? null) : null;
}

/** A name that may be either, as "SQL parsing", is neither. */
function partNamed(name: string): Part | null {
  const own = code(name) || cpu(name);
  return waits(name) ? (own ? null : 'waits') : own ? 'code' : null;
}

/** Lists are numbered within their chunk. */
const listOf = (block: number, doc: Doc): string => `${doc.chunkFrom[block]} ${doc.blocks[block]?.list}`;

export class SplitReader {
  private readonly splits = new Map<string, Split>();
  private readonly leads = new Map<string, boolean>();

  /** Reads one sentence; true where it is an item of a split, and nothing else is to be read from its percentage. */
  read(l: Located, doc: Doc): boolean {
    const { s, c } = l;
    const block = doc.blocks[c.block] as Block;
    // An item is read by its first sentence.
    if (!c.item || !block.item || s.from > 0 || notOurs(l)) return false;
    const [q, second] = percentages(s);
    if (q === undefined || second !== undefined || !this.led(c.block, doc) || saysBusy(s.text)) return false;
    const name = partIn(s.text, q.from, q.to);
    if (name === null || saysGain(name)) return false;
    const key = listOf(c.block, doc);
    const span = doc.span(c.block, q.from, q.to);
    const split = this.splits.get(key) ?? { id: span.from, shares: [], code: false, unknown: 0 };
    this.splits.set(key, split);
    const part = partNamed(name);
    if (part === null) split.unknown += REST.test(name) ? 0 : q.value;
    else {
      split.code ||= part === 'code';
      split.shares.push({ ...shareOf(q, part, split.id), span, section: c.section });
    }
    return true;
  }

  /** Where a part has an unknown name it may be code as well, and the code that is known is not all that gets faster. */
  found(): readonly TimeShare[] {
    return [...this.splits.values()].flatMap((x) => (x.code && x.unknown > UNKNOWN ? [] : x.shares));
  }

  /** Whether what stands before the list says that it splits the time. */
  private led(item: number, doc: Doc): boolean {
    const own = doc.blocks[item] as Block;
    const key = listOf(item, doc);
    const known = this.leads.get(key);
    if (known !== undefined) return known;
    let b = item - 1;
    const inList = (x: Block | undefined): boolean => x !== undefined && (x.list === own.list || x.depth > own.depth);
    while (b > item - LONGEST_LIST && doc.chunkFrom[b] === doc.chunkFrom[item] && inList(doc.blocks[b])) b--;
    const lead = doc.blocks[b];
    const end = lead?.text.slice(-READ_OF_LEAD) ?? '';
    const text = end.slice(end.lastIndexOf('. ') + 1);
    const leads = lead !== undefined && (lead.kind === 'heading' || /:\W{0,2}$/.test(text));
    const splits = leads && SPLITS.test(text) && !NO_SPLIT.test(text) && !saysBusy(text) && !splitsOther(text);
    this.leads.set(key, splits);
    return splits;
  }
}
