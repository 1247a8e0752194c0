/** Suppressions of the document applied to its findings; a directive that is wrong, gives no reason or silences nothing is itself reported. */
import { wholeTo } from './escape';
import type { Directive, Doc } from './document/types';
import { Lines } from './lines';
import { metaOf, RULE_IDS } from './ruleset';
import { toFinding } from './run';
import { silencedBy, type Stretch } from './silence';
import type { Finding, Span } from './types';

const META = 'directive-problem';

/** `fold` makes the findings shown of those that are left; what it adds can be suppressed as well. */
export function createDirectives(
  doc: Doc,
  findings: readonly Finding[],
  applies: boolean,
  fold: (left: readonly Finding[]) => readonly Finding[] = (left) => left,
): { findings: Finding[]; suppressed: { finding: Finding; reason: string }[] } {
  if (doc.directives.length === 0) return { findings: [...fold(findings)], suppressed: [] };
  const ranges: Stretch[] = [];
  const problems: Finding[] = [];
  const meta = metaOf(META);
  const report = (messageId: string, span: Span, data: Record<string, string>): void => {
    if (meta && applies) problems.push(toFinding(meta, 'information', { span, messageId, data }));
  };
  const { text } = doc;
  const lines = new Lines(text);
  const lineAt = (offset: number): number => lines.position(offset).line;
  const line = (number: number): { from: number; to: number } => ({ from: lines.start(number), to: lines.end(number) });
  const below = nextText(lines);
  // What is open, by its number, and the numbers by rule ('' where none is named: all). What one rule closed stays in the lists of others.
  const open = new Map<number, Directive>();
  const openBy = new Map<string, number[]>();
  for (const [number, d] of doc.directives.entries()) {
    if (d.action === 'unknown') {
      report('unknown', d.span, { text: d.raw.slice(0, wholeTo(d.raw, 60)) });
      continue;
    }
    for (const r of d.rules) if (!RULE_IDS.has(r.id)) report('unknownRule', r.span, { rule: r.id });
    if (d.action !== 'enable' && /^\W*(?:reason\W*)?$/.test(d.reason)) report('noReason', d.span, {});
    if (d.action === 'disable-file') ranges.push({ directive: d, from: 0, to: text.length + 1 });
    else if (d.action === 'disable-line') ranges.push({ directive: d, ...line(lineAt(d.span.from)) });
    else if (d.action === 'disable-next-line') ranges.push({ directive: d, ...line(below(lineAt(d.span.to))) });
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
  const spokenOf = (list: readonly Finding[]): Finding[] => {
    const silenced = silencedBy(list, ranges);
    return list.filter((f) => {
      const by = silenced.get(f);
      if (!by) return true;
      used.add(by);
      suppressed.push({ finding: f, reason: by.reason });
      return false;
    });
  };
  const left = spokenOf(findings);
  const known = new Set(left);
  const folded = fold(left);
  const added = new Set(spokenOf(folded.filter((f) => !known.has(f))));
  const kept = folded.filter((f) => known.has(f) || added.has(f));
  for (const r of ranges)
    if (!used.has(r.directive) && r.directive.rules.every((x) => RULE_IDS.has(x.id))) report('unused', r.directive.span, {});
  return { findings: [...kept, ...problems].sort((a, b) => a.span.from - b.span.from), suppressed };
}

/** "Next line" is the next line of text: a directive in a comment of its own often has a blank line under it. Each blank line is read once. */
function nextText(lines: Lines): (line: number) => number {
  const known = new Map<number, number>();
  return (line) => {
    const seen = known.get(line);
    if (seen !== undefined) return seen;
    let next = line + 1;
    while (next < lines.count && isBlank(lines.line(next))) next++;
    known.set(line, next);
    return next;
  };
}

/** Quotation marks of a block quotation are no text. */
const isBlank = (line: string): boolean => /^[ \t>]*$/.test(line);
