/** What follows from a figure, beside the figure: the ceiling of a speed-up, the months of a payback, the headroom of a growth rate. */
import * as vscode from 'vscode';
import { numberHover } from '../core/hover';
import { hoverDoor, trustedMarkdown } from './door';
import { MARKDOWN } from './selector';
import type { Services } from './services';
import { readSettings } from './settings';
import { noteLabel } from './words';

/** The period of a rate: "$9,000 a month", "6 %/month". A hint between the two would read as part of it. */
const PERIOD = /^\s?(?:(?:a|an|per|each|every)\s|\/\s?)(?:hour|day|week|month|quarter|year)\b/i;

function behind(document: vscode.TextDocument, offset: number): vscode.Position {
  const position = document.positionAt(offset);
  const period = PERIOD.exec(document.lineAt(position.line).text.slice(position.character));
  return period ? position.translate(0, period[0].length) : position;
}

export function registerInlayHints({ engine, configs }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range, token) {
      if (!readSettings(document.uri).inlayHints) return [];
      const analysis = await engine.current(document);
      if (!analysis || token.isCancellationRequested || document.version !== analysis.version) return [];
      const { result } = analysis;
      const door = hoverDoor(document.uri);
      return result.numberNotes().flatMap((note) => {
        const position = behind(document, note.span.to);
        if (!range.contains(position)) return [];
        const hint = new vscode.InlayHint(position, noteLabel(note));
        hint.paddingLeft = true;
        hint.tooltip = trustedMarkdown(numberHover({ ...note, label: noteLabel(note) }, result, door));
        return [hint];
      });
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerInlayHintsProvider(MARKDOWN, provider),
    engine.onDidAnalyse(() => changed.fire()),
    configs.onDidChange(() => changed.fire()),
  );
}
