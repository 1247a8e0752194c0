/** What a section is for, by the words of its heading. The words are data, in `roleWords.ts`; how they are matched stands here. */
import { ROLE_WORDS } from './roleWords';
import type { SectionRole } from './types';

interface Entry {
  readonly words: readonly string[];
  readonly role: SectionRole;
  /** `=`: only as the whole of what is looked at ("Updates", not "Source updates"); `~`: only at its end ("Memory issues", not "Issues tab"). */
  readonly mark: '=' | '~' | '';
}

let table: ReadonlyMap<string, readonly Entry[]> | null = null;

/** Entries by their first word, longest first. */
function entries(): ReadonlyMap<string, readonly Entry[]> {
  if (table !== null) return table;
  const built = new Map<string, Entry[]>();
  for (const [role, phrases] of ROLE_WORDS) {
    for (const phrase of phrases) {
      const mark = phrase.startsWith('=') ? '=' : phrase.startsWith('~') ? '~' : '';
      const words = phrase.slice(mark.length).split(' ');
      const entry: Entry = { words, role, mark };
      const known = built.get(words[0] as string);
      if (known === undefined) built.set(words[0] as string, [entry]);
      else known.push(entry);
    }
  }
  for (const list of built.values()) list.sort((x, y) => y.words.length - x.words.length);
  return (table = built);
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Say nothing at the head of a heading: "The", "Our", "Section 2", "Proposed". */
const LEADING = set(
  'the our a an section chapter part key main proposed expected potential overall detailed initial additional some any known other',
);
/** Where the head of a heading ends: "Benefits of Rust", "Consequences for operations". */
const TURNING = set('of for with to from in on by at vs versus when if that over about than under using through');
/** With a number they are steps of a plan: "Phase 2", "Week 1-3". */
const STEPS = set('phase phases week weeks month months step sprint sprints milestone stage iteration quarter');
/** With a number or letter they are options: "Option B", "Solution 1". */
const CHOICES = set('option alternative solution approach candidate variant choice scenario');
const NEGATIONS = set("not don't doesn't didn't isn't aren't won't can't never");

const NUMBER = /^(?:\d+|[ivx]{1,4}|[a-z]\d?)$/;

/** Words in lower case: letters and digits, apostrophes inside; signs, emoji and numbering marks fall away. */
function wordsOf(title: string): string[] {
  return title.toLowerCase().match(/[\p{L}\p{N}]+(?:'[a-z]+)?/gu) ?? [];
}

function without(words: readonly string[], drop: (word: string) => boolean): readonly string[] {
  let i = 0;
  while (i < words.length - 1 && drop(words[i] as string)) i++;
  return i === 0 ? words : words.slice(i);
}

const numbered = (words: readonly string[]): readonly string[] => without(words, (word) => NUMBER.test(word));
/** Words without numbering and articles at the head. */
const stripped = (words: readonly string[]): readonly string[] => without(words, (word) => NUMBER.test(word) || LEADING.has(word));

interface Match {
  readonly role: SectionRole;
  readonly length: number;
  readonly at: number;
}

/** The best phrase in `words`: the longest, and of equals the last, for in English the head stands at the end. */
function best(words: readonly string[]): Match | null {
  const known = entries();
  let found: Match | null = null;
  for (let at = 0; at < words.length; at++) {
    for (const { words: phrase, role, mark } of known.get(words[at] as string) ?? []) {
      const end = at + phrase.length;
      if (end > words.length || (mark !== '' && end < words.length) || (mark === '=' && at > 0)) continue;
      if (!phrase.every((word, k) => words[at + k] === word)) continue;
      if (found === null || phrase.length >= found.length) found = { role, length: phrase.length, at };
      break;
    }
  }
  return found;
}

/** Role of words that as a whole are a known phrase, with or without what stands at their head; null where they are not. */
function exact(words: readonly string[]): SectionRole | null {
  for (const candidate of [words, numbered(words), stripped(words)]) {
    const match = best(candidate);
    if (match !== null && match.length === candidate.length) return match.role;
  }
  return null;
}

function part(title: string): SectionRole {
  const all = wordsOf(title);
  if (all.length === 0 || all.length > 14) return 'other';
  const known = exact(all);
  if (known !== null) return known;
  const words = stripped(all);
  const [first, second] = words as [string, string | undefined];
  if (second !== undefined && /^(?:\d+|[a-z])$/.test(second)) {
    if (STEPS.has(first) && second <= '9') return 'plan';
    if (CHOICES.has(first)) return 'options';
  }
  if (first === 'why') return words.some((word) => NEGATIONS.has(word)) ? 'rejected' : 'rationale';
  const turn = words.findIndex((word) => TURNING.has(word));
  const head = turn > 0 ? best(stripped(words.slice(0, turn))) : null;
  if (head !== null) return head.role;
  const whole = best(words);
  if (whole === null) return 'other';
  // One word in the middle of a long title, or behind its head, says little: "Probabilistic span/log sampler", "Shepherd of the proposal".
  if (whole.length === 1 && ((words.length > 3 && whole.at > 0 && whole.at < words.length - 1) || (turn > 0 && whole.at > turn)))
    return 'other';
  return whole.role;
}

/** True where the whole title is a known phrase: "Summary", "2. Decision drivers". */
export function isRolePhrase(title: string): boolean {
  return title.length < 80 && exact(wordsOf(title)) !== null;
}

/** Role of a heading or lead-in by its words; `other` where it names none. Long sentences name none. */
export function roleOf(title: string): SectionRole {
  if (title.length > 200) return 'other';
  const mark = /[:–—(]| - /.exec(title)?.index ?? -1;
  if (mark <= 0) return part(title);
  const first = part(title.slice(0, mark));
  return first === 'other' ? part(title.slice(mark + 1)) : first;
}
