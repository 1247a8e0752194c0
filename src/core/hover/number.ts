/** The card over a speed-up, payback or growth figure: what follows from it with the document's other numbers. */
import { escapeMarkdown } from '../escape';
import type { LintResult, NumberNote } from '../types';
import { chartImage, derivationLines } from './derivation';
import { linked, type HoverDoor } from './door';

export function numberHover(note: NumberNote, result: LintResult, door: HoverDoor): string {
  const { derivation } = note;
  const parts = [`**${escapeMarkdown(note.label)}**`, derivationLines(derivation, result.text, door)];
  const image = chartImage(derivation, result, door);
  if (image !== '') parts.push(image);
  const card = door.card(derivation.question);
  if (card) parts.push(linked(`${derivation.question} · ${escapeMarkdown(card.title)}`, door.links.card(derivation.question)));
  return parts.join('\n\n');
}
