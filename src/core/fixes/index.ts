/** Named edit builders: what a finding's quick fixes change in the text. Pure; the finding, the document and its known values go in. */
import { TEMPLATE_DATA } from '../../generated/templates';
import type { Doc } from '../document/types';
import type { Finding, Fix, Proposal } from '../types';
import { blockFix, sectionFix, type Template } from './insert';
import { slotFix, SLOT_FIXES } from './slot';
import { suppressFile, suppressHere } from './suppress';
import type { TemplateValues } from './values';

export type { Template } from './insert';
export type { TemplateValues, Value, ValueName } from './values';

export interface FixContext {
  readonly doc: Doc;
  readonly finding: Finding;
  readonly proposal: Proposal;
  readonly values: TemplateValues;
  /** Path of the document, to tell MDX from Markdown; nothing is read from it. */
  readonly path?: string;
}

const TEMPLATES: readonly Template[] = TEMPLATE_DATA;

/** A value of today belongs beside a target of the same metric; where the metric is not known, it would be put beside any. */
function coherent(values: TemplateValues): TemplateValues {
  if (values.metric || !values.today) return values;
  const { today: _unplaced, ...rest } = values;
  return rest;
}

/** All fixes for one finding, the most useful first: number slot, templates, then the two ways to accept it. */
export function buildFixes(context: FixContext): readonly Fix[] {
  const { doc, finding } = context;
  const values = coherent(context.values);
  const mdx = /\.mdx$/i.test(context.path ?? '');
  const { rule, span } = finding;
  const fixes: (Fix | null)[] = [slotFix(doc, rule, span, values)];
  for (const template of TEMPLATES) {
    if (!template.closes.includes(rule)) continue;
    fixes.push(template.place === 'section' ? sectionFix(doc, template, values) : blockFix(doc, template, values, span));
  }
  // What is wrong with a directive is mended in the directive; silencing it would be one more.
  if (rule !== 'directive-problem') fixes.push(suppressHere(doc, rule, span, mdx), suppressFile(doc, rule, mdx));
  return fixes.filter((f): f is Fix => f !== null);
}

/** Ids of the fixes (without suppressions) that a rule's findings may offer, for its metadata and docs. */
export function fixIdsOf(rule: string): readonly string[] {
  const slots = SLOT_FIXES.filter((s) => s.rule === rule).map((s) => s.fix);
  return [...slots, ...TEMPLATES.filter((t) => t.closes.includes(rule)).map((t) => `insert-${t.id}`)];
}

/** Title of a fix id from `fixIdsOf`, e.g. `Insert SLO section`; undefined for an id that no rule offers. */
export function fixTitle(id: string): string | undefined {
  return SLOT_FIXES.find((s) => s.fix === id)?.title ?? TEMPLATES.find((t) => `insert-${t.id}` === id)?.title;
}
