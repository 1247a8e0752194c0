/** Suppressions of the document applied to its findings; a directive that is wrong, gives no reason or silences nothing is itself reported. */
import type { Directive, Doc } from './document/types';
import { metaOf, RULE_IDS } from './ruleset';
import { toFinding } from './run';
import type { Finding, Span } from './types';

interface Range {
  readonly directive: Directive;
  readonly from: number;
  readonly to: number;
}

const META = 'directive-problem';

export function createDirectives(
  doc: Doc,
  findings: readonly Finding[],
  applies: boolean,
): { findings: Finding[]; suppressed: { finding: Finding; reason: string }[] } {
  if (doc.directives.length === 0) return { findings: [...findings], suppressed: [] };
  const ranges: Range[] = [];
  const problems: Finding[] = [];
  const meta = metaOf(META);
  const report = (messageId: string, span: Span, data: Record<string, string>): void => {
    if (meta && applies) problems.push(toFinding(meta, 'information', { span, messageId, data }));
  };
  const text = doc.text;
  const lineEnd = (at: number): number => {
    const i = text.indexOf('\n', at);
    return i < 0 ? text.length : i + 1;
  };
  const open: Directive[] = [];
  for (const d of doc.directives) {
    if (d.action === 'unknown') {
      report('unknown', d.span, { text: d.raw.slice(0, 60) });
      continue;
    }
    for (const r of d.rules) if (!RULE_IDS.has(r.id)) report('unknownRule', r.span, { rule: r.id });
    if (d.action !== 'enable' && /^\W*(?:reason\W*)?$/.test(d.reason)) report('noReason', d.span, {});
    if (d.action === 'disable-file') ranges.push({ directive: d, from: 0, to: text.length + 1 });
    else if (d.action === 'disable-line')
      ranges.push({ directive: d, from: text.lastIndexOf('\n', d.span.from) + 1, to: lineEnd(d.span.from) });
    else if (d.action === 'disable-next-line') ranges.push({ directive: d, ...nextBlock(doc, d, lineEnd) });
    else if (d.action === 'disable') open.push(d);
    else
      for (let i = open.length - 1; i >= 0; i--) {
        const o = open[i] as Directive;
        if (d.rules.length === 0 || o.rules.some((r) => d.rules.some((x) => x.id === r.id)) || o.rules.length === 0) {
          ranges.push({ directive: o, from: o.span.to, to: d.span.from });
          open.splice(i, 1);
        }
      }
  }
  for (const o of open) ranges.push({ directive: o, from: o.span.to, to: text.length + 1 });
  const used = new Set<Directive>();
  const kept: Finding[] = [];
  const suppressed: { finding: Finding; reason: string }[] = [];
  for (const f of findings) {
    const by = ranges.find(
      (r) =>
        f.span.from >= r.from && f.span.from < r.to && (r.directive.rules.length === 0 || r.directive.rules.some((x) => x.id === f.rule)),
    );
    if (by) {
      used.add(by.directive);
      suppressed.push({ finding: f, reason: by.directive.reason });
    } else kept.push(f);
  }
  for (const r of ranges)
    if (!used.has(r.directive) && r.directive.rules.every((x) => RULE_IDS.has(x.id))) report('unused', r.directive.span, {});
  return { findings: [...kept, ...problems].sort((a, b) => a.span.from - b.span.from), suppressed };
}

/** "Next line" is the next line of text: a directive in a comment of its own often has a blank line under it. */
function nextBlock(doc: Doc, d: Directive, lineEnd: (at: number) => number): { from: number; to: number } {
  let from = lineEnd(d.span.to);
  while (from < doc.text.length && /^[ \t>]*\r?\n?$/.test(doc.text.slice(from, lineEnd(from)))) {
    const next = lineEnd(from);
    if (next === from) break;
    from = next;
  }
  return { from, to: lineEnd(from) };
}
