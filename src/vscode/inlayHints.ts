/** What follows from a figure, beside the figure: the ceiling of a speed-up, the months of a payback, the headroom of a growth rate. */
import * as vscode from 'vscode';
import { numberHover } from '../core/hover';
import { hoverDoor, trustedMarkdown } from './door';
import { MARKDOWN } from './selector';
import type { Services } from './services';
import { readSettings } from './settings';
import { noteLabel } from './words';

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
        const position = document.positionAt(note.at);
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
