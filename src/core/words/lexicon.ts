/** The words of the trade: classes of phrases, what each phrase means, and the scan that finds them. */
import { ATTRIBUTES, CLASSES, MEANINGS, STEPS, WORDS, type LexClass } from '../../generated/lexicon';
import { Phrases } from './phrases';
import { WordTable } from './table';
import { Units } from './units';

export type { LexClass };

/** A set of lexicon classes. */
export interface Mask {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** What a phrase means: its classes, and the name per class where it has one, e.g. `lang` -> `Rust`. */
export interface Meaning extends Mask {
  readonly names: Readonly<Record<string, string>>;
}

/** One phrase found in compact text. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly m: Meaning;
  /** Lower-case spelling; hyphen and slash as a space. */
  readonly word: string;
}

const INDEX = new Map<string, number>(CLASSES.map((c, i) => [c, i]));

/** The mask of one or more classes. */
export function mask(...classes: LexClass[]): Mask {
  const m: [number, number, number] = [0, 0, 0];
  for (const c of classes) {
    const i = INDEX.get(c) as number;
    m[(i >> 5) as 0 | 1 | 2] |= 1 << (i & 31);
  }
  return { a: m[0], b: m[1], c: m[2] };
}

/** The numbers of the classes in a mask, ascending. */
export function classesOf(a: number, b: number, c: number): number[] {
  const out: number[] = [];
  for (let word = a, base = 0; ;) {
    while (word !== 0) {
      const bit = 31 - Math.clz32(word & -word);
      out.push(base + bit);
      word &= word - 1;
    }
    if (base === 0) [word, base] = [b, 32];
    else if (base === 32) [word, base] = [c, 64];
    else return out;
  }
}

export const has = (x: Mask, y: Mask): boolean => ((x.a & y.a) | (x.b & y.b) | (x.c & y.c)) !== 0;

/** A house may call its language `constructor`. */
const attributeOf = (name: string): string => (Object.hasOwn(ATTRIBUTES, name) ? (ATTRIBUTES[name] as string) : '');

/** Also an English word (Go, Rust, Swift ...), to be read by its context. */
export const isPlainWord = (name: string): boolean => attributeOf(name).startsWith('p');

export interface Lexicon {
  /** Words and signs of the text that was scanned last. */
  readonly units: Units;
  /** Every phrase of a text, in order. */
  scan(text: string): Hit[];
}

/** `class;class=name` as a meaning. */
function meaningOf(key: string): Meaning {
  const names: Record<string, string> = {};
  const classes: LexClass[] = [];
  for (const part of key.split(';')) {
    const eq = part.indexOf('=');
    const cls = (eq < 0 ? part : part.slice(0, eq)) as LexClass;
    classes.push(cls);
    if (eq >= 0) names[cls] = part.slice(eq + 1);
  }
  return { ...mask(...classes), names };
}

/** Words of a house (own SLO words, languages, profilers) join the lexicon of one linter; `more`: packed words that belong to no phrase. */
export function createLexicon(
  extra: readonly { readonly cls: LexClass; readonly words: readonly string[] }[] = [],
  more: readonly string[] = [],
): Lexicon {
  const words = new WordTable(WORDS, ...more);
  const phrases = new Phrases(words, STEPS);
  const units = new Units(words);
  const keys = MEANINGS.split('|');
  const meanings: (Meaning | undefined)[] = [];
  // Most documents speak of a few of them.
  const meaning = (i: number): Meaning => (meanings[i] ??= meaningOf(keys[i] as string));
  for (const { cls, words } of extra)
    for (const w of words) {
      const key = w
        .trim()
        .toLowerCase()
        .replace(/[-/\s]+/g, ' ')
        .trim();
      if (key === '') continue;
      const m = mask(cls);
      const named = cls === 'lang' || cls === 'company';
      const end = phrases.add(key);
      const known = phrases.meaning(end);
      const before = known < 0 ? undefined : meaning(known);
      phrases.setMeaning(end, keys.length);
      meanings[keys.length] = {
        a: (before?.a ?? 0) | m.a,
        b: (before?.b ?? 0) | m.b,
        c: (before?.c ?? 0) | m.c,
        names: { ...before?.names, ...(named ? { [cls]: w.trim() } : {}) },
      };
      keys.push('');
    }
  return {
    units,
    scan(text) {
      units.read(text);
      const found = phrases.scan(text, units);
      const hits: Hit[] = [];
      for (let i = 0; i < found.length; i += 3) {
        const end = found[i + 2] as number;
        hits.push({ from: found[i] as number, to: found[i + 1] as number, m: meaning(phrases.meaning(end)), word: phrases.phrase(end) });
      }
      return hits;
    },
  };
}
