/** The one file that turns the engine's offsets into places of the editor. */
import * as vscode from 'vscode';
import type { Span } from '../core';
import { Lines } from '../core/lines';

export function rangeOf(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.from), document.positionAt(span.to));
}

/** Places in a text that no editor holds open, e.g. a closed file of the workspace. */
export class TextPlaces {
  private readonly lines: Lines;

  constructor(text: string) {
    this.lines = new Lines(text);
  }

  position(offset: number): vscode.Position {
    const { line, column } = this.lines.position(offset);
    return new vscode.Position(line - 1, column - 1);
  }

  range(span: Span): vscode.Range {
    return new vscode.Range(this.position(span.from), this.position(span.to));
  }
}

export interface Places {
  range(span: Span): vscode.Range;
}

export function placesOf(document: vscode.TextDocument): Places {
  return { range: (span) => rangeOf(document, span) };
}
