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

/** `fold` makes the findings shown of those that are left; what it adds can be suppressed as well. */
export function createDirectives(
  doc: Doc,
  findings: readonly Finding[],
  applies: boolean,
  fold: (left: readonly Finding[]) => readonly Finding[] = (left) => left,
): { findings: Finding[]; suppressed: { finding: Finding; reason: string }[] } {
  if (doc.directives.length === 0) return { findings: [...fold(findings)], suppressed: [] };
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
  // What is open, by its number, and the numbers by rule ('' where none is named: all). What one rule closed stays in the lists of others.
  const open = new Map<number, Directive>();
  const openBy = new Map<string, number[]>();
  for (const [number, d] of doc.directives.entries()) {
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
    else if (d.action === 'disable') {
      open.set(number, d);
      for (const id of d.rules.length === 0 ? [''] : d.rules.map((r) => r.id)) {
        const list = openBy.get(id);
        if (list) list.push(number);
        else openBy.set(id, [number]);
      }
    } else {
      const ids = d.rules.length === 0 ? [...openBy.keys()] : ['', ...new Set(d.rules.map((r) => r.id))];
      const closing = ids.flatMap((id) => openBy.get(id) ?? []);
      for (const id of ids) openBy.delete(id);
      // The last one first: where several silence a finding, the reason of the first range is given.
      for (const i of closing.sort((x, y) => y - x)) {
        const o = open.get(i);
        if (!o) continue;
        ranges.push({ directive: o, from: o.span.to, to: d.span.from });
        open.delete(i);
      }
    }
  }
  for (const o of open.values()) ranges.push({ directive: o, from: o.span.to, to: text.length + 1 });
  const used = new Set<Directive>();
  const suppressed: { finding: Finding; reason: string }[] = [];
  const isSpoken = (f: Finding): boolean => {
    const by = ranges.find(
      (r) =>
        f.span.from >= r.from && f.span.from < r.to && (r.directive.rules.length === 0 || r.directive.rules.some((x) => x.id === f.rule)),
    );
    if (!by) return true;
    used.add(by.directive);
    suppressed.push({ finding: f, reason: by.directive.reason });
    return false;
  };
  const left = findings.filter(isSpoken);
  const known = new Set(left);
  const kept = fold(left).filter((f) => known.has(f) || isSpoken(f));
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
