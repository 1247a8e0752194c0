/** Features of one sentence: what it says, where it stands, what stands beside it, and on whose side its names are. */
import type { Block, SectionRole } from '../document/types';
import { quantitySymbol, SIDES, sideSymbol, BEGIN, END } from '../words/symbols';
import { mask, has, type Hit } from '../words/lexicon';
import type { Sentence } from '../words/reading';
import { flag, ROOM, S, type Flag, type Keys } from './keys';

const NEG = mask('neg');
/** A negation reaches this far, in characters. */
const REACH = 40;
const LENGTHS: readonly (readonly [number, Flag])[] = [
  [3, 'one to three'],
  [8, 'to eight'],
  [16, 'to sixteen'],
  [30, 'to thirty'],
];

const kindFlag = (block: Block): number =>
  flag(
    block.kind === 'row'
      ? 'row'
      : block.kind === 'heading'
        ? 'heading'
        : block.kind === 'html'
          ? 'html'
          : block.list >= 0
            ? 'item'
            : 'paragraph',
  );

/** Symbols of the quantities in a sentence, each once. */
export function quantitySymbols(s: Sentence): number[] {
  const out: number[] = [];
  for (const q of s.quantities) {
    const symbol = quantitySymbol(q.kind, q.cmp === '<');
    if (!out.includes(symbol)) out.push(symbol);
  }
  return out;
}

/** What depends on the sentence and its block alone. */
export function ownFeatures(s: Sentence, block: Block, keys: Keys): void {
  const { symbols, classes, hits } = s;
  let before = BEGIN;
  for (const symbol of symbols) {
    if (symbol !== 0) {
      keys.put(S.w + symbol);
      if (before !== 0) keys.put(S.b + before * ROOM + symbol);
    }
    before = symbol;
  }
  if (before !== 0) keys.put(S.b + before * ROOM + END);
  const kind = kindFlag(block);
  for (const c of classes) {
    keys.put(S.c + c);
    keys.put(S.ck + c * ROOM + kind);
  }
  for (let i = 0; i < classes.length; i++)
    for (let j = i + 1; j < classes.length; j++) keys.put(S.cc + (classes[i] as number) * ROOM + (classes[j] as number));
  negated(hits, keys);
  const quantities = quantitySymbols(s);
  for (const q of quantities) {
    keys.put(S.q + q);
    keys.put(S.qk + q * ROOM + kind);
    for (const c of classes) keys.put(S.qc + q * ROOM + c);
  }
  const on = (name: Flag, when: boolean): void => {
    if (when) keys.put(S.k + flag(name));
  };
  keys.put(S.k + kind);
  on('task', block.task !== null);
  on('done', block.task === true);
  on('quoted', block.quoted);
  on('callout', block.callout);
  on('head row', block.row === 0);
  on('first column', s.column === 0);
  on('question', s.question);
  on('colon', s.text.charCodeAt(s.text.length - 1) === 58);
  on('deep', block.depth > 1);
  on(LENGTHS.find(([most]) => symbols.length <= most)?.[1] ?? 'longer', true);
}

const NEGATED = new Uint8Array(96);

function negated(hits: readonly Hit[], keys: Keys): void {
  let at = -Infinity;
  let any = false;
  for (const hit of hits) {
    if (hit.from - at < REACH) {
      any = true;
      for (let i = 0; i < 96; i++) if (((i < 32 ? hit.m.a : i < 64 ? hit.m.b : hit.m.c) >>> (i & 31)) & 1) NEGATED[i] = 1;
    }
    if (has(hit.m, NEG)) at = hit.from;
  }
  if (!any) return;
  for (let i = 0; i < 96; i++)
    if (NEGATED[i] === 1) {
      NEGATED[i] = 0;
      keys.put(S.nc + i);
    }
}

/** Where a sentence stands, as the model sees it. */
export interface Standing {
  readonly role: number;
  readonly path: readonly number[];
  /** -1 where there is no lead-in. */
  readonly lead: number;
  readonly heading: Uint16Array;
  readonly above: Uint16Array;
  readonly leadWords: Uint16Array;
  readonly header: Uint16Array;
  readonly rowHead: Uint16Array;
  readonly flags: readonly number[];
  /** Whether a figure stands in the sentence, beside it, or neither. */
  readonly carried: number;
  /** What the features of the place alone weigh, made when first asked for. Sentences that stand alike share it. */
  weighed: Float32Array | null;
}

/** What depends on the place alone. */
export function placeFeatures(at: Standing, keys: Keys): void {
  keys.put(S.r + at.role);
  for (const r of at.path) keys.put(S.rp + r);
  if (at.lead >= 0) keys.put(S.l + at.lead);
  for (const h of at.heading) if (h !== 0) keys.put(S.h + h);
  for (const h of at.above) if (h !== 0) keys.put(S.hp + h);
  for (const h of at.leadWords) if (h !== 0) keys.put(S.lw + h);
  for (const h of at.header) if (h !== 0) keys.put(S.th + h);
  for (const h of at.rowHead) if (h !== 0) keys.put(S.rh + h);
  for (const f of at.flags) keys.put(S.k + f);
  keys.put(S.k + at.carried);
}

/** What depends on the sentence and its place together. */
export function standingFeatures(s: Sentence, at: Standing, keys: Keys): void {
  const { role, carried } = at;
  for (const c of s.classes) {
    keys.put(S.cr + c * ROOM + role);
    keys.put(S.ck + c * ROOM + carried);
    for (const f of at.flags) keys.put(S.ck + c * ROOM + f);
  }
  for (const q of quantitySymbols(s)) {
    keys.put(S.qr + q * ROOM + role);
    for (const h of at.heading) if (h !== 0) keys.put(S.qh + q * ROOM + h);
    for (const h of at.header) if (h !== 0) keys.put(S.qth + q * ROOM + h);
  }
}

/** What the sentences before and after it, of the same section, speak of. */
export function neighbourFeatures(before: Sentence | null, after: Sentence | null, keys: Keys): void {
  if (before !== null) for (const c of before.classes) keys.put(S.pc + c);
  if (after !== null) for (const c of after.classes) keys.put(S.nx + c);
}

/** On whose side the names of the sentence are. */
export function sideFeatures(s: Sentence, sideOf: (name: string) => number, keys: Keys): void {
  const { symbols } = s;
  let seen = 0;
  for (const { name, at } of s.named) {
    const side = sideOf(name);
    const symbol = sideSymbol(SIDES[side] as (typeof SIDES)[number]);
    if ((seen & (1 << side)) === 0) {
      seen |= 1 << side;
      keys.put(S.s + symbol);
      for (const c of s.classes) keys.put(S.cs + c * ROOM + symbol);
    }
    const before = at === 0 ? BEGIN : (symbols[at - 1] as number);
    const after = at + 1 < symbols.length ? (symbols[at + 1] as number) : END;
    if (before !== 0) keys.put(S.bs + before * ROOM + symbol);
    if (after !== 0) keys.put(S.sb + symbol * ROOM + after);
  }
}

export const ROLES: readonly SectionRole[] = [
  'title',
  'status',
  'summary',
  'context',
  'problem',
  'goals',
  'non-goals',
  'drivers',
  'options',
  'rejected',
  'decision',
  'rationale',
  'pros',
  'cons',
  'consequences',
  'risks',
  'plan',
  'testing',
  'evidence',
  'targets',
  'design',
  'references',
  'prior-art',
  'history',
  'questions',
  'other',
];
export const roleNumber = (role: SectionRole): number => ROLES.indexOf(role);
