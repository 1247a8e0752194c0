/** What a hover card needs from the door it is shown at: links that work there, the reader's language, the colours of the theme. */
import type { Question, Span } from '../types';
import type { ChartTheme } from './chart/svg';
import { english, type Translate } from './words';

/** The short form of a Q&A card. Markdown of our own, not escaped again. */
export interface HoverCard {
  /** E.g. `The Amdahl ceiling`. */
  readonly title: string;
  /** The question itself. */
  readonly question: string;
  /** The short answer. */
  readonly short: string;
}

/** A term of the trade. Markdown of our own. */
export interface HoverTerm {
  readonly title: string;
  readonly short: string;
  readonly question: Question;
}

/** Link targets; null where the door has no such link and plain words must do. */
export interface HoverLinks {
  card(question: Question): string | null;
  place(span: Span): string | null;
  review(): string | null;
}

export interface HoverDoor {
  readonly t: Translate;
  readonly links: HoverLinks;
  /** Colours for charts; null where images are not shown. */
  readonly chart: ChartTheme | null;
  card(question: Question): HoverCard | null;
}

/** English, no links, no pictures: what every Markdown reader can show. */
export const PLAIN_DOOR: HoverDoor = {
  t: english,
  links: { card: () => null, place: () => null, review: () => null },
  chart: null,
  card: () => null,
};

/** `[words](target)` where there is a target, the words alone where there is none. `words` is Markdown already. */
export function linked(words: string, target: string | null): string {
  return target === null ? words : `[${words}](${target})`;
}
