/** From what is said to what is argued: which statements the document commits as reasons. */
import type { Span } from '../types';
import type { Doc } from '../document/types';
import { featuresOf, type Stakes } from './argument';
import type { Located } from './collect';
import { within } from './context';
import { statementsOf, type Statement, type StatementKind } from './statements';
import type { SpeedClaim } from './speed';
import { THRESHOLD, WEIGHTS } from './weights';

export interface SpeedFact {
  /** `language`: the subject is a language, runtime or VM; else our system, a product or the outcome. */
  readonly subject: 'language' | 'other';
  readonly span: Span;
  readonly words: string;
  readonly section: number;
  /** 0 to 1: how surely it is argued. */
  readonly confidence: number;
}

export interface StatementFact {
  readonly kind: StatementKind;
  readonly span: Span;
  readonly words: string;
  readonly name: string;
  readonly section: number;
}

/** Sections that speak of conditions or of others. */
const CONDITION_TITLE =
  /^when (?:to|you|should|not)\b|\b(?:choose|use|using|consider|prefer|recommended|pick|revisit|reconsider)\b.*\b(?:when|if)\b|\bif you\b|\btroubleshoot|^(?:known )?limitations?\b|\bfuture (?:work|enhancements?|improvements?|considerations?|optimi[sz]ations?)\b|\broadmap\b/;
const DEV_ROW = /\b(?:dev\w*|compil\w+|build|learning|iteration|onboarding|delivery|productivity|ecosystem|hiring|team|maturity|safety)\b/i;
const HEADLINE =
  /\b(?:improvements?|gains?|issues?|problems?|requirements?|impact|considerations?|goals?|meets?|optimi[sz]ations?|concerns?|characteristics|comparison|benefits|regressions?|results?|limits?|limitations?)\b/i;

/** Things that take a statement out whatever else speaks for it: the guide's traps. */
export function vetoed(claim: SpeedClaim, l: Located, stakes: Stakes): string | null {
  const { s, c } = l;
  if (claim.negated || claim.quotation || s.question || c.quoted) return 'v1';
  // Carried by a quantity in the same or a neighbouring sentence, item or row, or in what it introduces.
  if (s.carried || l.near || c.introduces) return 'v2';
  if (within(c, 'references', 'history', 'non-goals', 'prior-art', 'questions')) return 'v3';
  if (CONDITION_TITLE.test(c.title)) return 'v4';
  if (c.kind === 'heading' && (c.first || (claim.form === 'noun' && HEADLINE.test(s.text)) || claim.bare)) return 'v5';
  if (c.kind === 'row' && DEV_ROW.test(c.rowHead)) return 'v6';
  // Build speed is comfort unless a build tool is what is chosen.
  if (claim.axis === 'build' && !stakes.builds) return 'v7';
  const { subject } = claim;
  const other = subject !== null && !stakes.to.has(subject) && (stakes.rivals.has(subject) || stakes.from.has(subject));
  const chosen = (subject !== null && stakes.to.has(subject)) || (subject === null && c.option.some((n) => stakes.to.has(n)));
  const optionRival = !c.option.some((n) => stakes.to.has(n)) && c.option.some((n) => stakes.rivals.has(n) || stakes.from.has(n));
  // Praise of an option that was not chosen, a drawback of the chosen one that is conceded.
  if (claim.tone === 'good' && (other || (optionRival && subject === null && !within(c, 'cons')))) return 'v8';
  if (claim.tone === 'bad' && chosen && (within(c, 'cons', 'consequences', 'risks') || subject !== null)) return 'v9';
  if (claim.tone === 'bad' && within(c, 'cons') && within(c, 'consequences') && !other && !optionRival) return 'v10';
  if (within(c, 'risks') && /\b(?:regress|degrad|issue)\w*/i.test(s.text)) return 'v11';
  return null;
}

export function confidence(claim: SpeedClaim, l: Located, stakes: Stakes): number {
  let z = 0;
  for (const f of featuresOf(claim, l.s, l.names, l.c, stakes)) z += WEIGHTS[f] ?? 0;
  return 1 / (1 + Math.exp(-z));
}

/** The clearest committed statement per section and subject. */
export function speedFacts(all: readonly Located[], doc: Doc, stakes: Stakes): SpeedFact[] {
  const best = new Map<string, { claim: SpeedClaim; l: Located; p: number }>();
  for (const l of all)
    for (const claim of l.claims) {
      if (vetoed(claim, l, stakes) !== null) continue;
      const p = confidence(claim, l, stakes);
      if (p < THRESHOLD) continue;
      const key = `${l.c.section} ${claim.language ? 'language' : 'other'}`;
      const before = best.get(key);
      if (!before || p > before.p) best.set(key, { claim, l, p });
    }
  return [...best.values()]
    .map(({ claim, l, p }) => ({
      subject: claim.language ? ('language' as const) : ('other' as const),
      span: doc.span(l.c.block, claim.from, claim.to),
      words: l.s.text.slice(claim.from - l.s.from, claim.to - l.s.from),
      section: l.c.section,
      confidence: p,
    }))
    .sort((a, b) => a.span.from - b.span.from);
}

const ONCE: ReadonlySet<StatementKind> = new Set(['whole-rewrite', 'org-wide', 'mvp']);

/** One statement of a kind per section, some once per document. */
export function statementFacts(all: readonly Located[], doc: Doc, stakes: Stakes, own: ReadonlySet<string>): StatementFact[] {
  const seen = new Set<string>();
  const out: StatementFact[] = [];
  for (const s of statementsOf(all, doc, stakes, own)) {
    const key = ONCE.has(s.kind) ? s.kind : `${s.kind} ${s.section}`;
    if (seen.has(key)) continue;
    seen.add(key);
    out.push({ kind: s.kind, span: spanOf(doc, s), words: s.words, name: s.name ?? '', section: s.section });
  }
  return out.sort((a, b) => a.span.from - b.span.from);
}

function spanOf(doc: Doc, s: Statement): Span {
  if (doc.blocks[s.block]?.kind === 'code') {
    const at = doc.blockSpan(s.block).from + s.from;
    return { from: at, to: at + (s.to - s.from) };
  }
  return doc.span(s.block, s.from, s.to);
}
