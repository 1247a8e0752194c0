/** What a reviewer needs (Q12): the greenlight criteria with the evidence found, the signs to refuse, the numbers worked through, what to ask. */
import { closed, changes, type Argument } from './argument';
import { amdahlOf, headroomOf, loadAndCapacity, onlyAbove, paybackOf, theShare } from './derive';
import type { Analysis } from './engine';
import type { Criterion, Derivation, Evidence, EvidenceKind, Finding, LinterConfig, RefusalSign, Review } from './types';

interface CriterionSpec {
  readonly id: string;
  readonly title: string;
  readonly question: Criterion['question'];
  readonly kinds: readonly EvidenceKind[];
  /** All kinds are needed, not any. */
  readonly all?: boolean;
  readonly ask: string;
  readonly asked: (a: Argument) => boolean;
  readonly skipped: string;
  /** Rules whose findings contradict the criterion. */
  readonly against?: readonly string[];
}

const notDone = (a: Argument): boolean => changes(a) && a.proposal.tense !== 'done';
const always = (): boolean => true;

const CRITERIA: readonly CriterionSpec[] = [
  {
    id: 'slo',
    title: 'A target is named and missed, in numbers',
    question: 'Q2',
    kinds: ['slo'],
    ask: 'Which number must it meet, and by how much is it missed today?',
    asked: always,
    skipped: '',
    against: ['slo-already-met'],
  },
  {
    id: 'bound',
    title: 'The work is bound by CPU or memory, and that was measured',
    question: 'Q3',
    kinds: ['workload-shape', 'profile', 'amdahl'],
    ask: 'Does the work wait or compute, and what shows it?',
    asked: (a) => a.proposal.exempt === null,
    skipped: 'The nature of the work settles it (Q16).',
    against: ['io-bound-rewrite'],
  },
  {
    id: 'profile',
    title: 'A profile at production scale shows where the time goes',
    question: 'Q5',
    kinds: ['profile'],
    ask: 'Where does the time go in production: which trace, profile or flame graph shows it?',
    asked: (a) => changes(a) && a.proposal.exempt === null,
    skipped: 'Nothing runs yet, or the nature of the work settles it (Q16).',
  },
  {
    id: 'ceiling',
    title: 'The Amdahl ceiling is computed',
    question: 'Q6',
    kinds: ['amdahl'],
    ask: 'Which share of the time does the change touch, and what is the best it can give overall?',
    asked: (a) => changes(a) && a.proposal.speedupArgued,
    skipped: 'No speed-up of something existing is promised.',
    against: ['claim-above-ceiling'],
  },
  {
    id: 'cheap-fixes',
    title: 'Cheaper fixes are exhausted',
    question: 'Q4',
    kinds: ['cheap-fix'],
    ask: 'Which cheaper fixes (index, cache, batching, algorithm, configuration) were tried, and what did each give?',
    asked: changes,
    skipped: 'Nothing exists yet that could be fixed.',
    against: ['code-n-plus-one', 'code-quadratic'],
  },
  {
    id: 'hot-path',
    title: 'The hot path is isolated',
    question: 'Q17',
    kinds: ['polyglot'],
    ask: 'Could the hot path alone move, as an extension or a sidecar?',
    asked: (a) => a.proposal.kind === 'rewrite' && a.proposal.exempt === null,
    skipped: 'No rewrite of something whole is proposed, or the nature of the work settles it.',
    against: ['whole-service-rewrite'],
  },
  {
    id: 'prototype',
    title: 'A prototype shows a measured delta on this workload',
    question: 'Q9',
    kinds: ['prototype'],
    ask: 'What did a prototype of the hot path measure, before and after, on this workload?',
    asked: (a) => a.proposal.kind !== 'advocacy',
    skipped: 'It argues for a technology in general.',
    against: ['dev-data-benchmark', 'microbenchmark-only'],
  },
  {
    id: 'payback',
    title: 'It pays back within the period set',
    question: 'Q9',
    kinds: ['payback'],
    ask: 'What does the change cost once, what does it save a month, and when has it paid back?',
    asked: (a) => a.proposal.kind === 'rewrite' && a.proposal.tense !== 'done',
    skipped: 'The work is done, or nothing is rewritten.',
    against: ['payback-too-long'],
  },
  {
    id: 'guard',
    title: 'Shadow run, kill criterion and revisit trigger are set',
    question: 'Q12',
    kinds: ['shadow-run', 'kill-criterion', 'revisit'],
    all: true,
    ask: 'How will it run beside the old one, what stops it, and when is the decision looked at again?',
    asked: notDone,
    skipped: 'The work is done, or nothing existing changes.',
  },
];

const SIGNS: readonly { id: string; title: string; question: RefusalSign['question']; rules: readonly string[] }[] = [
  {
    id: 'novelty',
    title: 'The reason is that the technology is better or newer',
    question: 'Q12',
    rules: ['wholesale-because-better', 'language-slow-claim', 'dogma'],
  },
  { id: 'wish', title: 'Somebody wants to learn or use it', question: 'Q12', rules: ['resume-driven'] },
  { id: 'precedent', title: 'Another company did it', question: 'Q11', rules: ['company-did-it'] },
  {
    id: 'io-bound',
    title: 'The work waits, and the change cannot reach the waiting',
    question: 'Q6',
    rules: ['io-bound-rewrite', 'claim-above-ceiling'],
  },
  { id: 'wholesale', title: 'Everything moves at once', question: 'Q12', rules: ['whole-service-rewrite', 'org-wide-standardisation'] },
  {
    id: 'cheap',
    title: 'A cheaper fix is at hand',
    question: 'Q4',
    rules: ['cheap-fixes-not-ruled-out', 'code-n-plus-one', 'code-quadratic', 'algorithm-before-language'],
  },
];

const NOUN: Readonly<Record<string, string>> = {
  rewrite: 'Rewrite proposal',
  switch: 'Switch proposal',
  greenfield: 'Technology choice',
  advocacy: 'Case for a technology',
  none: 'Not a performance proposal',
};

function criterion(spec: CriterionSpec, a: Argument, findings: readonly Finding[]): Criterion {
  const base = { id: spec.id, title: spec.title, question: spec.question, ask: spec.ask };
  const evidence = spec.kinds.map((k) => a.evidence.get(k)).filter((e): e is Evidence => e !== undefined);
  if (!spec.asked(a)) return { ...base, status: 'not-asked', evidence, note: spec.skipped };
  const contradiction = findings.find((f) => spec.against?.includes(f.rule));
  if (contradiction) return { ...base, status: 'contradicted', evidence, note: contradiction.message };
  const met = spec.all ? spec.kinds.every((k) => a.evidence.has(k)) : closed(a, ...spec.kinds);
  return { ...base, status: met ? 'met' : 'open', evidence };
}

export function reviewOf(analysis: Analysis, findings: readonly Finding[], config: LinterConfig): Review {
  const a = analysis.argument;
  const { proposal } = a;
  const f = a.figures;
  const share = theShare(f);
  const speed = f.speedups.find((s) => s.overall) ?? null;
  const derivations: Derivation[] = [];
  if (share) derivations.push(amdahlOf(share, onlyAbove(share, speed)));
  const payback = paybackOf(f);
  if (payback) derivations.push(payback);
  const headroom = headroomOf(f);
  if (headroom) derivations.push(headroom);
  for (const x of findings) if (x.derivation && !derivations.some((d) => d.worked === x.derivation?.worked)) derivations.push(x.derivation);

  const greenlight = proposal.applies ? CRITERIA.map((c) => criterion(c, a, findings)) : [];
  const asked = greenlight.filter((c) => c.status !== 'not-asked');
  const met = asked.filter((c) => c.status === 'met').length;
  const codeHints = a.code.length;
  const questions = asked.filter((c) => c.status === 'open' || c.status === 'contradicted').map((c) => c.ask);
  if (proposal.applies && proposal.newLanguage && !closed(a, 'talent'))
    questions.push('Who will learn, review and maintain the new language, and what does that cost?');
  if (proposal.applies && !closed(a, 'axis', 'slo'))
    questions.push('Which performance is meant: latency, throughput, start-up, memory or cost?');
  if (codeHints > 0)
    questions.push(`The code shows ${codeHints} cheap ${codeHints === 1 ? 'fix' : 'fixes'}: what remains of the case once they are made?`);
  const cost = payback?.inputs[0];
  const saving = payback?.inputs[1];
  const use = f.utilisation[0];
  const pair = loadAndCapacity(f);
  const utilisation = use?.value ?? (pair && pair.capacity.value > 0 ? pair.load.value / pair.capacity.value : null);
  void config;
  return {
    proposal,
    verdict: proposal.applies
      ? `${NOUN[proposal.kind] ?? 'Proposal'} · ${met} of ${asked.length} greenlight criteria met`
      : (NOUN['none'] as string),
    met,
    asked: asked.length,
    greenlight,
    refuse: proposal.applies
      ? SIGNS.map((s) => ({
          id: s.id,
          title: s.title,
          question: s.question,
          findings: findings.filter((x) => s.rules.includes(x.rule)),
        })).filter((s) => s.findings.length > 0)
      : [],
    derivations,
    questions,
    advice: proposal.applies ? [] : ADVICE,
    charts: {
      ...(share ? { amdahl: { f: share.value, s: onlyAbove(share, speed)?.value ?? null, claimed: speed?.value ?? null } } : {}),
      ...(cost && saving ? { payback: { cost: cost.value, monthlySaving: saving.value, currency: f.money[0]?.currency ?? '$' } } : {}),
      ...(utilisation !== null && utilisation > 0 && utilisation < 1
        ? { load: { utilisation, monthlyGrowth: f.growth[0]?.value ?? null } }
        : {}),
    },
  };
}

/** For a document that keeps what it has (Q8, Q14). */
const ADVICE: readonly string[] = [
  'Keep an eye on the measure that users feel, with an alert before the target is missed.',
  'Write down the figure or date at which this decision is opened again.',
  'Load to saturation once, so that the distance to the cliff is known rather than hoped for.',
];
