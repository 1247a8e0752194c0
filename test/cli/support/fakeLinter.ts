/**
 * A linter whose findings a test can predict: in a text that says "rewrite", every "10x" is a claim with a computation, every "Discord" a warning with a
 * related place, every "slow" a hint; without "SLO" there is a gap. It has nothing to do with how the engine judges; the doors are what is tested.
 */
import type { Finding, Linter, LinterConfig, LintResult, Proposal, Span } from '../../../src/core/types';

const spans = (text: string, word: string): Span[] => {
  const found: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push({ from: at, to: at + word.length });
  return found;
};

function finding(
  rule: string,
  kind: Finding['kind'],
  severity: Finding['severity'],
  span: Span,
  message: string,
  more: Partial<Finding> = {},
): Finding {
  return { rule, question: 'Q6', kind, severity, span, message, messageId: 'found', data: {}, related: [], ...more };
}

function lint(text: string, config: LinterConfig): LintResult {
  const applies = text.includes('rewrite');
  const first: Span = { from: 0, to: Math.max(1, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n')) };
  const proposal: Proposal = {
    applies,
    kind: applies ? 'rewrite' : 'none',
    tense: applies ? 'proposed' : null,
    scope: applies ? 'whole' : null,
    service: true,
    newLanguage: true,
    speedupArgued: true,
    capacityArgued: false,
    exempt: null,
    retired: false,
    from: ['Python'],
    to: ['Rust'],
    title: text.slice(first.from, first.to),
    anchor: first,
    reasons: applies ? [{ span: spans(text, 'rewrite')[0]!, quote: 'rewrite', shows: 'change' }] : [],
    why: 'It says so.',
  };
  const all: Finding[] = applies
    ? [
        ...spans(text, '10x').map((span) =>
          finding('claim-above-ceiling', 'arithmetic', 'warning', span, `"10x" is above the ceiling [a](b) {0}`, {
            derivation: {
              kind: 'amdahl',
              formula: '1 / (1 - f)',
              inputs: [],
              worked: '1 / (1 - 0.05) = 1.05',
              result: 1.05,
              shown: '1.05x',
              question: 'Q6',
            },
          }),
        ),
        ...spans(text, 'Discord').map((span) =>
          finding('company-did-it', 'claim', 'warning', span, `"${text.slice(span.from, span.to + 8)}" is their workload`, {
            related: [{ span: first, message: 'the title' }],
          }),
        ),
        ...spans(text, 'slow').map((span) => finding('language-slow-claim', 'claim', 'hint', span, 'slow at what?')),
        ...(text.includes('SLO') ? [] : [finding('no-slo', 'gap', 'error', first, 'No number is to be met')]),
      ]
    : [];
  const shown = all
    .filter((f) => config.rules[f.rule] !== 'off')
    .map((f) => ({ ...f, severity: (config.rules[f.rule] as Finding['severity'] | undefined) ?? f.severity }));
  const silenced = text.includes('fast-enough-disable') ? shown.filter((f) => f.rule === 'company-did-it') : [];
  const result: LintResult = {
    text,
    proposal,
    findings: shown.filter((f) => !silenced.includes(f)),
    evidence: spans(text, '40 ms').map((span) => ({ kind: 'slo', span, quote: '40 ms', value: 40, unit: 'ms' })),
    issues: [],
    suppressed: silenced.map((f) => ({ finding: f, reason: 'agreed with the team' })),
    review: () => ({
      proposal,
      verdict: 'Rewrite proposal · 0 of 9 greenlight criteria met',
      met: 0,
      asked: 9,
      greenlight: [],
      refuse: [],
      derivations: [],
      questions: ['What must it meet?'],
      advice: [],
      charts: {},
    }),
    numberNotes: () => [],
    terms: () => [],
    fixes: () => [],
    codeSources: () => [],
  };
  return result;
}

export function fakeLinter(config: LinterConfig): Linter {
  return {
    config,
    lint: (text) => lint(text, config),
    open: () => {
      throw new Error('not needed here');
    },
  };
}
