/** From what is said to what is argued: which statements the document commits as reasons. */
import type { Span } from '../types';
import type { Doc } from '../document/types';
import { featuresOf, type Stakes } from './argument';
import type { Located } from './collect';
import { has, mask } from './lexicon';
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

const PLANNED = mask('plan');
/** What may follow a noun that is named as a criterion. */
const STANDS_ALONE =
  /^[^\w:]*$|^\s*(?:[,;/&|(+]|and\b|or\b|\u2014|\u2013|-|requirements?\b|needs?\b|goals?\b|benefits?\b|advantages?\b|gains?\b|improvements?\b|is\b|are\b|was\b|ultimately\b|reasons?\b|of\b|for\b|with\b|in\b|under\b)/i;
/** Sections that speak of conditions or of others. */
const CONDITION_TITLE =
  /^when (?:to|you|should|not)\b|\b(?:choose|use|using|consider|prefer|recommended|pick|revisit|reconsider)\b.*\b(?:when|if)\b|\bif you\b|\btroubleshoot|^(?:known )?limitations?\b|\bfuture (?:work|enhancements?|improvements?|considerations?|optimi[sz]ations?)\b|\broadmap\b/;
const DEV_ROW = /\b(?:dev\w*|compil\w+|build|learning|iteration|onboarding|delivery|productivity|ecosystem|hiring|team|maturity|safety)\b/i;
const HEADLINE =
  /\b(?:improvements?|gains?|issues?|problems?|requirements?|impact|considerations?|goals?|meets?|optimi[sz]ations?|concerns?|characteristics|comparison|benefits|regressions?|results?|limits?|limitations?)\b/i;

/** What takes a statement out whatever else speaks for it (the guide's traps), by name; null where nothing does. */
export function vetoed(claim: SpeedClaim, l: Located, stakes: Stakes): string | null {
  const { s, c } = l;
  if (claim.negated || claim.quotation || s.question || c.quoted) return 'polarity';
  // Carried by a quantity in the same or a neighbouring sentence, item or row, or in what it introduces.
  if (s.carried || l.near || c.introduces) return 'carried';
  if (c.headRow || (c.kind === 'row' && s.column === 0 && claim.form === 'noun') || (claim.form === 'noun' && has(s, PLANNED)))
    return 'head or plan';
  if (within(c, 'references', 'history', 'non-goals', 'prior-art', 'questions')) return 'apart';
  // A noun with nothing said of it is a reason only where reasons and criteria are listed, and where it stands for itself.
  if (
    claim.bare &&
    (within(c, 'testing', 'evidence', 'plan', 'design') ||
      !within(c, 'drivers', 'goals', 'targets', 'decision', 'rationale', 'pros', 'consequences', 'options', 'summary') ||
      !STANDS_ALONE.test(s.text.slice(claim.to - s.from)))
  )
    return 'bare';
  if (c.others) return 'others';
  if (CONDITION_TITLE.test(c.title)) return 'condition';
  if (
    c.kind === 'heading' &&
    (c.first ||
      (claim.form === 'noun' && HEADLINE.test(s.text)) ||
      claim.bare ||
      /\b(?:companies|who uses|users of|adopters)\b/i.test(s.text))
  )
    return 'headline';
  if (c.kind === 'row' && DEV_ROW.test(c.rowHead)) return 'developer speed';
  // Build speed is comfort unless a build tool is what is chosen.
  if (claim.axis === 'build' && !stakes.builds) return 'build speed';
  const { subject } = claim;
  const other = subject !== null && !stakes.to.has(subject) && (stakes.rivals.has(subject) || stakes.from.has(subject));
  const chosen = (subject !== null && stakes.to.has(subject)) || (subject === null && c.option.some((n) => stakes.to.has(n)));
  const optionRival = !c.option.some((n) => stakes.to.has(n)) && c.option.some((n) => stakes.rivals.has(n) || stakes.from.has(n));
  // Praise of an option that was not chosen, a drawback of the chosen one that is conceded.
  if (claim.tone === 'good' && (other || (optionRival && subject === null && !within(c, 'cons')))) return 'praise of another';
  if (claim.tone === 'bad' && chosen && (within(c, 'cons', 'consequences', 'risks') || subject !== null)) return 'drawback conceded';
  if (claim.tone === 'bad' && within(c, 'cons') && within(c, 'consequences') && !other && !optionRival) return 'conceded';
  if (within(c, 'risks') && /\b(?:regress|degrad|issue)\w*/i.test(s.text)) return 'risk';
  return null;
}

export function confidence(claim: SpeedClaim, l: Located, stakes: Stakes): number {
  let z = 0;
  for (const f of featuresOf(claim, l.s, l.names, l.c, stakes)) z += WEIGHTS[f] ?? 0;
  return 1 / (1 + Math.exp(-z));
}

const HARDWARE: ReadonlySet<string> = new Set(['memory', 'size', 'cost']);

/**
 * Whose virtue or fault a statement is (label guide): memory, size and cost are the system's whatever the subject; in a list of a language's
 * virtues the left-out subject is the language; under benefits and consequences it is the outcome.
 */
export function subjectOf(claim: SpeedClaim, l: Located): 'language' | 'other' {
  if (HARDWARE.has(claim.axis)) return 'other';
  if (claim.language) return 'language';
  const { c } = l;
  if (c.kind === 'row' && /\b(?:gc|gil|garbage|interpreter|jit)\b/i.test(c.rowHead)) return 'language';
  const outcome = within(c, 'consequences', 'targets', 'goals', 'plan', 'drivers', 'summary');
  if (claim.unnamed) return (outcome || within(c, 'pros')) && c.optionLangs.length === 0 ? 'other' : 'language';
  return c.item && claim.subject === null && c.optionLangs.length > 0 && !outcome && l.s.text.length < 120 ? 'language' : 'other';
}

/** The clearest committed statement per section and subject. */
export function speedFacts(all: readonly Located[], doc: Doc, stakes: Stakes): SpeedFact[] {
  const best = new Map<string, { claim: SpeedClaim; l: Located; p: number }>();
  for (const l of all)
    for (const claim of l.claims) {
      if (vetoed(claim, l, stakes) !== null) continue;
      const p = confidence(claim, l, stakes);
      if (p < THRESHOLD) continue;
      const key = `${l.c.section} ${subjectOf(claim, l)}`;
      const before = best.get(key);
      if (!before || p > before.p) best.set(key, { claim, l, p });
    }
  return [...best.values()]
    .map(({ claim, l, p }) => ({
      subject: subjectOf(claim, l),
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
