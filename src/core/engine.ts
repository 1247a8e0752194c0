/** The corridor: text -> Document -> facts -> Proposal -> rules -> findings. Pure, total, incremental. */
import type { Argument } from './argument';
import { createDirectives } from './directives';
import type { Doc } from './document/types';
import { openDocument, parseDocument } from './document';
import { speaksOfPerformance, speedFacts, statementFacts } from './facts/claims';
import { collect } from './facts/collect';
import { newCache, readTitle, type FactCache, type Said } from './facts/said';
import type { Located } from './facts/located';
import { evidenceOf } from './facts/evidenceOf';
import { figuresOf, NO_FIGURES, type Figures } from './facts/figures';
import { createReader, type Reader } from './reader';
import { sumUp } from './facts/sums';
import { NO_STAKES } from './facts/stakes';
import { paybackOf, theShare } from './derive';
import { foldEssential } from './essential';
import { buildResult } from './result';
import { proposalOf } from './proposal';
import { judge } from './proposal/judge';
import { NO_SIGNALS, signalsOf } from './proposal/signals';
import { stakesOf } from './proposal/stakes';
import { statusOf } from './proposal/status';
import { titleOf } from './proposal/title';
import { cannotApply } from './prefilter';
import { runRules } from './run';
import type { Screened } from './screen';
import { RULES } from './ruleset';
import type { Change, CodeHint, Evidence, Finding, LintOptions, LintResult, Linter, LinterConfig, Session, Span } from './types';

export { RULES };

export const DEFAULT_CONFIG: LinterConfig = {
  profile: 'essential',
  rules: {},
  ownCompanies: [],
  languages: [],
  profilers: [],
  sloWords: [],
  thresholds: { paybackMonths: 12, knee: 0.75, horizonMonths: 12 },
  phrases: [],
};

/** Everything a result is made from; kept so that the review, fixes and notes can be computed when asked for. */
export interface Analysis {
  readonly doc: Doc;
  readonly all: readonly Located[];
  readonly argument: Argument;
  readonly evidence: readonly Evidence[];
}

/** Front matter `fast-enough: true|false` overrules the classification. */
function overrideOf(doc: Doc, options: LintOptions): boolean | undefined {
  const own = doc.frontMatter?.data['fast-enough'];
  if (typeof own === 'boolean') return own;
  return options.applies;
}

/** The title of front matter, where no heading repeats it. */
function frontTitle(doc: Doc, reader: Reader): readonly Said[] {
  const title = titleOf(doc);
  return title.block < 0 && title.text !== '' ? readTitle(title.text, reader.vocabulary) : [];
}

/** The author's words around a number: its sentence, in a table its row. */
function wordsAt(span: Span, all: readonly Located[], doc: Doc): string {
  for (const { c, s } of all) {
    const own = doc.span(c.block, s.from, s.to);
    if (own.from <= span.from && span.to <= own.to) return c.kind === 'row' ? (doc.blocks[c.block]?.text ?? s.text) : s.text;
  }
  return doc.text.slice(span.from, span.to);
}

/** Numbers that give the payback or the share are evidence wherever they stand, also in two sentences; the sum itself is a derivation. */
function withComputed(list: readonly Evidence[], figures: Figures, all: readonly Located[], doc: Doc): readonly Evidence[] {
  const out = [...list];
  const add = (kind: 'payback' | 'amdahl', span: Span | undefined): void => {
    if (span && !out.some((e) => e.kind === kind)) out.push({ kind, span, quote: wordsAt(span, all, doc) });
  };
  // The cost stands first among the inputs: what has to be paid back.
  add('payback', paybackOf(figures)?.inputs[0]?.span);
  add('amdahl', theShare(figures)?.span);
  return out.sort((a, b) => a.span.from - b.span.from);
}

const NO_AXES: ReadonlySet<string> = new Set();

/** What one session keeps from reading to reading. */
interface Memory extends FactCache {
  screened: Screened | null;
}
const newMemory = (): Memory => ({ ...newCache(), screened: null });

function analyse(doc: Doc, reader: Reader, cache: Memory, config: LinterConfig, options: LintOptions, code: readonly CodeHint[]): Analysis {
  const override = overrideOf(doc, options);
  const skip = override === false || (override === undefined && cannotApply(doc.text, cache));
  const all = skip ? [] : collect(doc, reader.vocabulary, cache);
  const signals = skip ? NO_SIGNALS : signalsOf(doc, all, frontTitle(doc, reader));
  const stakes = skip ? NO_STAKES : stakesOf(all, signals);
  const { sentences, documents } = reader;
  if (!skip) sumUp(all, stakes, sentences, reader.maker);
  const status = statusOf(doc);
  const judged = skip ? null : judge(doc, all, signals, stakes, status, documents, sentences, reader.keys);
  const speaks = all.some(speaksOfPerformance);
  const proposal = proposalOf({ doc, judged, signals, stakes, status, override, speaks, empty: all.length === 0 });
  const { applies } = proposal;
  const evidence = applies ? evidenceOf(all, doc, sentences) : { list: [], axes: NO_AXES };
  const own = new Set(config.ownCompanies.map((c) => c.toLowerCase()));
  const figures = applies ? figuresOf(all, doc) : NO_FIGURES;
  const list = withComputed(evidence.list, figures, all, doc);
  const argument: Argument = {
    proposal,
    evidence: new Map(list.map((e) => [e.kind, e])),
    speed: applies ? speedFacts(all, doc, sentences) : [],
    statements: applies ? statementFacts(all, doc, stakes, own, sentences) : [],
    figures,
    code: applies ? code : [],
    thresholds: config.thresholds,
    anchor: proposal.anchor,
    promise: figures.speedups.find((x) => x.promised)?.span ?? proposal.anchor,
    axes: evidence.axes,
  };
  return { doc, all, argument, evidence: list };
}

export function createLinter(config: Partial<LinterConfig> = {}): Linter {
  const merged: LinterConfig = { ...DEFAULT_CONFIG, ...config, thresholds: { ...DEFAULT_CONFIG.thresholds, ...config.thresholds } };
  let built: Reader | null = null;
  const reader = (): Reader => (built ??= createReader(merged));
  const look = (doc: Doc, cache: Memory, options: LintOptions, code: readonly CodeHint[]): LintResult => {
    const analysis = analyse(doc, reader(), cache, merged, options, code);
    const { findings, issues } = runRules(analysis, merged);
    const fold = merged.profile === 'essential' ? (left: readonly Finding[]) => foldEssential(left, analysis, merged) : undefined;
    const spoken = createDirectives(doc, findings, analysis.argument.proposal.applies, fold);
    return buildResult(analysis, spoken.findings, spoken.suppressed, issues, merged, options);
  };
  return {
    config: merged,
    lint: (text, options = {}) => look(parseDocument(text), newMemory(), options, options.code ?? []),
    open(text, options = {}): Session {
      const cache = newMemory();
      const session = openDocument(text);
      let code = options.code ?? [];
      let result = look(session.doc, cache, options, code);
      return {
        get text() {
          return session.doc.text;
        },
        get result() {
          return result;
        },
        edit(change: Change | readonly Change[]) {
          const list = (Array.isArray(change) ? change : [change]) as readonly Change[];
          for (const c of list) session.edit(c);
          result = look(session.doc, cache, options, code);
          return result;
        },
        setCode(hints) {
          code = hints;
          result = look(session.doc, cache, options, code);
          return result;
        },
      };
    },
  };
}
