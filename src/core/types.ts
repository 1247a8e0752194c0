/**
 * The public vocabulary of the engine. Every door (editor, command line, language server, agents) speaks these types and no others.
 * All offsets are UTF-16 code units into the linted text, as in `String.prototype.slice`.
 */

/** A half-open range of the text, `from` inclusive, `to` exclusive. Never empty, never inside a surrogate pair. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Severity = 'off' | 'hint' | 'information' | 'warning' | 'error';
/** `essential`: only what nobody would turn off; open criteria are folded into one hint. `full`: every criterion on its own. */
export type Profile = 'essential' | 'full';
export type RuleKind = 'claim' | 'gap' | 'arithmetic' | 'code' | 'meta' | 'phrase';
/** `Q1` to `Q18`. */
export type Question = `Q${number}`;

export type ProposalKind = 'rewrite' | 'switch' | 'greenfield' | 'advocacy' | 'none';
export type Tense = 'proposed' | 'decided' | 'done';
export type Scope = 'whole' | 'part';
export type Exemption = 'cpu-bound' | 'latency-product';

export type EvidenceKind =
  | 'slo'
  | 'consequence'
  | 'workload-shape'
  | 'profile'
  | 'amdahl'
  | 'cheap-fix'
  | 'prototype'
  | 'payback'
  | 'opportunity-cost'
  | 'shadow-run'
  | 'kill-criterion'
  | 'revisit'
  | 'talent'
  | 'polyglot'
  | 'axis'
  | 'load-test';

/** A place in the document that closes a gap. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly span: Span;
  readonly quote: string;
  readonly value?: number;
  readonly unit?: string;
}

/** Why the document counts as a proposal (or does not): the sentences that decided it. */
export interface Reason {
  readonly span: Span;
  readonly quote: string;
  /** What the sentence shows, e.g. `change` (something moves or is chosen) or `performance` (the argument). */
  readonly shows: 'change' | 'performance' | 'override' | 'status';
}

export interface Proposal {
  /** True where the document argues for a rewrite, switch or choice with performance; everything else gets no finding at all. */
  readonly applies: boolean;
  readonly kind: ProposalKind;
  readonly tense: Tense | null;
  readonly scope: Scope | null;
  /** It serves load (as against a CLI, library, compiler, editor). */
  readonly service: boolean;
  readonly newLanguage: boolean;
  readonly speedupArgued: boolean;
  readonly capacityArgued: boolean;
  readonly exempt: Exemption | null;
  /** Superseded, deprecated or rejected by its own status: quiet in profile `essential`. */
  readonly retired: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly title: string;
  /** Where a gap is anchored: the sentence that makes it matter (claim of speed, decision, else the title). */
  readonly anchor: Span;
  readonly reasons: readonly Reason[];
  /** One sentence in English: why it counts or does not. */
  readonly why: string;
}

/** One input of a computation, with the place where the document states it. */
export interface DerivationInput {
  readonly name: string;
  /** As shown to a person, e.g. `95 %` or `10x`. */
  readonly shown: string;
  readonly value: number;
  readonly span: Span;
}

/** Arithmetic worked through with the document's own numbers. */
export interface Derivation {
  readonly kind: 'amdahl' | 'payback' | 'headroom' | 'target' | 'gain';
  /** Plain-text formula, e.g. `1 / ((1 - f) + f / s)`. */
  readonly formula: string;
  readonly inputs: readonly DerivationInput[];
  /** The formula with the numbers put in, e.g. `1 / (0.95 + 0.05 / 10) = 1.05`. */
  readonly worked: string;
  readonly result: number;
  /** E.g. `1.05x`, `18 months`. */
  readonly shown: string;
  /** The Q the formula comes from. */
  readonly question: Question;
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

export interface Finding {
  readonly rule: string;
  readonly question: Question;
  readonly kind: RuleKind;
  readonly severity: Exclude<Severity, 'off'>;
  readonly span: Span;
  /** One sentence; quotes the author's own number or words. Plain text, not escaped. */
  readonly message: string;
  readonly messageId: string;
  /** Values put into the message template, for translation. */
  readonly data: Readonly<Record<string, string>>;
  readonly related: readonly Related[];
  readonly derivation?: Derivation;
}

/** A text change with a plain form and a form with tab stops (`${1:text}`, VS Code / LSP snippet syntax). */
export interface Edit {
  /** May be empty (an insertion). */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly snippet: string;
}

export interface Fix {
  /** E.g. `insert-slo`, `suppress-next-line`. */
  readonly id: string;
  readonly title: string;
  /** Only `safe` may be preferred or run by fix-all; a template never is. */
  readonly applicability: 'safe' | 'template' | 'suppress';
  readonly edits: readonly Edit[];
}

/** The state of one of Q12's greenlight criteria. */
export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly question: Question;
  readonly status: 'met' | 'open' | 'contradicted' | 'not-asked';
  readonly evidence: readonly Evidence[];
  /** What a reviewer asks the author while the criterion is open. */
  readonly ask: string;
  /** Why it is not asked, or what contradicts it. */
  readonly note?: string;
}

export interface RefusalSign {
  readonly id: string;
  readonly title: string;
  readonly question: Question;
  readonly findings: readonly Finding[];
}

/** What a reviewer needs (Q12), plain data; words are already English sentences, not escaped. */
export interface Review {
  readonly proposal: Proposal;
  /** E.g. `Rewrite proposal · 3 of 9 greenlight criteria met`. */
  readonly verdict: string;
  readonly met: number;
  readonly asked: number;
  readonly greenlight: readonly Criterion[];
  readonly refuse: readonly RefusalSign[];
  readonly derivations: readonly Derivation[];
  readonly questions: readonly string[];
  /** For a document that keeps the language or rejects the rewrite: what Q8 and Q14 ask. */
  readonly advice: readonly string[];
  readonly charts: {
    readonly amdahl?: { readonly f: number; readonly s: number | null; readonly claimed: number | null };
    readonly payback?: { readonly cost: number; readonly monthlySaving: number; readonly currency: string };
    readonly load?: { readonly utilisation: number; readonly monthlyGrowth: number | null };
  };
}

/** A speed-up, payback or growth figure with what follows from it: for inlay hints and number hovers. */
export interface NumberNote {
  readonly span: Span;
  /** Where a hint beside the figure stands: behind it, and behind the period of a rate ("$9,000 a month"). */
  readonly at: number;
  /** Short, e.g. `ceiling 1.05x`. */
  readonly label: string;
  readonly derivation: Derivation;
}

/** A term of the trade inside prose, for the small cards. `term` is the id of a file in `src/content/terms`. */
export interface TermUse {
  readonly term: string;
  readonly span: Span;
}

/** A problem of the engine or of the document's directives that is not a smell. */
export interface InternalIssue {
  readonly kind: 'rule-crashed' | 'front-matter' | 'too-large';
  readonly message: string;
  readonly span?: Span;
}

export interface LintResult {
  readonly text: string;
  readonly proposal: Proposal;
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
  readonly issues: readonly InternalIssue[];
  /** Findings that a directive of the document silenced, with its reason. */
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
  /** Computed lazily on first call. */
  review(): Review;
  numberNotes(): readonly NumberNote[];
  terms(): readonly TermUse[];
  fixes(finding: Finding): readonly Fix[];
  /** TypeScript and JavaScript fences and relative links to such files, for code evidence. */
  codeSources(): readonly CodeSource[];
}

export type CodeSource =
  | { readonly kind: 'fence'; readonly language: string; readonly span: Span; readonly text: string; readonly textFrom: number }
  | {
      readonly kind: 'link';
      readonly path: string;
      readonly lines: { readonly from: number; readonly to: number } | null;
      readonly span: Span;
    };

/** A hint from `src/code`, already placed in the proposal, that takes part in the judgement. */
export interface CodeHint {
  readonly rule: 'code-n-plus-one' | 'code-quadratic' | 'code-sync-io' | 'code-microbenchmark';
  /** Where it stands in the proposal: the fence line or the link. */
  readonly span: Span;
  readonly data: Readonly<Record<string, string>>;
  /** Where it stands in the source file, when linked: path and 1-based line, column. */
  readonly source?: { readonly path: string; readonly line: number; readonly column: number };
}

/** A house rule: word lists only, no regular expressions. */
export interface PhraseRule {
  readonly id: string;
  readonly message: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly phrases: readonly string[];
  /** Section roles in which it speaks; empty means everywhere. */
  readonly sections: readonly string[];
  /** Silent when one of these stands within `within` sentences. */
  readonly unless?: { readonly evidence: readonly EvidenceKind[]; readonly within: number };
}

export interface Thresholds {
  /** Q9: longest acceptable payback, months. */
  readonly paybackMonths: number;
  /** Q14: utilisation past which waiting time goes vertical, 0 to 1. */
  readonly knee: number;
  /** Q14: planning horizon, months. */
  readonly horizonMonths: number;
}

export interface LinterConfig {
  readonly profile: Profile;
  /** Per rule; absent means the rule's default. */
  readonly rules: Readonly<Record<string, Severity>>;
  readonly ownCompanies: readonly string[];
  readonly languages: readonly string[];
  readonly profilers: readonly string[];
  /** House words that mark a target, e.g. `service level goal`. */
  readonly sloWords: readonly string[];
  readonly thresholds: Thresholds;
  readonly phrases: readonly PhraseRule[];
}

export interface LintOptions {
  /** For messages only; the engine reads no file. */
  readonly path?: string;
  /** Overrules classification, as `fast-enough: true|false` in front matter does. */
  readonly applies?: boolean;
  readonly code?: readonly CodeHint[];
}

export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** An open document. Incremental: `edit` costs the changed blocks plus one pass over the facts, and equals a fresh `lint`. */
export interface Session {
  readonly text: string;
  readonly result: LintResult;
  edit(change: Change | readonly Change[]): LintResult;
  setCode(hints: readonly CodeHint[]): LintResult;
}

export interface Example {
  readonly text: string;
  readonly why?: string;
}

export interface RuleMeta {
  readonly id: string;
  readonly question: Question;
  readonly questions: readonly Question[];
  readonly kind: RuleKind;
  readonly title: string;
  /** What it flags, one or two sentences. */
  readonly summary: string;
  readonly why: string;
  readonly severity: Severity;
  /** In profile `essential`: spoken on its own, folded into one hint, or off. */
  readonly essential: 'own' | 'folded' | 'off';
  readonly messages: Readonly<Record<string, string>>;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  /** Fix ids, or a stated reason for none. */
  readonly fixes: readonly string[] | { readonly none: string };
  readonly whenNotToUse: string;
}

export interface Linter {
  readonly config: LinterConfig;
  lint(text: string, options?: LintOptions): LintResult;
  open(text: string, options?: LintOptions): Session;
}
