// The label guide as data: which claims are labelled, which evidence closes which gap, and when a gap is charged (docs/ACCURACY.md).
// Written from the guide and not from the engine, so that the two can disagree.

/**
 * @typedef {{smell: string, line: number, quote?: string}} LabelledPlace
 * @typedef {object} Label one labelled document.
 * @property {string} id
 * @property {boolean} applies
 * @property {string | null} [kind]
 * @property {string | null} [tense]
 * @property {string | null} [scope]
 * @property {boolean | null} [service]
 * @property {boolean | null} [new_language]
 * @property {boolean | null} [speedup_argued]
 * @property {boolean | null} [capacity_argued]
 * @property {string | null} [exempt]
 * @property {Record<string, {line: number, quote?: string} | null>} [evidence]
 * @property {LabelledPlace[]} [claims]
 * @property {LabelledPlace[]} [traps]
 */

export const CLAIMS = [
  'language-slow-claim',
  'fast-without-number',
  'company-did-it',
  'whole-service-rewrite',
  'wholesale-because-better',
  'resume-driven',
  'fastest-to-be-safe',
  'mvp-in-performance-language',
  'org-wide-standardisation',
  'dev-data-benchmark',
  'microbenchmark-only',
  'claim-above-ceiling',
];

/** Labelled once per document, so matched anywhere in it; the others are matched by section. */
export const ONCE = new Set(['whole-service-rewrite', 'org-wide-standardisation', 'mvp-in-performance-language', 'claim-above-ceiling']);

/** One claim in the headline figure: people draw the line between these two differently. */
export const SPEED = new Set(['language-slow-claim', 'fast-without-number']);

export const EVIDENCE = [
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

const changes = (/** @type {Label} */ l) => l.kind === 'rewrite' || l.kind === 'switch';
const open = (/** @type {Label} */ l) => l.tense !== 'done';

/** @type {Record<string, {closedBy: string[], charged: (label: Label) => boolean}>} */
export const GAPS = {
  'no-slo': { closedBy: ['slo'], charged: () => true },
  'no-workload-shape': { closedBy: ['workload-shape', 'profile', 'amdahl'], charged: (l) => !l.exempt },
  'axis-not-named': { closedBy: ['axis', 'slo'], charged: () => true },
  'no-profile': { closedBy: ['profile'], charged: (l) => changes(l) && !l.exempt },
  'no-amdahl': { closedBy: ['amdahl'], charged: (l) => changes(l) && l.speedup_argued === true },
  'cheap-fixes-not-ruled-out': { closedBy: ['cheap-fix'], charged: changes },
  'no-prototype-delta': { closedBy: ['prototype'], charged: (l) => l.kind !== 'advocacy' },
  'no-payback': { closedBy: ['payback'], charged: (l) => l.kind === 'rewrite' && open(l) },
  'no-shadow-run': { closedBy: ['shadow-run'], charged: (l) => changes(l) && l.service === true && open(l) },
  'no-kill-criterion': { closedBy: ['kill-criterion'], charged: (l) => changes(l) && open(l) },
  'no-revisit-trigger': { closedBy: ['revisit'], charged: (l) => l.kind !== 'advocacy' && open(l) },
  'no-talent-cost': { closedBy: ['talent'], charged: (l) => l.new_language === true && l.kind !== 'advocacy' },
  'no-polyglot-alternative': {
    closedBy: ['polyglot'],
    charged: (l) => l.kind === 'rewrite' && l.scope === 'whole' && !l.exempt,
  },
  'no-load-test': { closedBy: ['load-test'], charged: (l) => l.service === true && l.capacity_argued === true },
};

/** Attributes of a proposal: name in the labels, and in the engine's answer. */
export const ATTRIBUTES = /** @type {const} */ ([
  ['kind', 'kind'],
  ['tense', 'tense'],
  ['scope', 'scope'],
  ['service', 'service'],
  ['new_language', 'newLanguage'],
  ['speedup_argued', 'speedupArgued'],
  ['capacity_argued', 'capacityArgued'],
  ['exempt', 'exempt'],
]);
