/**
 * Finds phrases of whole words in one pass: words are numbered by a hash, phrases are paths from number to number.
 *
 * A regular expression laid out as a trie reads as fast; as a flat alternation it is twenty times slower. This table is made ready by the
 * generator, tells with the hit what the phrase means, takes a house's own words without compiling anything, and its work per character
 * has a bound. Figures: docs/ARCHITECTURE.md.
 */
import { digit, pair } from './digits';
import { longer, PRIME, SEED, type WordTable } from './table';
import { SIGNS, type Units } from './units';

/** A slash between two words, as units have it. */
const SLASH = -2 - SIGNS.indexOf('/');

export class Phrases {
  /** By word: the step that opens a path with it, -1 where none does. */
  private opens = new Int32Array(1 << 12).fill(-1);
  /** By step: the step before and its word; the meaning that ends with it, -1 where none; a bit for each word (modulo 32) that goes on. */
  private before = new Int32Array(1 << 13);
  private last = new Int32Array(1 << 13);
  private ends = new Int32Array(1 << 13).fill(-1);
  private goesOn = new Int32Array(1 << 13);
  private steps = 0;
  /** By slot: a step and a word, and the step they lead to; -1 where free. */
  private linkFrom = new Int32Array(1 << 13).fill(-1);
  private linkWord = new Int32Array(1 << 13);
  private linkTo = new Int32Array(1 << 13);
  private links = 0;
  private readonly spelled: (string | undefined)[] = [];

  /**
   * `steps`: those of all paths, depth first. First digit 0: a path opens with the word after the one that opened the path before; 1: with
   * the word that follows (two digits); d + 1: a step at depth d over the word that follows. Then the meaning of the phrase that ends here,
   * plus 1. See scripts/gen/lexicon.mjs.
   */
  constructor(
    private readonly words: WordTable,
    steps: string,
  ) {
    const path: number[] = [];
    let opening = -1;
    for (let at = 0; at < steps.length; at += 2) {
      const depth = digit(steps, at++) - 1;
      const word = depth < 0 ? opening + 1 : pair(steps, at);
      if (depth <= 0) opening = word;
      if (depth >= 0) at += 2;
      const step = this.addStep(depth <= 0 ? -1 : (path[depth - 1] as number), word);
      this.ends[step] = pair(steps, at) - 1;
      path[Math.max(depth, 0)] = step;
    }
  }

  /** Adds a phrase (lower case, single spaces); returns the step that ends it. */
  add(phrase: string): number {
    let step = -1;
    for (const word of phrase.split(' ')) {
      let hash = SEED;
      for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
      const known = this.words.find(hash, word, 0, word.length);
      const id = known < 0 ? this.words.add(word) : known;
      while (id >= this.opens.length) this.opens = longer(this.opens, -1);
      const next = step < 0 ? (this.opens[id] as number) : this.follow(step, id);
      step = next >= 0 ? next : this.addStep(step, id);
    }
    return step;
  }

  /** Meaning of the phrase that ends with `step`, -1 where none does. */
  meaning(step: number): number {
    return this.ends[step] as number;
  }

  setMeaning(step: number, meaning: number): void {
    this.ends[step] = meaning;
  }

  /** The phrase that ends with `step`, its words joined by spaces. */
  phrase(step: number): string {
    let phrase = this.spelled[step];
    if (phrase === undefined) {
      const before = this.before[step] as number;
      phrase = this.words.spelling(this.last[step] as number);
      if (before >= 0) phrase = `${this.phrase(before)} ${phrase}`;
      this.spelled[step] = phrase;
    }
    return phrase;
  }

  private addStep(before: number, word: number): number {
    const step = this.steps++;
    if (this.steps === this.before.length) {
      this.before = longer(this.before);
      this.last = longer(this.last);
      this.ends = longer(this.ends, -1);
      this.goesOn = longer(this.goesOn);
    }
    this.before[step] = before;
    this.last[step] = word;
    if (before < 0) this.opens[word] = step;
    else {
      this.goesOn[before] = (this.goesOn[before] as number) | (1 << (word & 31));
      if (++this.links * 2 > this.linkFrom.length) this.growLinks();
      this.link(before, word, step);
    }
    return step;
  }

  private growLinks(): void {
    const { linkFrom, linkWord, linkTo } = this;
    this.linkFrom = new Int32Array(linkFrom.length * 2).fill(-1);
    this.linkWord = new Int32Array(linkFrom.length * 2);
    this.linkTo = new Int32Array(linkFrom.length * 2);
    for (let k = 0; k < linkFrom.length; k++)
      if ((linkFrom[k] as number) >= 0) this.link(linkFrom[k] as number, linkWord[k] as number, linkTo[k] as number);
  }

  private link(step: number, word: number, to: number): void {
    const size = this.linkFrom.length - 1;
    let slot = slotOf(step, word) & size;
    while ((this.linkFrom[slot] as number) >= 0) slot = (slot + 1) & size;
    this.linkFrom[slot] = step;
    this.linkWord[slot] = word;
    this.linkTo[slot] = to;
  }

  /** The step that `word` leads to from `step`, -1 where no path goes that way. */
  private follow(step: number, word: number): number {
    const { linkFrom } = this;
    const size = linkFrom.length - 1;
    for (let slot = slotOf(step, word) & size; ; slot = (slot + 1) & size) {
      const from = linkFrom[slot] as number;
      if (from < 0) return -1;
      if (from === step && this.linkWord[slot] === word) return this.linkTo[slot] as number;
    }
  }

  /**
   * Every phrase of a text cut into units, the longest at each place, in order and without overlap: from, to, the step that ends it. Linear:
   * where a path breaks off, reading goes on behind the phrase, or behind its first word where it was none, and no path is longer than the
   * longest phrase.
   */
  scan(text: string, units: Units): readonly number[] {
    const found: number[] = [];
    const { opens, ends, goesOn } = this;
    const { count, word, from, to, end } = units;
    for (let i = 0; i < count;) {
      const id = word[i] as number;
      const open = id < 0 || id >= opens.length ? -1 : (opens[id] as number);
      if (open < 0) {
        i++;
        continue;
      }
      let step = open;
      let best = (ends[open] as number) >= 0 ? open : -1;
      let last = i;
      // A phrase goes on only across one space, hyphen or slash, and not behind a possessive.
      for (let k = i + 1; k < count && goesOn[step] !== 0 && (to[k - 1] as number) === (end[k - 1] as number); k++) {
        if ((word[k] as number) === SLASH && (from[k] as number) === (end[k - 1] as number)) k++;
        const next = k < count ? (word[k] as number) : -1;
        if (next < 0) break;
        const gap = (from[k] as number) - 1;
        const code = text.charCodeAt(gap);
        const before = (word[k - 1] as number) === SLASH ? (end[k - 2] as number) : (end[k - 1] as number);
        if (gap !== before || (code !== 32 && code !== 45 && code !== 47)) break;
        if (((goesOn[step] as number) & (1 << (next & 31))) === 0) break;
        step = this.follow(step, next);
        if (step < 0) break;
        if ((ends[step] as number) >= 0) {
          best = step;
          last = k;
        }
      }
      if (best >= 0) {
        found.push(from[i] as number, to[last] as number, best);
        i = last + 1;
      } else i++;
    }
    return found;
  }
}

const slotOf = (step: number, word: number): number => Math.imul(step * 31 + word, 0x9e3779b1) >>> 15;
