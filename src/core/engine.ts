/** The corridor: text -> Document -> facts -> Proposal -> rules -> findings. Pure, total, incremental. */
import type { Argument } from './argument';
import { createDirectives } from './directives';
import type { Doc } from './document/types';
import { openDocument, parseDocument } from './document';
import { collect, readTitle, type FactCache, type Located, type Said } from './facts/collect';
import { speedFacts, statementFacts } from './facts/argue';
import { evidenceOf } from './facts/evidenceOf';
import { figuresOf, type Figures } from './facts/figures';
import { createLexicon, type Lexicon } from './facts/lexicon';
import { paybackOf, theShare } from './derive';
import { foldEssential } from './essential';
import { buildResult } from './result';
import { classify } from './proposal';
import { titleOf } from './proposal/title';
import { cannotApply } from './prefilter';
import { runRules } from './run';
import { RULES } from './ruleset';
import type { Change, CodeHint, Evidence, LintOptions, LintResult, Linter, LinterConfig, Session, Span } from './types';

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

const EMPTY_FIGURES: Figures = {
  shares: [],
  speedups: [],
  results: [],
  latencies: [],
  money: [],
  growth: [],
  load: [],
  capacity: [],
  utilisation: [],
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
function frontTitle(doc: Doc, lexicon: Lexicon): readonly Said[] {
  const title = titleOf(doc);
  return title.block < 0 && title.text !== '' ? readTitle(title.text.slice(0, 300), lexicon) : [];
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

function analyse(
  doc: Doc,
  lexicon: Lexicon,
  cache: FactCache,
  config: LinterConfig,
  options: LintOptions,
  code: readonly CodeHint[],
): Analysis {
  const override = overrideOf(doc, options);
  const skip = override === undefined && cannotApply(doc.text);
  const all = skip || override === false ? [] : collect(doc, lexicon, cache);
  const { proposal, stakes } = classify(doc, all, override, skip ? [] : frontTitle(doc, lexicon));
  const evidence = proposal.applies ? evidenceOf(all, doc, proposal) : { list: [], axes: new Set<string>() };
  const own = new Set(config.ownCompanies.map((c) => c.toLowerCase()));
  const figures = proposal.applies ? figuresOf(all, doc) : EMPTY_FIGURES;
  const list = withComputed(evidence.list, figures, all, doc);
  const argument: Argument = {
    proposal,
    evidence: new Map(list.map((e) => [e.kind, e])),
    speed: proposal.applies ? speedFacts(all, doc, stakes) : [],
    // A tool that runs on laptops is rightly measured on one.
    statements: proposal.applies
      ? statementFacts(all, doc, stakes, own).filter((x) => x.kind !== 'dev-benchmark' || proposal.service || x.words.includes('host'))
      : [],
    figures,
    code: proposal.applies ? code : [],
    thresholds: config.thresholds,
    anchor: proposal.anchor,
    promise: figures.speedups.find((x) => x.promised)?.span ?? proposal.anchor,
    axes: evidence.axes,
  };
  return { doc, all, argument, evidence: list };
}

export function createLinter(config: Partial<LinterConfig> = {}): Linter {
  const merged: LinterConfig = { ...DEFAULT_CONFIG, ...config, thresholds: { ...DEFAULT_CONFIG.thresholds, ...config.thresholds } };
  let built: Lexicon | null = null;
  const lexicon: Lexicon = {
    scan: (text) =>
      (built ??= createLexicon([
        { cls: 'lang', words: merged.languages },
        { cls: 'company', words: [] },
        { cls: 'profword', words: merged.profilers },
        { cls: 'goalword', words: merged.sloWords },
      ])).scan(text),
  };
  const judge = (doc: Doc, cache: FactCache, options: LintOptions, code: readonly CodeHint[]): LintResult => {
    const analysis = analyse(doc, lexicon, cache, merged, options, code);
    const { findings, issues } = runRules(analysis, merged);
    const spoken = createDirectives(doc, findings, analysis.argument.proposal.applies);
    const folded = merged.profile === 'essential' ? foldEssential(spoken.findings, analysis, merged) : spoken.findings;
    return buildResult(analysis, folded, spoken.suppressed, issues, merged, options);
  };
  return {
    config: merged,
    lint: (text, options = {}) => judge(parseDocument(text), new WeakMap(), options, options.code ?? []),
    open(text, options = {}): Session {
      const cache: FactCache = new WeakMap();
      const session = openDocument(text);
      let code = options.code ?? [];
      let result = judge(session.doc, cache, options, code);
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
          result = judge(session.doc, cache, options, code);
          return result;
        },
        setCode(hints) {
          code = hints;
          result = judge(session.doc, cache, options, code);
          return result;
        },
      };
    },
  };
}
