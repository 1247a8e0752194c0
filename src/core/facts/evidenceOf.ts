/** Evidence by kind: the place in the document that closes each gap most clearly. */
import type { Doc } from '../document/types';
import { formProofs } from '../forms';
import { flag } from '../model/keys';
import type { Model } from '../model/tables';
import type { Evidence, EvidenceKind } from '../types';
import { has, mask } from '../words/lexicon';
import type { Quantity } from '../words/quantities';
import type { Located } from './located';
import { within } from './context';
import { openBlocks } from './openBlocks';
import { roleInRow } from './figures/latencies';

export const EVIDENCE: readonly EvidenceKind[] = [
  'slo',
  'consequence',
  'workload-shape',
  'profile',
  'amdahl',
  'cheap-fix',
  'prototype',
  'payback',
  'opportunity-cost',
  'shadow-run',
  'kill-criterion',
  'revisit',
  'talent',
  'polyglot',
  'axis',
  'load-test',
];

/** Kinds whose figure is shown with them. */
const FIGURED: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['slo', 'profile', 'amdahl', 'prototype', 'load-test', 'cheap-fix']);
const CARRIES: ReadonlySet<Quantity['kind']> = new Set(['factor', 'percent', 'time', 'bytes', 'rate', 'fps', 'money']);

/** What a published benchmark shows was not measured on this workload, unless we are the ones who measured. */
const OTHERS = mask('othersbench');
const WE = mask('wefirst');

/** What is asked, or told of the work of others, proves nothing of this work. */
export const couldProve = ({ s, c }: Located): boolean => !s.question && !within(c, 'references', 'prior-art');

/** Evidence of how things are today. */
const STATES: ReadonlySet<EvidenceKind> = new Set(['workload-shape', 'profile', 'amdahl']);
const IF = /^\W{0,3}if\b/i;
const WOULD = /\bwould\b/i;
const WHETHER = /\b(?:not know|not sure|unknown|unclear|find out|clarify|check|verify) (?:yet )?whether\b/i;
/** "Rust is ideal for CPU-bound work": of the technology, and not of the work at hand. */
const SUITS =
  /^\W{0,3}[\w.+#]+(?: [\w.+#]+)? (?:is|are) (?:\w+ )?(?:good|great|ideal|perfect|excellent|suited|suitable|designed|made|best) (?:for|to)\b/i;
/** A condition contrary to fact, a question in other words and praise in general say nothing of how things are. */
const tellsState = ({ s }: Located): boolean =>
  !(IF.test(s.text) && WOULD.test(s.text)) && !WHETHER.test(s.text) && !(s.named.length > 0 && SUITS.test(s.text));

const PROFILED = mask('profword');
const NOT_YET = mask('plan', 'hypo', 'neg');
const INTRODUCES = flag('introduces figures');
/** A list or table of shares is rarely longer. */
const NEAR = 14;

/** "We profiled production for an hour:" above two shares or more: the profile stands in both together, and in neither alone. */
const profileAbove = (all: readonly Located[]): Located | undefined =>
  all.find(
    (l, i) =>
      l.at.flags.includes(INTRODUCES) &&
      has(l.s, PROFILED) &&
      // "Profile the service" is a plan, but here the word stands beside its tool.
      !l.s.hits.some((h) => has(h.m, NOT_YET) && h.word !== 'profile') &&
      couldProve(l) &&
      all.slice(i + 1, i + NEAR).filter((x) => x.c.section === l.c.section && x.s.quantities.some((q) => q.kind === 'percent')).length > 1,
  );

/** A limit in a table whose column or row is headed as a target: a cell says too little for a sum to see it. */
const targetInTable = ({ s, c }: Located): boolean =>
  c.kind === 'row' &&
  !c.headRow &&
  s.quantities.some((q) => q.kind === 'time' || q.kind === 'rate') &&
  roleInRow(c.header, c.rowHead) === 'target';

const TARGET = mask('goalword');
const DENIED = mask('neg', 'hypo', 'reject');
/** What stands between the word for a target and its number: "is", "of", a colon; what it is for. */
const STATES_IT = /^(?: (?:for|of|on) [\w ]{1,24})?(?:\s?[:=≤<|]|\s(?:is|are|of))\s?[\w ≤<]{0,12}$/;
/** "Our promise line is 250 ms at p99": the word says that it is a target, whatever the sentence is otherwise. */
const targetStated = ({ s }: Located): boolean =>
  !s.hits.some((h) => has(h.m, DENIED)) &&
  s.hits.some(
    (h) =>
      has(h.m, TARGET) &&
      s.quantities.some(
        (q) => (q.kind === 'time' || q.kind === 'rate') && q.from >= h.to && STATES_IT.test(s.text.slice(h.to - s.from, q.from - s.from)),
      ),
  );

/** A target that its place or its word tells, of what is proposed and not of an option. */
const isTarget = (l: Located): boolean => !within(l.c, 'rejected', 'options') && (targetInTable(l) || targetStated(l));

export function evidenceOf(all: readonly Located[], doc: Doc, model: Model): { list: Evidence[]; axes: Set<string> } {
  const axes = new Set<string>();
  const list: Evidence[] = [];
  const axis = model.index('axis');
  const prototype = model.index('prototype');
  const slo = model.index('slo');
  const isOpen = openBlocks(doc);
  const best: (Located | undefined)[] = [];
  const sumOf = (l: Located, k: number): number => (l.memo.sums as Float32Array)[k] as number;
  const asked = model.bits(EVIDENCE);
  for (const l of all) {
    let held = l.memo.held & asked;
    if (held === 0 || !couldProve(l) || isOpen(l.c.block)) continue;
    for (; held !== 0; held &= held - 1) {
      const k = 31 - Math.clz32(held & -held);
      if (k === prototype && has(l.s, OTHERS) && !has(l.s, WE)) continue;
      if (STATES.has(model.labels[k] as EvidenceKind) && !tellsState(l)) continue;
      const before = best[k];
      if (before === undefined || sumOf(l, k) > sumOf(before, k)) best[k] = l;
      if (k === axis)
        for (const h of l.s.hits) {
          const name = h.m.names['perfnoun'];
          if (name !== undefined) axes.add(name);
        }
    }
  }
  if (slo >= 0) best[slo] ??= all.find((l) => isTarget(l) && couldProve(l) && !isOpen(l.c.block));
  const profile = model.index('profile');
  if (profile >= 0) best[profile] ??= profileAbove(all);
  for (const kind of EVIDENCE) {
    const clearest = best[model.index(kind)];
    if (clearest === undefined) continue;
    const { s, c } = clearest;
    const quantity = FIGURED.has(kind) ? s.quantities.find((q) => CARRIES.has(q.kind)) : undefined;
    list.push({
      kind,
      span: doc.span(c.block, s.from, s.to),
      quote: s.text,
      ...(quantity ? { value: quantity.value, unit: quantity.unit } : {}),
    });
  }
  for (const p of formProofs(doc)) {
    const at = list.findIndex((e) => e.kind === p.kind);
    if (at < 0) list.push({ kind: p.kind, span: p.span, quote: p.quote });
  }
  return { list: list.sort((a, b) => a.span.from - b.span.from), axes };
}
