/** Cards over findings, numbers and terms: the texts of `core/hover`, without links, because a client runs no commands from a hover. */
import type { Hover, Position } from 'vscode-languageserver';
import { card, term } from '../core/cards';
import { findingHover, numberHover, PLAIN_DOOR, termHover, type HoverDoor } from '../core/hover';
import { RULES } from '../core/index';
import type { Span, TermUse } from '../core/types';
import type { Doc } from './documents';

export const DOOR: HoverDoor = { ...PLAIN_DOOR, card: (question) => card(question) ?? null };

/** More than two cards at once nobody reads. */
const MOST_CARDS = 2;
/** Lines after which the same term has a card again. */
const SCREEN = 40;

export function hover(doc: Doc, position: Position, termCards: boolean): Hover | null {
  const { result, positions } = doc;
  if (!result) return null;
  const offset = positions.offset(position);
  const under = (span: Span): boolean => span.from <= offset && offset <= span.to;
  const findings = result.findings.filter((f) => under(f.span)).slice(0, MOST_CARDS);
  const cards = findings.map((f) =>
    findingHover(
      f,
      result,
      RULES.find((r) => r.id === f.rule),
      DOOR,
    ),
  );
  const note = result.numberNotes().find((n) => under(n.span));
  if (note && !findings.some((f) => f.derivation?.worked === note.derivation.worked)) cards.push(numberHover(note, result, DOOR));
  const span = findings[0]?.span ?? note?.span;
  if (span && cards.length > 0) return { contents: { kind: 'markdown', value: cards.join('\n\n---\n\n') }, range: positions.range(span) };
  if (!termCards || !result.proposal.applies) return null;
  const use = oncePerScreen(doc, result.terms()).find((u) => under(u.span));
  const known = use && term(use.term);
  if (!use || !known) return null;
  const words = { title: known.title, short: known.body, question: known.question };
  return { contents: { kind: 'markdown', value: termHover(words, DOOR) }, range: positions.range(use.span) };
}

/** A word that stands everywhere has its card once a screen. */
function oncePerScreen(doc: Doc, uses: readonly TermUse[]): TermUse[] {
  const last = new Map<string, number>();
  return uses.filter((use) => {
    const { line } = doc.positions.position(use.span.from);
    const before = last.get(use.term);
    if (before !== undefined && line - before < SCREEN) return false;
    last.set(use.term, line);
    return true;
  });
}
