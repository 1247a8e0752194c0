/** The Q&A behind the rules: cards Q1 to Q18, terms of the trade and well-known rewrites. Pure data with three look-ups. */
import { CARD_DATA, PRECEDENT_DATA } from '../generated/cards';
import { TERM_DATA } from '../generated/terms';
import type { Question } from './types';

/** One question of the Q&A. All texts are Markdown of our own and need no escaping. */
export interface Card {
  readonly id: Question;
  /** A few words, for lists: `The Amdahl ceiling`. */
  readonly title: string;
  /** `Foundations`, `Method and numbers`, `Judgement` or `Pressure points`. */
  readonly section: string;
  readonly question: string;
  /** The answer in three to six sentences, one paragraph: what a hover shows. */
  readonly short: string;
  /** The rest of the page as `## ` sections; other cards are linked as `q06.md`. */
  readonly body: string;
  /** Plain-text formula, where the question has one. */
  readonly formula?: string;
  readonly related: readonly Question[];
  /** Rules that rest on this card. */
  readonly rules: readonly string[];
}

/** A term of the trade: a hover of one to three sentences. */
export interface Term {
  readonly id: string;
  readonly title: string;
  /** The card to read on. */
  readonly question: Question;
  /** Spellings that mean it, in lower case. */
  readonly words: readonly string[];
  readonly body: string;
}

/** A rewrite that proposals like to cite, and what it was about. */
export interface Precedent {
  readonly names: readonly string[];
  readonly change: string;
  readonly year: number;
  readonly what: string;
  readonly axis: string;
  readonly scope: string;
  readonly note: string;
  /** Where those who did it tell the story (https). */
  readonly source: string;
}

export const CARDS: readonly Card[] = CARD_DATA;
export const TERMS: readonly Term[] = TERM_DATA;
export const PRECEDENTS: readonly Precedent[] = PRECEDENT_DATA;

/** The card of a question, e.g. `card('Q6')`. Undefined for anything but Q1 to Q18. */
export const card = (question: string): Card | undefined => CARDS.find((c) => c.id === question);

/** The term with this id, e.g. `term('gc-pause')`. */
export const term = (id: string): Term | undefined => TERMS.find((t) => t.id === id);

/** Known rewrites of an organisation or project, by any of its names, in any letter case. */
export const precedents = (name: string): readonly Precedent[] => {
  const wanted = name.trim().toLowerCase();
  return PRECEDENTS.filter((p) => p.names.some((n) => n.toLowerCase() === wanted));
};

/**
 * A card as a page of its own. `link` turns a question into a link target (a command, a file, a URL), since every door has its own.
 */
export function cardPage(c: Card, link: (question: Question) => string): string {
  const body = c.body.replace(/\]\(q(\d\d)\.md\)/g, (_, n: string) => `](${link(`Q${Number(n)}`)})`);
  return `# ${c.id}: ${c.title}\n\n**${c.question}**\n\n${c.short}\n\n${body}\n`;
}
