/** Hover cards: over a finding, over a number from which something follows, over a term of the trade. */
import * as vscode from 'vscode';
import { findingHover, numberHover, termHover } from '../core/hover';
import type { Span } from '../core';
import { core } from './core';
import { hoverDoor, trustedMarkdown } from './door';
import { rangeOf } from './ranges';
import { MARKDOWN } from './selector';
import type { Services } from './services';
import { readSettings } from './settings';
import { oncePerScreen } from './termCards';
import { noteLabel, ruleMeta } from './words';

/** More than two cards at once nobody reads. */
const MOST_CARDS = 2;

export function registerHover({ engine }: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider(MARKDOWN, {
    async provideHover(document, position, token) {
      const analysis = await engine.current(document);
      if (!analysis || token.isCancellationRequested || document.version !== analysis.version) return undefined;
      const { result } = analysis;
      const offset = document.offsetAt(position);
      const under = (span: Span): boolean => span.from <= offset && offset <= span.to;
      const door = hoverDoor(document.uri);

      const findings = result.findings.filter((finding) => under(finding.span)).slice(0, MOST_CARDS);
      const note = result.numberNotes().find((candidate) => under(candidate.span));
      const cards = findings.map((finding) => trustedMarkdown(findingHover(finding, result, ruleMeta(finding.rule), door)));
      const alreadyShown = findings.some((finding) => finding.derivation?.worked === note?.derivation.worked);
      if (note && !alreadyShown) cards.push(trustedMarkdown(numberHover({ ...note, label: noteLabel(note) }, result, door)));
      const span = note?.span ?? findings[0]?.span;
      if (span && cards.length > 0) return new vscode.Hover(cards, rangeOf(document, findings[0]?.span ?? span));

      if (!result.proposal.applies || !readSettings(document.uri).termCards) return undefined;
      const use = oncePerScreen(result.terms(), document).find((candidate) => under(candidate.span));
      const known = use && core().term(use.term);
      if (!use || !known) return undefined;
      const words = { title: known.title, short: known.body, question: known.question };
      return new vscode.Hover(trustedMarkdown(termHover(words, door)), rangeOf(document, use.span));
    },
  });
}
