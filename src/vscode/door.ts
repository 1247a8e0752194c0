/** The editor's door to the shared hover cards: command links, the reader's language, the colours of the theme. */
import * as vscode from 'vscode';
import { commandUri } from '../core/escape';
import type { HoverDoor } from '../core/hover';
import type { ChartTheme } from '../core/hover/chart/svg';
import { core } from './core';
import { translate } from './words';

/** The only commands that a card may run. */
export const HOVER_COMMANDS = ['fastEnough.openCard', 'fastEnough.openReview', '_fastEnough.reveal'] as const;

export function chartTheme(): ChartTheme {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.HighContrast:
      return 'contrast-dark';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'contrast-light';
    default:
      return 'dark';
  }
}

export function hoverDoor(uri: vscode.Uri): HoverDoor {
  return {
    t: translate,
    chart: chartTheme(),
    card: (question) => core().card(question) ?? null,
    links: {
      card: (question) => commandUri('fastEnough.openCard', [question]),
      place: (span) => commandUri('_fastEnough.reveal', [uri.toString(), span.from, span.to]),
      review: () => commandUri('fastEnough.openReview', [uri.toString()]),
    },
  };
}

/** Markdown that may run the commands of our own cards and nothing else; HTML stays text. */
export function trustedMarkdown(markdown: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown);
  text.isTrusted = { enabledCommands: HOVER_COMMANDS };
  text.supportHtml = false;
  return text;
}
