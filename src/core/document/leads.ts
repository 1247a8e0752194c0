/**
 * Lead-in paragraphs: "**Pros:**" or "Advantages:" before a list does a heading's work in many documents without being one.
 * A lead-in governs the list, table or code right after it; one that is nothing but strong text also governs the paragraphs after it, up to
 * the next lead-in. A block that begins with its own label ("**Cons:** slow builds") is its own lead-in.
 */
import { roleOf, isRolePhrase } from './roles';
import type { Block, SectionRole } from './types';

interface Lead {
  readonly block: number;
  readonly depth: number;
  readonly role: SectionRole;
  /** Nothing but strong text: stands in for a heading. */
  readonly strong: boolean;
}

export interface Leads {
  readonly leadOf: Int32Array;
  readonly leadRole: readonly SectionRole[];
}

export function leadsOf(blocks: readonly Block[], sectionOf: ArrayLike<number>): Leads {
  const leadOf = new Int32Array(blocks.length).fill(-1);
  const leadRole: SectionRole[] = new Array<SectionRole>(blocks.length).fill('other');
  const open: Lead[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'heading' || (i > 0 && sectionOf[i] !== sectionOf[i - 1])) open.length = 0;
    if (block.kind === 'heading') continue;
    const prose = block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'html';
    const strong = prose && isStrong(block);
    const lead = strong || (prose && block.text.endsWith(':'));
    let top = open[open.length - 1];
    while (top !== undefined && (top.depth > block.depth || (top.depth === block.depth && prose && (lead || block.item || !top.strong)))) {
      open.pop();
      top = open[open.length - 1];
    }
    if (top !== undefined) {
      leadOf[i] = top.block;
      leadRole[i] = top.role;
    }
    if (lead) open.push({ block: i, depth: block.depth, role: roleOf(block.text), strong });
    else if (prose) {
      const label = labelOf(block);
      if (label !== null && isRolePhrase(label)) {
        leadOf[i] = i;
        leadRole[i] = roleOf(label);
        if (block.item) open.push({ block: i, depth: block.depth, role: roleOf(label), strong: false });
      }
    }
  }
  return { leadOf, leadRole };
}

function isStrong(block: Block): boolean {
  const { strong, text } = block;
  if (strong.length === 0 || text.length > 120) return false;
  let at = 0;
  for (let i = 0; i < strong.length; i += 2) {
    if (/[\p{L}\p{N}]/u.test(text.slice(at, strong[i]))) return false;
    at = strong[i + 1] as number;
  }
  return !/[\p{L}\p{N}]/u.test(text.slice(at)) && !/[.!]$/.test(text);
}

/** The words before the first colon, or the strong words at the head: "**Cons**: slow", "Pros: fast". Null where there are none. */
function labelOf(block: Block): string | null {
  const { text, strong } = block;
  const colon = text.slice(0, 48).indexOf(':');
  if (colon > 0) return text.slice(0, colon);
  return strong.length > 0 && (strong[0] as number) <= 2 && (strong[1] as number) < 48 ? text.slice(strong[0], strong[1]) : null;
}
