/**
 * Tells from the first words of a document, before anything is parsed, that it is no proposal. A proposal shows in its beginning what it is; a
 * manual, a change log and a list of commands do so, too. The words and what they weigh were fitted (scripts/fit/screen.mjs); the threshold
 * loses one in a hundred of the proposals that would have been found, and what passes is judged as if there were no screen.
 */
import { SCREEN } from '../generated/screen';
import { PRIME, SEED, WordTable } from './words/table';

/** So many words are looked at. */
const MOST = 600;
/** A shorter text says too little to be turned away unread. */
const FEWEST = 200;
/** No word of the table is longer. */
const LONGEST = 24;

const isSmall = (code: number): boolean => code > 96 && code < 123;
const isCapital = (code: number): boolean => code > 64 && code < 91;
/** Digits, `+` (C++) and `#` (C#) only behind a letter. */
const goesOn = (code: number): boolean => isSmall(code) || isCapital(code) || (code > 47 && code < 58) || code === 43 || code === 35;

/**
 * Calls back for each of the first words: its hash, its place, and whether it stands in a heading. Returns how many there were, and up to where
 * it looked: what stands behind that changes nothing.
 */
function walk(
  text: string,
  visit: (hash: number, from: number, to: number, heading: boolean) => void,
): { readonly count: number; readonly looked: number } {
  let count = 0;
  let heading = false;
  let opens = true;
  let i = 0;
  while (i < text.length && count < MOST) {
    const code = text.charCodeAt(i);
    if (!isSmall(code) && !isCapital(code)) {
      if (code === 10 || code === 13) [opens, heading] = [true, false];
      else {
        if (opens && code === 35) heading = true;
        opens = false;
      }
      i++;
      continue;
    }
    opens = false;
    const from = i;
    let hash = SEED;
    for (let c = code; i < text.length && goesOn(c); c = text.charCodeAt(++i)) hash = Math.imul(hash ^ (isCapital(c) ? c + 32 : c), PRIME);
    if (i - from <= LONGEST) visit(hash, from, i, heading);
    count++;
  }
  // One more, for a character there would make the last word longer.
  return { count, looked: i + 1 };
}

/** The words that the screen sees, those of headings once more with `#` before them. */
export function opening(text: string): Set<string> {
  const words = new Set<string>();
  walk(text, (_hash, from, to, heading) => {
    const word = text.slice(from, to).toLowerCase();
    words.add(word);
    if (heading) words.add(`#${word}`);
  });
  return words;
}

export const isScreened = (text: string): boolean => walk(text, () => undefined).count >= FEWEST;

/** Words with their weights, and which of them were seen in the text at hand. */
class Weighed {
  private readonly table: WordTable;
  private readonly seen: Int32Array;

  constructor(
    packed: string,
    private readonly weights: readonly number[],
  ) {
    this.table = new WordTable(packed);
    this.seen = new Int32Array(weights.length);
  }

  /** The weight of a word that the round sees for the first time, in hundredths. */
  first(round: number, hash: number, text: string, from: number, to: number): number {
    const id = this.table.find(hash, text, from, to);
    if (id < 0 || this.seen[id] === round) return 0;
    this.seen[id] = round;
    return this.weights[id] as number;
  }
}

let words: Weighed | null = null;
let headings: Weighed | null = null;
let round = 0;

/** What the screen said of a text, and the beginning of it on which that rests. */
export interface Screened {
  readonly away: boolean;
  /** Null where the screen has looked at the whole text. */
  readonly beginning: string | null;
}

/**
 * Whether the first words of a text say that it is no proposal. Linear in them, and independent of what was read before: `before` saves the work
 * where the text begins as it did.
 */
export function screen(text: string, before: Screened | null = null): Screened {
  if (before?.beginning != null && text.startsWith(before.beginning)) return before;
  const all = (words ??= new Weighed(SCREEN.words, SCREEN.weights));
  const above = (headings ??= new Weighed(SCREEN.headings, SCREEN.headingWeights));
  round++;
  let sum = SCREEN.constant;
  const { count, looked } = walk(text, (hash, from, to, heading) => {
    sum += all.first(round, hash, text, from, to);
    if (heading) sum += above.first(round, hash, text, from, to);
  });
  return { away: count >= FEWEST && sum < SCREEN.threshold, beginning: looked <= text.length ? text.slice(0, looked) : null };
}
