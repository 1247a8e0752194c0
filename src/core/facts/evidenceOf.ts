/** Evidence by kind: the first place in the document that closes each gap. */
import type { Doc } from '../document/types';
import type { Evidence, EvidenceKind, Proposal } from '../types';
import type { Located } from './collect';
import { within } from './context';
import { formProofs } from '../forms';
import { DETECTORS, type Found } from './evidence/frames';
import { has, mask } from './lexicon';

const SPEED = mask('fast', 'faster', 'fastest', 'slow', 'perfnoun', 'perfadj', 'inefficient');
const AXES = new Set(['latency', 'throughput', 'memory', 'startup', 'size', 'cost', 'jitter', 'build']);
const QUANTITY_AXIS: Readonly<Record<string, string>> = { time: 'latency', rate: 'throughput', bytes: 'memory', fps: 'latency' };
const RESULT =
  /\b(?:faster|slower|reduc\w+|improv\w+|dropp?\w*|cut|down from|from .{1,30} to|vs\.?|versus|compared|than|instead of|now|take\w*|took|only|idles?|uses?|can|measured|achiev\w+|speed\w*|saves?|saved|less|more|result\w*|instances)\b|→/i;
const NAMES_AXIS =
  /\b(?:memory(?: usage| use)?|latency|throughput|start-?up(?: time)?|cold starts?|cost|binary size|bundle size) (?:is|are) (?:what we are graded on|the axis|what (?:counts|matters))\b|\b(?:binary|bundle|image|package) is too (?:large|big)\b/i;
const OURS_DONE = /\b(?:will|would|could|should|expect\w*|estimat\w+|target|goal|planned|potential\w*|projected|theoretical\w*)\b/i;

export function evidenceOf(all: readonly Located[], doc: Doc, proposal: Proposal): { list: Evidence[]; axes: Set<string> } {
  const first = new Map<EvidenceKind, Evidence>();
  const axes = new Set<string>();
  const put = (l: Located, f: Found): void => {
    if (first.has(f.kind)) return;
    first.set(f.kind, {
      kind: f.kind,
      span: doc.span(l.c.block, f.from, f.to),
      quote: l.s.text.slice(f.from - l.s.from, f.to - l.s.from),
      ...(f.quantity ? { value: f.quantity.value, unit: f.quantity.unit } : {}),
    });
  };
  for (const l of all) {
    const { s, c } = l;
    if (s.hits.length === 0 && s.quantities.length === 0) continue;
    for (const detect of DETECTORS) {
      const f = detect(s, c);
      if (f) put(l, f);
    }
    if (proposal.tense === 'done' && !first.has('prototype') && !c.quoted && c.kind !== 'heading') {
      const q = s.quantities.find(
        (x) =>
          x.kind === 'factor' || x.kind === 'time' || x.kind === 'bytes' || x.kind === 'percent' || (x.kind === 'rate' && has(s, SPEED)),
      );
      if (
        q &&
        (has(s, SPEED) || l.near) &&
        RESULT.test(s.text) &&
        !OURS_DONE.test(s.text) &&
        !within(c, 'references', 'prior-art', 'targets', 'goals', 'plan')
      )
        put(l, { kind: 'prototype', from: s.from, to: s.to, quantity: q });
    }
    // "Memory usage is what we are graded on", "The binary is too large": the axis is named, with or without a judgement.
    if (!first.has('axis') && NAMES_AXIS.test(s.text) && !within(c, 'references')) {
      axes.add('memory');
      put(l, { kind: 'axis', from: s.from, to: s.to });
    }
    for (const k of l.claims) {
      if (!AXES.has(k.axis) || within(c, 'references', 'history')) continue;
      if (k.negated && !/not/.test(s.text)) continue;
      axes.add(k.axis);
      put(l, { kind: 'axis', from: k.from, to: k.to });
    }
    if (!first.has('axis') && has(s, SPEED) && !within(c, 'references', 'rejected')) {
      const q = s.quantities.find((x) => QUANTITY_AXIS[x.kind]);
      if (q) {
        axes.add(QUANTITY_AXIS[q.kind] as string);
        put(l, { kind: 'axis', from: s.from, to: s.to, quantity: q });
      }
    }
  }
  for (const p of formProofs(doc)) if (!first.has(p.kind)) first.set(p.kind, { kind: p.kind, span: p.span, quote: p.quote });
  return { list: [...first.values()].sort((a, b) => a.span.from - b.span.from), axes };
}
