/** The small card over a term of the trade. */
import { escapeMarkdown } from '../escape';
import { linked, type HoverDoor, type HoverTerm } from './door';

export function termHover(term: HoverTerm, door: HoverDoor): string {
  const card = door.card(term.question);
  const more = card ? linked(`${term.question} · ${escapeMarkdown(card.title)}`, door.links.card(term.question)) : term.question;
  return [`**${escapeMarkdown(term.title)}**`, term.short, more].join('\n\n');
}
