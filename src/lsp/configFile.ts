/** Completion and hover in `.fastenough.yaml`. */
import { CompletionItemKind, type CompletionItem, type Hover, type Position } from 'vscode-languageserver';
import { completeConfig, hoverConfig } from '../core/config';
import { RULES } from '../core/index';
import type { Doc } from './documents';

const KINDS = { key: CompletionItemKind.Property, value: CompletionItemKind.EnumMember, rule: CompletionItemKind.Reference } as const;

export function configCompletions(doc: Doc, position: Position): CompletionItem[] {
  return completeConfig(doc.text, doc.positions.offset(position), RULES).map((c) => ({
    label: c.label,
    kind: KINDS[c.kind],
    detail: c.detail,
    filterText: c.label,
    textEdit: { range: doc.positions.range(c.replace), newText: c.insert },
  }));
}

export function configHover(doc: Doc, position: Position): Hover | null {
  const found = hoverConfig(doc.text, doc.positions.offset(position), RULES);
  return found && { contents: { kind: 'markdown', value: found.markdown }, range: doc.positions.range(found.span) };
}
