/** Remarks with too few labelled examples to learn from, read by pattern: dogma, a cost that grows faster than its input, axes in conflict. */
import type { Doc } from '../document/types';
import type { Span } from '../types';
import { has, mask } from '../words/lexicon';
import { perPlace, type Located } from './located';
import { within, type Context } from './context';
import type { Stakes } from './stakes';

export interface Told {
  readonly kind: 'dogma' | 'super-linear' | 'axis-conflict' | 'dev-benchmark';
  readonly block: number;
  readonly section: number;
  /** Range of the block's compact text. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** Where it stands in a code fence. */
  readonly code?: Span;
}

const DOGMA = mask('dogma');
const LANG = mask('lang', 'runtime');
const GROWTH = mask('growth');
const SPEED = mask('perfnoun', 'perfadj', 'shapeword', 'cheapword', 'exemptlatency', 'serviceword');

const quietPlace = (c: Context): boolean => within(c, 'references', 'history', 'non-goals', 'prior-art') || c.quoted;

const told = (kind: Told['kind'], l: Located, at: number, words: string): Told => ({
  kind,
  block: l.c.block,
  section: l.c.section,
  from: l.s.from + at,
  to: l.s.from + at + words.length,
  words,
});

const SUPER_LINEAR =
  /\bO\(n\s?(?:\^\s?[2-9]|\u00b2|\u00b3|\*\*\s?[2-9]|\s?[*\u00d7]\s?[nm])\)|\bO\((?:n\s?[*\u00d7\u00b7]\s?m|nm|2\^n)\)|\bquadratic(?:ally)?\b|\bfor (?:every|each) [\w-]+(?: \w+)?,?\s(?:it |we |the \w+ )?(?:scans?|loops? over|iterates? over|goes (?:through|over)|walks?|searches|compares?|checks?|reads?)\s(?:all|every|each|the (?:whole|entire|full))\b|\b(?:nested loops?|every \w+ is compared (?:with|to|against) every|compares? every \w+ (?:with|to|against) every|run ?time grows? exponentially|exponential(?:ly)? (?:in|with))\b/i;
const ALGORITHM_DONE =
  /\b(?:and that is optimal|every pair has to|algorithm (?:comes first|was (?:changed|replaced)|is optimal)|better algorithm|(?:already|first) (?:optimal|changed|replaced)|provably optimal|the scan is gone|now (?:linear|O\(n)|n log n|replaced (?:by|with) an? (?:index|hash|lookup)|with an index by)\b/i;

/** Where in a sentence such a cost is stated, -1 where none is; only where the lexicon's words for growth stand. */
const grows = perPlace((l): { at: number; words: string } | false => {
  const m = has(l.s, GROWTH) ? SUPER_LINEAR.exec(l.s.text) : null;
  return m !== null && !/\b(?:not|no longer|never)\s(?:\w+\s)?$/i.test(l.s.text.slice(0, m.index)) && { at: m.index, words: m[0] };
});
const algorithmDone = perPlace((l) => ALGORITHM_DONE.test(l.s.text));

/** A cost that grows faster than its input, answered with a language (Q5, Q7). Silent where the algorithm was changed first. */
export function growthOf(all: readonly Located[], stakes: Stakes): Told[] {
  if (stakes.to.size === 0) return [];
  for (const l of all) {
    const found = grows(l);
    if (!found || quietPlace(l.c) || within(l.c, 'rejected', 'options', 'testing', 'design') || l.s.question) continue;
    return all.some(algorithmDone) ? [] : [told('super-linear', l, found.at, found.words)];
  }
  return [];
}

/** "Always", "never", "no excuse" about a language. */
const dogmatic = (l: Located): boolean =>
  has(l.s, DOGMA) &&
  (has(l.s, LANG) || l.names.length > 0) &&
  !quietPlace(l.c) &&
  !within(l.c, 'rejected', 'questions') &&
  !l.s.question &&
  !NOT_SAID.test(l.s.text);
const NOT_SAID =
  /\b(?:nobody|no one|none of us)\b|\b(?:some|others|many|people|critics) (?:say|claim|insist|argue)\b|\bwe (?:do not|don't) (?:say|claim)\b|\bis wrong\b|\bnot (?:true|our view)\b/i;

/** Remedies and the axis they are known to cost (Q10). */
const CONFLICTS: readonly { readonly graded: RegExp; readonly remedy: RegExp; readonly settled: RegExp }[] = [
  {
    graded: /\b(?:cold[- ]start|start-?up time|serverless|lambda functions?)\b/i,
    remedy: /\b(?:jvm|jit|just-in-time compil\w+|spring boot|hotspot|\.net runtime)\b/i,
    settled:
      /\b(?:if the jvm|starts? too slowly|graalvm|native image|ahead[- ]of[- ]time|aot|snapstart|costs? (?:us )?cold[- ]start|warm pool|provisioned concurrency)\b/i,
  },
  {
    graded: /\b(?:p99(?:\.9)?|p999|tail latency|jitter|gc pauses?)\b/i,
    remedy:
      /\b(?:larger heap|bigger heap|increase the heap|heap of \d+ ?gb|throughput collector|parallel collector|parallel gc|parallelgc)\b/i,
    settled: /\b(?:pauses? (?:stay|are|were|remain)|zgc|shenandoah|low[- ]pause|at the (?:cost|price) of)\b/i,
  },
  {
    graded: /\b(?:latency|response time|p9\d)\b/i,
    remedy:
      /\b(?:larger batches|bigger batches|batching|(?:collected|grouped) into batches|batch (?:the )?(?:requests|writes|calls)|micro-?batch\w*)\b/i,
    settled: /\b(?:adds? (?:at most|up to)|flush(?:es|ed)? (?:after|every)|linger|at the (?:cost|price) of|latency budget)\b/i,
  },
];

/** Which axes a sentence grades, as bits over CONFLICTS. */
const grading = perPlace((l) => {
  if (!has(l.s, SPEED) || quietPlace(l.c) || within(l.c, 'options', 'rejected') || !GRADES.test(l.s.text)) return 0;
  return bits((k) => k.graded.test(l.s.text));
});
const settling = perPlace((l) => bits((k) => k.settled.test(l.s.text)));
/** Which remedies a sentence takes up, and the words of each. */
const remedies = perPlace((l): readonly { at: number; words: string }[] => {
  if (!within(l.c, 'decision', 'rationale', 'plan', 'pros', 'summary') || within(l.c, 'rejected', 'options') || l.s.question || l.c.quoted)
    return NO_REMEDIES;
  const out: { at: number; words: string }[] = [];
  CONFLICTS.forEach((k, i) => {
    const m = k.remedy.exec(l.s.text);
    if (
      m &&
      /\b(?:we|us|will|rewrite|use|adopt|move|chosen|faster|because|gives?|makes?|runs?|are|is)\b/i.test(l.s.text) &&
      !/\b(?:switched off|disabled)\b/i.test(l.s.text) &&
      !/\b(?:not|avoid|without|no)\b[^.;]{0,20}$|^"[^"]{0,80}$/i.test(l.s.text.slice(0, m.index))
    )
      out[i] = { at: m.index, words: m[0] };
  });
  return out;
});
const NO_REMEDIES: readonly { at: number; words: string }[] = [];

/** The remedy hurts the axis that is graded, and nobody says so (Q10). */
export function conflictsOf(all: readonly Located[]): Told[] {
  const out: Told[] = all.filter(dogmatic).map((l) => {
    const hit = l.s.hits.find((h) => has(h.m, DOGMA));
    return told('dogma', l, hit ? hit.from - l.s.from : 0, hit ? l.s.text.slice(hit.from - l.s.from, hit.to - l.s.from) : l.s.text);
  });
  let graded = 0;
  for (const l of all) graded |= grading(l);
  if (graded === 0) return out;
  for (let i = 0; i < CONFLICTS.length; i++) {
    if ((graded & (1 << i)) === 0) continue;
    const l = all.find((x) => remedies(x)[i] !== undefined);
    const found = l && remedies(l)[i];
    if (l && found && !all.some((x) => (settling(x) & (1 << i)) !== 0)) out.push(told('axis-conflict', l, found.at, found.words));
  }
  return out;
}

const bits = (test: (k: (typeof CONFLICTS)[number]) => boolean): number =>
  CONFLICTS.reduce((all, k, i) => (test(k) ? all | (1 << i) : all), 0);

const GRADES =
  /\b(?:graded|must|target|slo|within|under|below|at most|matters most|counts|objective|goal|requirement|budget|users wait)\b/i;

/** A load generator pointed at the machine that it runs on. */
const LOCAL =
  /\b(?:wrk2?|ab|hey|k6|autocannon|bombardier|vegeta|oha|ghz|curl -w|siege|drill|Running \w+ test @)\b[^\n]{0,200}\b(?:localhost|127\.0\.0\.1)\b/;

/** Benchmarks on the author's own machine, seen in code fences. */
export function localBenchmarks(doc: Doc): Told[] {
  const out: Told[] = [];
  for (let b = 0; b < doc.blocks.length; b++) {
    if (doc.blocks[b]?.kind !== 'code') continue;
    const span = doc.blockSpan(b);
    const code = doc.text.slice(span.from, Math.min(span.to, span.from + 4000));
    if (!code.includes('localhost') && !code.includes('127.0.0.1')) continue;
    const m = LOCAL.exec(code);
    if (!m) continue;
    const from = span.from + m.index;
    out.push({
      kind: 'dev-benchmark',
      block: b,
      section: doc.sectionOf[b] as number,
      from: m.index,
      to: m.index + m[0].length,
      words: 'localhost',
      code: { from, to: from + Math.min(m[0].length, 60) },
    });
  }
  return out;
}
