// Labelled documents as sentences with what people said of each.
import { readCorpus, sectionsOf } from '../evaluate/corpus.mjs';
import { CLAIMS, ONCE } from '../evaluate/guide.mjs';

/** The claims that are learned; one is calculated. */
export const CLAIM_LABELS = CLAIMS.filter((smell) => smell !== 'claim-above-ceiling');

/** A sentence argues with speed when it commits one of the two claims of it; unknown where neither is known to hold and one may. */
export function markSpeed(/** @type {readonly any[]} */ sentences) {
  for (const { y } of sentences) {
    const a = y['language-slow-claim'];
    const b = y['fast-without-number'];
    if (a === 1 || b === 1) y.speed = 1;
    else if (a === 0 && b === 0) y.speed = 0;
  }
}

/**
 * Attaches labels to the sentences of one document: `y[label]` is 1, 0, or absent where nobody can tell.
 * @param {any} item `{ text, label, complete }`; complete: every line that commits a claim or gives evidence is labelled, not the first alone
 * @param {readonly any[]} sentences with `from`, `to` (offsets) and `lineFrom`, `lineTo`
 * @param {readonly string[]} evidence
 */
export function attach(item, sentences, evidence) {
  const { label, text, complete } = item;
  const section = sectionsOf(text);
  const lines = text.split('\n');
  const starts = [0];
  for (const l of lines) starts.push(starts[starts.length - 1] + l.length + 1);
  for (const s of sentences) {
    s.y = {};
    s.section = section(s.lineFrom);
  }
  const on = (/** @type {number} */ line) => sentences.filter((s) => s.lineFrom <= line && line <= s.lineTo);
  const at = (/** @type {any} */ o) => {
    const here = on(o.line);
    const quote = (o.quote ?? '').trim();
    const i = quote === '' ? -1 : (lines[o.line - 1] ?? '').indexOf(quote);
    if (here.length <= 1 || i < 0) return here;
    const from = starts[o.line - 1] + i;
    const overlaps = here.map((s) => /** @type {[any, number]} */ ([s, Math.min(from + quote.length, s.to) - Math.max(from, s.from)]));
    const most = Math.max(...overlaps.map(([, n]) => n));
    return most <= 0 ? here : overlaps.filter(([, n]) => n > 0 && n > Math.min(25, most * 0.6)).map(([s]) => s);
  };
  const also = (/** @type {any} */ o, /** @type {Set<any>} */ sure, /** @type {Set<any>} */ open) => {
    for (const line of o.also ?? []) {
      const here = on(line);
      if (here.length === 1) sure.add(here[0]);
      else for (const s of here) open.add(s);
    }
  };
  if (!label.applies) return;
  for (const kind of evidence) {
    const e = label.evidence?.[kind];
    const sure = new Set(e ? at(e) : []);
    const open = new Set();
    if (e) also(e, sure, open);
    for (const s of sentences) {
      if (sure.has(s)) s.y[kind] = 1;
      else if (!e || (!open.has(s) && (complete || s.lineTo < e.line))) s.y[kind] = 0;
    }
  }
  for (const smell of CLAIM_LABELS) {
    const mine = (label.claims ?? []).filter((/** @type {any} */ c) => c.smell === smell);
    const sections = new Set(mine.map((/** @type {any} */ c) => section(c.line)));
    const sure = new Set(mine.flatMap(at));
    const open = new Set();
    for (const c of mine) also(c, sure, open);
    for (const s of sentences) {
      if (sure.has(s)) s.y[smell] = 1;
      else if (!open.has(s) && !sections.has(s.section) && !(ONCE.has(smell) && mine.length > 0)) s.y[smell] = 0;
    }
  }
  for (const t of label.traps ?? [])
    for (const s of at(t))
      if (s.y[t.smell] !== 1) {
        s.y[t.smell] = 0;
        (s.traps ??= new Set()).add(t.smell);
      }
  markSpeed(sentences);
}

export { readCorpus, sectionsOf };
