/** Features of a whole document: its title, its headings, what it speaks of and where, and how often the signs of an argument stand in it. */
import type { Doc, SectionRole } from '../document/types';
import type { Located } from '../facts/located';
import type { Stakes } from '../facts/stakes';
import { D, ROOM, type Keys } from '../model/keys';
import { roleNumber } from '../model/sentence';
import { CLASSES } from '../../generated/lexicon';
import { BEGIN, END, NAME_KINDS, type NameKind } from '../words/symbols';
import { SIGNALS, type Signals } from './signals';

const VERBS = ['rewrite', 'migrate', 'choose', 'why', 'reject'] as const;
const ARGUES: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'title',
  'summary',
  'context',
  'problem',
  'goals',
  'drivers',
  'decision',
  'rationale',
  'pros',
  'consequences',
  'targets',
]);
/** Blocks that every reader sees first. */
const FIRST_BLOCKS = 6;
const STEPS = [1, 2, 3, 5, 8, 13];

/** Classes whose number of hits says of what nature a system is, not only that one stands there. */
export const COUNTED = ['serviceword', 'nonserviceword', 'capacityword', 'exemptcpu', 'exemptlatency', 'partial', 'whole', 'plan'] as const;
const COUNTED_CLASSES = COUNTED.map((c) => CLASSES.indexOf(c));

/** What a sentence's block is in its document: a number from 0 to 3. */
export const shareKind = (l: Located, titleBlock: number): number =>
  (l.c.block === titleBlock && l.c.kind === 'heading' ? 2 : 0) + (l.c.block < FIRST_BLOCKS ? 1 : 0);

/** Features of one sentence of a document; `kind` by `shareKind`. Adds to `counted`, and says whether it did. */
export function shareFeatures({ s, c, at, intents }: Located, kind: number, keys: Keys, counted: Float32Array): boolean {
  const title = kind > 1;
  const early = (kind & 1) === 1;
  const heading = c.kind === 'heading';
  const argues = ARGUES.has(c.role);
  let counts = false;
  let before = BEGIN;
  for (const symbol of s.symbols) {
    if (symbol !== 0) {
      keys.put(D.d + symbol);
      if (title) {
        keys.put(D.t + symbol);
        if (before !== 0) keys.put(D.tb + before * ROOM + symbol);
      } else if (heading) keys.put(D.hd + symbol);
      if (argues) keys.put(D.da + symbol);
      if (early) keys.put(D.de + symbol);
    }
    before = symbol;
  }
  if (title && before !== 0) keys.put(D.tb + before * ROOM + END);
  for (const cls of s.classes) {
    keys.put(D.dc + cls);
    keys.put(D.dcr + cls * ROOM + at.role);
    if (title) keys.put(D.tc + cls);
    else if (heading) keys.put(D.hc + cls);
    const k = COUNTED_CLASSES.indexOf(cls);
    if (k < 0) continue;
    counted[k] = (counted[k] as number) + (title ? 4 : argues ? 2 : 1);
    counts = true;
  }
  for (const intent of intents) {
    const verb = VERBS.indexOf(intent.verb) * 2 + (intent.negated ? 1 : 0);
    keys.put(D.i + verb);
    keys.put(D.ir + verb * ROOM + at.role);
    if (title) keys.put(D.ti + verb);
    for (const cls of intent.classes) keys.put(D.in + verb * ROOM + NAME_KINDS.indexOf(cls as NameKind));
  }
  return counts;
}

export interface Whole {
  readonly doc: Doc;
  readonly all: readonly Located[];
  readonly signals: Signals;
  readonly stakes: Stakes;
  readonly status: string;
  /** How many labels the sentences were asked for. */
  readonly labels: number;
  /** The counts of all sentences. */
  readonly counted: Float32Array;
}

/** Features that only the whole document has: the roles of its sections, and how often what stands in it. */
export function wholeFeatures({ doc, all, signals, stakes, status, labels, counted }: Whole, keys: Keys): void {
  const hits = new Int32Array(labels);
  for (const { memo } of all)
    for (let { held } = memo; held !== 0; held &= held - 1) {
      const k = 31 - Math.clz32(held & -held);
      hits[k] = (hits[k] as number) + 1;
    }
  for (const section of doc.sections) keys.put(D.dr + roleNumber(section.role));
  let index = 0;
  const count = (value: number, steps: readonly number[] = STEPS): void => {
    for (let i = 0; i < steps.length; i++) if (value >= (steps[i] as number)) keys.put(D.n + index * 16 + i);
    index++;
  };
  for (const name of SIGNALS) count(signals.counts[name]);
  for (let k = 0; k < labels; k++) count(hits[k] as number);
  for (let k = 0; k < COUNTED.length; k++) count(counted[k] as number, [1, 3, 6, 12, 25]);
  const [service, other] = [counted[0] as number, counted[1] as number];
  count((service + 1) / (other + 1), [0.3, 0.6, 1, 1.6, 3]);
  count(all.length, [10, 30, 60, 120, 240]);
  const taken = [...stakes.to];
  count(taken.length === 0 ? 0 : taken.some((n) => stakes.langs.has(n)) ? 2 : 1);
  count(stakes.from.size === 0 ? 0 : [...stakes.from].some((n) => stakes.langs.has(n)) ? 2 : 1);
  count(stakes.rivals.size);
  count(statusNumber(status), [1, 2, 3, 4]);
}

const STATUS: readonly RegExp[] = [
  /\b(?:proposed|draft|proposal|rfc|under review|in review|pending|discussion|wip|idea|provisional)\b/i,
  /\b(?:accepted|approved|decided|adopted|in progress|implementing|agreed|final|active)\b/i,
  /\b(?:implemented|completed?|shipped|done|in production|released)\b/i,
  /\b(?:superc?s?eded|deprecated|rejected|withdrawn|abandoned|obsolete|declined)\b/i,
];
const statusNumber = (status: string): number => 1 + STATUS.findIndex((re) => re.test(status));
