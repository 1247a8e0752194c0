/**
 * Lead-in paragraphs: "**Pros:**" or "Advantages:" before a list does a heading's work in many documents without being one.
 * A lead-in governs the list, table or code right after it; one that is nothing but strong text also governs the paragraphs after it, up to
 * the next lead-in. A block that begins with a label of its own ("**Cons:** slow builds") is its own lead-in.
 */
import { isRolePhrase, roleOf } from './roles';
import type { Block, Label, SectionRole } from './types';

interface Lead {
  readonly block: number;
  readonly depth: number;
  readonly label: Label;
}

/** What the block says of itself; depends on the block alone. */
export function labelOf(block: Block): Label | null {
  const { text, kind } = block;
  if (kind === 'heading') return { kind: 'heading', role: roleOf(text), phrase: isRolePhrase(text) };
  if ((kind !== 'paragraph' && kind !== 'item' && kind !== 'html') || text === '') return null;
  if (isStrong(block)) return { kind: 'strong', role: roleOf(text), phrase: false };
  if (text.charCodeAt(text.length - 1) === 58) return { kind: 'colon', role: isShort(text) ? roleOf(text) : 'other', phrase: false };
  const head = headOf(block);
  if (head === '' || !isRolePhrase(head)) return null;
  const role = roleOf(head);
  return VAGUE.has(role) ? null : { kind: 'own', role, phrase: false };
}

/** Roles whose words are no labels: "Performance: 45K RPS" is no evidence, "API: compatible" no design. */
const VAGUE: ReadonlySet<SectionRole> = new Set<SectionRole>(['evidence', 'design', 'testing', 'references', 'other']);

/** A whole sentence before a list uses the words of a heading in passing. */
function isShort(text: string): boolean {
  return text.length < 60 && text.split(' ', 7).length < 7;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Nothing but strong text and signs. */
function isStrong({ strong, text }: Block): boolean {
  if (strong.length === 0 || text.length > 120) return false;
  let at = 0;
  for (let i = 0; i < strong.length; i += 2) {
    if (LETTER.test(text.slice(at, strong[i]))) return false;
    at = strong[i + 1] as number;
  }
  const last = text.charCodeAt(text.length - 1);
  return last !== 46 && last !== 33 && !LETTER.test(text.slice(at));
}

/** The words before an early colon, or the strong words at the head; '' where there are none. */
function headOf({ text, strong }: Block): string {
  const colon = text.indexOf(':');
  if (colon > 0 && colon < 48) return text.slice(0, colon);
  return strong.length > 0 && (strong[0] as number) <= 2 && (strong[1] as number) < 48 ? text.slice(strong[0], strong[1]) : '';
}

export interface Leads {
  readonly leadOf: Int32Array;
  readonly leadRole: readonly SectionRole[];
}

/** Which lead-in governs which block. `labels` is parallel to `blocks`. */
export function leadsOf(blocks: readonly Block[], labels: readonly (Label | null)[]): Leads {
  const leadOf = new Int32Array(blocks.length).fill(-1);
  const leadRole: SectionRole[] = [];
  const open: Lead[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const label = labels[i] as Label | null;
    leadRole.push('other');
    if (block.kind === 'heading') {
      open.length = 0;
      continue;
    }
    const introduces = label !== null && label.kind !== 'own';
    const prose = block.kind !== 'row' && block.kind !== 'code';
    let top = open[open.length - 1];
    while (
      top !== undefined &&
      (top.depth > block.depth || (top.depth === block.depth && prose && (introduces || block.item || top.label.kind !== 'strong')))
    ) {
      open.pop();
      top = open[open.length - 1];
    }
    if (label?.kind === 'own') {
      leadOf[i] = i;
      leadRole[i] = label.role;
    } else if (top !== undefined) {
      leadOf[i] = top.block;
      leadRole[i] = top.label.role;
    }
    if (introduces || (label !== null && block.item)) open.push({ block: i, depth: block.depth, label });
  }
  return { leadOf, leadRole };
}
