/** From what the sentences say to what the document commits: which statements count as its reasons, and the words that make them. */
import type { Doc } from '../document/types';
import type { Model } from '../model/tables';
import type { Span } from '../types';
import { has, mask, type LexClass, type Mask } from '../words/lexicon';
import type { Located } from './located';
import { carriesSpeed } from '../words/quantities';
import { within } from './context';
import { conflictsOf, growthOf, localBenchmarks, type Told } from './remarks';
import type { Stakes } from './stakes';

export interface SpeedFact {
  /** `language`: the subject is a language, runtime or VM; else our system, a product or the outcome. */
  readonly subject: 'language' | 'other';
  readonly span: Span;
  readonly words: string;
  readonly section: number;
  /** How far above its threshold the model's sum is. */
  readonly surplus: number;
}

export type StatementKind =
  | 'precedent'
  | 'whole-rewrite'
  | 'better'
  | 'resume'
  | 'safe'
  | 'mvp'
  | 'org-wide'
  | 'dev-benchmark'
  | 'foreign-benchmark'
  | 'dogma'
  | 'super-linear'
  | 'axis-conflict';

export interface StatementFact {
  readonly kind: StatementKind;
  readonly span: Span;
  readonly words: string;
  readonly name: string;
  readonly section: number;
}

/** What a claim is made with: only a sentence with such words is asked, and they are what is underlined. */
interface Claim {
  readonly kind: StatementKind;
  readonly label: string;
  readonly made: Mask;
  /** Such words are pointed at where they stand, but it is said without them as well. */
  readonly loose?: boolean;
  /** Said once, it is said of the whole document. */
  readonly once?: boolean;
  /** The plain form of it, of which documents with labels hold too few to learn it: such a sentence needs no sum. */
  readonly plain?: (l: Located, stakes: Stakes) => boolean;
}

const COMPANY = mask('company');
const DID =
  /^ (?:did (?:it|the same)|(?:also |already |recently |has |have )?(?:rewrote|rewritten|ported|moved|migrated|switched))\b(?! because\b)/i;
/** "Discord rewrote its read states in Rust." */
const didIt = ({ s }: Located): boolean =>
  s.hits.some((h) => has(h.m, COMPANY) && DID.test(s.text.slice(h.to - s.from, h.to - s.from + 40)));
const OTHERS = mask('othersbench');
/** "In synthetic benchmarks Rust is 30 times faster." */
const othersFactor = ({ s }: Located): boolean => has(s, OTHERS) && s.quantities.some((q) => q.kind === 'factor');
const FIRST = mask('mvp');
/** "We are building the MVP in Rust." */
const firstVersion = ({ s, langs }: Located, stakes: Stakes): boolean =>
  has(s, FIRST) && langs.some((n) => stakes.to.has(n)) && /\b(?:we|our|will|build\w*|writ\w+)\b/i.test(s.text);

const BETTER = mask('better');
const VERDICT = /\b(?:the future of|(?:better|superior) (?:programming )?language|no-brainer)\b/i;
/** "Rust is the future of backend development." */
const plainlyBetter = ({ s, langs }: Located, stakes: Stakes): boolean =>
  has(s, BETTER) && VERDICT.test(s.text) && langs.some((n) => stakes.to.has(n));

const claim = (
  kind: StatementKind,
  label: string,
  made: readonly LexClass[],
  how: 'once' | 'loose' | '' = '',
  plain?: Claim['plain'],
): Claim => ({
  kind,
  label,
  made: mask(...made),
  once: how === 'once',
  loose: how === 'loose',
  ...(plain && { plain }),
});

export const CLAIMS: readonly Claim[] = [
  claim('precedent', 'company-did-it', ['company', 'project', 'adoptword'], 'loose', didIt),
  claim('whole-rewrite', 'whole-service-rewrite', ['whole', 'rewrite'], 'once'),
  claim('better', 'wholesale-because-better', ['better'], '', plainlyBetter),
  claim('resume', 'resume-driven', ['resume', 'talentword'], 'loose'),
  claim('safe', 'fastest-to-be-safe', ['safeword']),
  claim('mvp', 'mvp-in-performance-language', ['mvp'], 'once', firstVersion),
  claim('org-wide', 'org-wide-standardisation', ['orgwide'], 'once'),
  claim('dev-benchmark', 'dev-data-benchmark', ['laptop']),
  claim('foreign-benchmark', 'microbenchmark-only', ['othersbench', 'testword', 'protoword', 'laptop'], '', othersFactor),
];

/** Asked, quoted, or told of others and of other times: nothing of that is the document's reason, whatever words it has. */
const apart = ({ s, c }: Located): boolean =>
  s.question || c.quoted || within(c, 'references', 'prior-art', 'history', 'non-goals', 'questions');

/** The sentence denies, doubts or answers the reason that it names. */
const DENIES =
  /\b(?:is|are|was|were|makes) (?:not |no )(?:a |an |the |in itself )?(?:\w+ )?(?:reason|argument|excuse|rule|evidence|enough|case)\b|\bis wrong\b|\bnot enough\b|\bno reason\b|\breasons? that (?:is|are) not ours\b|\bwe (?:do not|don't|will not|won't|did not|didn't)\b|\bif this were\b|\bwhat (?:reviewers|critics|people) (?:will|would|may)\b|\bis not (?:why|that)\b/i;
/** Nobody says so: the claim is not the document's. */
const NOBODY = /\b(?:nobody|no one|none of us)\b[^.;]{0,40}\b(?:says?|said|claims?|argues?)\b/i;
const NEGATES = mask('neg', 'instead', 'reject');
/** A negation reaches this many characters. */
const REACH = 40;

/** Denied as a whole, or negated or in quotation marks at the words that make the claim. Asked only where the model would speak. */
const denied = (l: Located, made: Mask): boolean => {
  if (NOBODY.test(l.s.text) || DENIES.test(l.s.text)) return true;
  const hit = l.s.hits.find((h) => has(h.m, made));
  if (hit === undefined) return false;
  const quote = l.s.text.indexOf('"');
  if (quote >= 0) {
    let marks = 0;
    for (let i = quote; i >= 0 && i < hit.from - l.s.from; i = l.s.text.indexOf('"', i + 1)) marks++;
    if (marks % 2 === 1 && l.s.text.indexOf('"', hit.to - l.s.from) >= 0) return true;
  }
  return l.s.hits.some(
    (h) => has(h.m, NEGATES) && h.to <= hit.from && hit.from - h.to < REACH && !/^not (?:only|just)|^deferred$/.test(h.word),
  );
};

/** Whether a sentence can commit the claim that a label of the model stands for. */
export function mayClaim(label: string, l: Located): boolean {
  if (apart(l)) return false;
  const known = CLAIMS.find((c) => c.label === label);
  // What speaks for an option that was turned down speaks for nothing; what speaks against it is a reason.
  return known === undefined || (!within(l.c, 'rejected') && (known.loose === true || has(l.s, known.made)));
}

/** As `mayClaim`, with what takes a claim out although its words are there; the models are fitted to what is left. */
export function couldClaim(label: string, l: Located): boolean {
  const known = CLAIMS.find((c) => c.label === label);
  return mayClaim(label, l) && !(known !== undefined && denied(l, known.made));
}

/** Words without which nothing is said plainly. */
const PLAIN = mask('company', 'othersbench', 'mvp', 'better');

/** Words that speak of speed, size or cost of computing. */
const PERFORMANCE = mask('fast', 'faster', 'fastest', 'slow', 'perfnoun', 'perfadj', 'inefficient', 'capacityword');
const STRONGEST: readonly Mask[] = [
  mask('fast', 'faster', 'fastest', 'slow'),
  mask('perfadj', 'inefficient'),
  mask('perfnoun'),
  PERFORMANCE,
];
const NAMED = mask('company', 'project');
const WHOLE = mask('whole');

/** The words of a sentence that are pointed at: the first hit of the first mask that has one, else the whole of it. */
function pointed(l: Located, masks: readonly Mask[]): { from: number; to: number } {
  for (const m of masks) {
    const hit = l.s.hits.find((h) => has(h.m, m));
    if (hit) return { from: hit.from, to: hit.to };
  }
  return { from: l.s.from, to: l.s.to };
}

const wordsOf = (l: Located, at: { from: number; to: number }): string => l.s.text.slice(at.from - l.s.from, at.to - l.s.from);

/** How far the sum of a label is above its threshold. */
const surplus = (l: Located, model: Model, k: number): number =>
  ((l.memo.sums as Float32Array)[k] as number) - (model.threshold[k] as number);

/** Whether a word or a figure of a sentence speaks of performance. Where none does, no sum of other words makes it a reason. */
export const speaksOfPerformance = ({ s }: Located): boolean => has(s, PERFORMANCE) || s.quantities.some(carriesSpeed);

/** Whether a sentence may be shown as a reason: it speaks of performance, and the document neither asks nor quotes nor denies it. */
export const mayBeReason = (l: Located): boolean =>
  speaksOfPerformance(l) && !apart(l) && !within(l.c, 'rejected') && !denied(l, PERFORMANCE);

/**
 * The words of a sentence that speak of speed, and how far the sum says that the document argues with them; null where there are none.
 */
export function argued(l: Located, model: Model): { readonly from: number; readonly to: number; readonly over: number } | null {
  if (!has(l.s, PERFORMANCE)) return null;
  return { ...pointed(l, STRONGEST), over: mayClaim('speed', l) ? surplus(l, model, model.index('speed')) : -Infinity };
}

/** The clearest committed statement about speed per section and subject. */
export function speedFacts(all: readonly Located[], doc: Doc, model: Model): SpeedFact[] {
  const [speed, language, other] = ['speed', 'language-slow-claim', 'fast-without-number'].map((label) => model.index(label)) as [
    number,
    number,
    number,
  ];
  const best = new Map<string, SpeedFact>();
  for (const l of all) {
    const over = surplus(l, model, speed);
    if (over <= 0 || !mayClaim('speed', l) || NOBODY.test(l.s.text)) continue;
    const subject = surplus(l, model, language) > surplus(l, model, other) ? 'language' : 'other';
    const key = `${l.c.section} ${subject}`;
    const before = best.get(key);
    if (before && before.surplus >= over) continue;
    const at = pointed(l, STRONGEST);
    best.set(key, { subject, span: doc.span(l.c.block, at.from, at.to), words: wordsOf(l, at), section: l.c.section, surplus: over });
  }
  return [...best.values()].sort((a, b) => a.span.from - b.span.from);
}

/** A company that is the authors' own sets no precedent. */
const ownOnly = (l: Located, own: ReadonlySet<string>): boolean => {
  const named = l.s.hits.filter((h) => has(h.m, NAMED));
  return named.length > 0 && named.every((h) => own.has(h.word));
};

/** One statement of a kind per section, some once per document. */
export function statementFacts(all: readonly Located[], doc: Doc, stakes: Stakes, own: ReadonlySet<string>, model: Model): StatementFact[] {
  const best = new Map<string, { fact: StatementFact; over: number }>();
  const put = (key: string, over: number, make: () => StatementFact): void => {
    const before = best.get(key);
    if (!before || before.over < over) best.set(key, { fact: make(), over });
  };
  const asked = CLAIMS.map((x) => model.index(x.label));
  const bits = model.bits(CLAIMS.map((x) => x.label));
  for (const l of all) {
    const { held } = l.memo;
    if ((held & bits) === 0 && !has(l.s, PLAIN)) continue;
    CLAIMS.forEach(({ kind, label, made, once, plain }, i) => {
      const k = asked[i] as number;
      const said = k >= 0 && (held & (1 << k)) !== 0;
      if ((!said && plain?.(l, stakes) !== true) || !mayClaim(label, l) || denied(l, made)) return;
      if (kind === 'precedent' && ownOnly(l, own)) return;
      put(once ? kind : `${kind} ${l.c.section}`, said ? surplus(l, model, k) : 0, () => {
        const at = pointed(l, kind === 'precedent' ? [NAMED, made] : kind === 'whole-rewrite' ? [WHOLE, made] : [made]);
        const words = wordsOf(l, at);
        return { kind, span: doc.span(l.c.block, at.from, at.to), words, name: kind === 'precedent' ? words : '', section: l.c.section };
      });
    });
  }
  const told: Told[] = [...conflictsOf(all), ...growthOf(all, stakes), ...localBenchmarks(doc)];
  for (const t of told)
    put(`${t.kind} ${t.section}`, 0, () => ({
      kind: t.kind,
      span: t.code ?? doc.span(t.block, t.from, t.to),
      words: t.words,
      name: '',
      section: t.section,
    }));
  return [...best.values()].map((x) => x.fact).sort((a, b) => a.span.from - b.span.from);
}
