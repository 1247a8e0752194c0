/** Number slots: a bare claim gets a bracket that asks for its numbers, right behind the words that make the claim. */
import type { Doc } from '../document/types';
import type { Fix, Span } from '../types';
import { render } from './render';
import type { TemplateValues } from './values';

interface Slot {
  readonly id: string;
  readonly title: string;
  /** In template syntax; hints carry no digits, so an empty slot is no number. */
  readonly body: string;
}

/** Which claim asks for which numbers. */
const SLOTS: Readonly<Record<string, Slot>> = {
  'fast-without-number': {
    id: 'add-number',
    title: 'Add the numbers behind the claim',
    body: ' (${from:before, with unit} → ${to:after, with unit}, measured on ${workload:workload})',
  },
  'language-slow-claim': {
    id: 'add-share',
    title: 'Say for which share of the work',
    body: ' (for ${timeShare:percent} of the request, by ${profiler:profiler or trace})',
  },
  'average-only-latency': { id: 'add-percentile', title: 'Add the percentile', body: ' (${percentile:percentile and value, with unit})' },
  'fastest-to-be-safe': { id: 'add-load', title: 'Add the future load', body: ' (${load:load with unit} expected by ${date:date})' },
  'win-immaterial': {
    id: 'add-volume',
    title: 'Add the volume that multiplies the gain',
    body: ' (times ${volume:requests per month}, which saves ${monthlySaving:currency per month})',
  },
};

/** Behind closing mark-up and the target of a link, so that the bracket does not end up inside them. */
function behindMarkup(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && '*_`~'.includes(text.charAt(at))) at += 1;
  if (text.startsWith('](', at)) {
    const close = text.indexOf(')', at);
    const line = text.indexOf('\n', at);
    if (close > 0 && (line < 0 || close < line)) at = close + 1;
  }
  while (at < text.length && '*_`~'.includes(text.charAt(at))) at += 1;
  return at;
}

/** The number slot for a claim of this rule at `span`; null where the rule asks for none, or an open slot already stands there. */
export function slotFix(doc: Doc, rule: string, span: Span, values: TemplateValues): Fix | null {
  const slot = Object.hasOwn(SLOTS, rule) ? SLOTS[rule] : undefined;
  if (!slot) return null;
  let end = span.to;
  while (end > span.from + 1 && '.!?,;:'.includes(doc.text.charAt(end - 1))) end -= 1;
  const offset = behindMarkup(doc.text, end);
  // A bracket with an open slot is one that this fix inserted before.
  if (/^ \([^()\r\n]{0,200}\{[^{}\r\n]{1,80}\}/.test(doc.text.slice(offset, offset + 300))) return null;
  const inserted = render(slot.body, values);
  return {
    id: slot.id,
    title: slot.title,
    applicability: 'template',
    edits: [{ from: offset, to: offset, text: inserted.text, snippet: inserted.snippet }],
  };
}

/** All number slots, for the rules' metadata and pages. */
export const SLOT_FIXES: readonly { readonly rule: string; readonly fix: string; readonly title: string }[] = Object.entries(SLOTS).map(
  ([rule, s]) => ({ rule, fix: s.id, title: s.title }),
);
