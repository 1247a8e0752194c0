/** Fixes of the engine as edits of the editor. */
import * as vscode from 'vscode';
import type { Edit, Fix } from '../core';
import { escapeSnippet } from '../core/escape';

/** Line breaks of the engine's texts are LF; a document may use CRLF. */
function inEol(text: string, document: vscode.TextDocument): string {
  return document.eol === vscode.EndOfLine.CRLF ? text.replace(/\r?\n/g, '\r\n') : text;
}

const rangeOfEdit = (edit: Edit, document: vscode.TextDocument): vscode.Range =>
  new vscode.Range(document.positionAt(edit.from), document.positionAt(edit.to));

/** The fix with its tab stops. Applied to a document that is not in front, the editor inserts the plain words. */
export function snippetEdit(fix: Fix, document: vscode.TextDocument): vscode.WorkspaceEdit {
  const edits = fix.edits.map((edit) => {
    const snippet = new vscode.SnippetTextEdit(rangeOfEdit(edit, document), new vscode.SnippetString(inEol(edit.snippet, document)));
    snippet.keepWhitespace = true;
    return snippet;
  });
  const whole = new vscode.WorkspaceEdit();
  whole.set(document.uri, edits);
  return whole;
}

/** The fix as plain text, without tab stops. */
export function plainEdits(fix: Fix, document: vscode.TextDocument): vscode.TextEdit[] {
  return fix.edits.map((edit) => new vscode.TextEdit(rangeOfEdit(edit, document), inEol(edit.text, document)));
}

/** A suppression with its reason filled in: the reason takes the place of the first tab stop. */
export function withReason(fix: Fix, reason: string): Fix {
  // Two hyphens would end an HTML comment, a closing bracket the `[//]: #` form, a line break either.
  const safe = reason
    .replace(/\s+/g, ' ')
    .replace(/-{2,}/g, '–')
    .replace(/[<>()]/g, '')
    .trim();
  const fill = (edit: Edit): Edit => {
    const snippet = edit.snippet.replace(/\$\{1:(?:[^\\}]|\\.)*\}|\$1/, () => escapeSnippet(safe));
    return { ...edit, snippet, text: edit.text };
  };
  return { ...fix, edits: fix.edits.map(fill) };
}
