/** The verdict above the title, and what follows from a figure beside the figure. */
import type { CodeLens, InlayHint, Range } from 'vscode-languageserver';
import { numberHover } from '../core/hover';
import type { Doc } from './documents';
import { DOOR } from './hover';

export function codeLenses(doc: Doc): CodeLens[] {
  const { result } = doc;
  if (!result?.proposal.applies) return [];
  const place = { line: titleLine(doc.text), character: 0 };
  const command = { title: result.review().verdict, command: 'fastEnough.openReview', arguments: [doc.uri] };
  return [{ range: { start: place, end: place }, command }];
}

/** The first heading outside front matter, else the first line after it; looks at the first hundred lines only. 0-based. */
function titleLine(text: string): number {
  const lines = text.split(/\r\n|\r|\n/, 200);
  const opening = lines[0]?.trimEnd();
  let first = 0;
  if (opening === '---' || opening === '+++') {
    const close = lines.indexOf(opening, 1);
    first = close < 0 ? 0 : close + 1;
  }
  const heading = lines.slice(first, first + 100).findIndex((line) => /^#{1,6}\s/.test(line));
  return heading < 0 ? Math.min(first, lines.length - 1) : first + heading;
}

export function inlayHints(doc: Doc, range: Range): InlayHint[] {
  const { result, positions } = doc;
  if (!result) return [];
  const from = positions.offset(range.start);
  const to = positions.offset(range.end);
  return result
    .numberNotes()
    .filter((n) => from <= n.at && n.at <= to)
    .map((n) => ({
      position: positions.position(n.at),
      label: n.label,
      paddingLeft: true,
      tooltip: { kind: 'markdown', value: numberHover(n, result, DOOR) },
    }));
}
