/** What a section is for, by the words of its heading. */
import type { SectionRole } from './types';

/** Phrases by role, in normalised words. Longer phrases win over shorter ones, later words over earlier ones. */
const WORDS: Readonly<Partial<Record<SectionRole, string>>> = {
  status: 'status|state of this document|metadata|document status|decision status',
  summary:
    'summary|executive summary|abstract|tl dr|tldr|overview|introduction|in short|at a glance|y statement|brief|synopsis|key points|key takeaways|highlights',
  context:
    'context|background|context and background|current state|current situation|current architecture|current system|current implementation|current stack|as is|situation|where we are|where we are today|today|existing system|existing architecture|existing implementation|system context|status quo|landscape',
  problem:
    'problem|problems|problem statement|context and problem statement|context and problem|pain points|pain point|the problem|issue|issues|challenges|challenge|limitations of the current system|current problems|current limitations|bottleneck|bottlenecks|what is wrong|symptoms|motivating problem',
  goals:
    'goals|goal|objectives|objective|aims|scope|in scope|requirements|functional requirements|non functional requirements|user stories|use cases|needs|what we want|desired state|vision|user requirements|business requirements',
  'non-goals':
    'non goals|non goal|nongoals|out of scope|not in scope|anti goals|what this is not|what we are not doing|non objectives|not goals|exclusions|explicitly out of scope|what this rfc is not',
  drivers:
    'decision drivers|drivers|forces|constraints|assumptions|criteria|decision criteria|evaluation criteria|selection criteria|concerns|quality attributes|technical constraints|key considerations|considerations|factors|key factors|evaluation framework',
  options:
    'options|option|considered options|options considered|alternatives|alternative|alternatives considered|considered alternatives|other options|pros and cons of the options|pros and cons of options|options analysis|option analysis|rationale and alternatives|alternative approaches|alternative solutions|candidates|candidate|comparison|language comparison|evaluation|trade study|detailed comparison|comparison matrix|decision matrix|evaluated options|approaches considered|solutions considered|other languages|what about|design alternatives|language evaluation|choices|approaches|possible solutions|potential solutions|comparison table|scoring',
  rejected:
    'rejected|rejected alternatives|rejected options|rejected approaches|alternatives rejected|alternatives considered and rejected|options rejected|why not|not chosen|why not chosen|what we did not choose|discarded options|discarded alternatives|dismissed|declined|ruled out|dismissed alternatives|what we rejected|why we did not choose|rejected because|rejection reason|reason for rejection|not selected|abandoned approaches|alternatives not chosen|deferred|reasons against',
  decision:
    'decision|decision outcome|outcome|decisions|proposed decision|resolution|proposal|the proposal|proposed solution|solution|chosen option|selected option|recommendation|recommendations|our choice|conclusion|conclusions|verdict|final decision|proposed approach|recommended approach|the decision|proposed change|proposed changes|decision summary|what we decided|approach|final recommendation|chosen solution|selected approach|recommended option|choice|key decisions|technology choice|language choice|the choice',
  rationale:
    'rationale|motivation|why|reasons|reasoning|justification|reason|decision rationale|argument|arguments|business case|the case for|case for|technical rationale|performance rationale|justifications|driving reasons|reasons for|why now|why this|motivations|because|business value',
  pros: 'pros|positive|positives|positive consequences|benefits|benefit|advantages|advantage|good|strengths|gains|upsides|wins|positive outcomes|expected benefits|key benefits|what we gain|easier|what becomes easier|performance benefits|pluses|merits|positive impacts|key advantages|expected gains|value',
  cons: 'cons|negative|negatives|negative consequences|disadvantages|disadvantage|drawbacks|drawback|weaknesses|downsides|downside|costs|bad|what we lose|harder|what becomes harder|negative outcomes|limitations|limitation|shortcomings|minuses|negative impacts|known limitations|caveats|cost|demerits|tradeoffs accepted|accepted tradeoffs|accepted trade offs',
  consequences:
    'consequences|consequence|implications|impact|impacts|trade offs|tradeoffs|trade off|tradeoff|neutral|neutral consequences|effects|results of the decision|ramifications|outcomes|side effects|follow up|resulting context|impact analysis|impact assessment|what changes',
  risks:
    'risks|risk|risks and mitigations|risk assessment|risk analysis|risk mitigation|mitigations|mitigation|mitigation strategies|risk register|threats|failure modes|risks and concerns|potential risks|potential issues|known risks|known issues|mitigation plan|risk management|dangers|gotchas|pitfalls|failure scenarios|worst case',
  plan: 'plan|plans|migration|migration plan|migration path|migration strategy|implementation|implementation plan|implementation strategy|implementation steps|implementation notes|implementation phases|implementation roadmap|implementation timeline|rollout|roll out|rollout plan|rollout strategy|rollback|rollback plan|rollback strategy|roadmap|timeline|phases|phase|milestones|milestone|next steps|schedule|action items|actions|action plan|adoption|adoption plan|adoption strategy|deployment plan|deployment strategy|transition|transition plan|tasks|deliverables|steps|step|execution plan|future work|future possibilities|future plans|future|work plan|work breakdown|staffing|resources|team|budget|effort|effort estimate|estimates|project plan|todo|to do|checklist|iteration|sprint|week|month|quarter|graduation criteria|production readiness review questionnaire|infrastructure needed|upgrade downgrade strategy|version skew strategy|release plan|getting started|migration steps|strategy|release signoff checklist|exit strategy|kill criteria|kill criterion|abort criteria|resource requirements',
  testing:
    'testing|test plan|tests|test|validation|confirmation|verification|test strategy|testing strategy|acceptance|acceptance criteria|acceptance tests|quality assurance|load testing|load tests|validation plan|how we will know|compliance|performance testing|benchmark plan|benchmarking plan|fitness function|validation criteria|monitoring|observability|monitoring plan|production readiness review|experiment plan|test cases|test coverage',
  evidence:
    'evidence|benchmarks|benchmark|benchmark results|performance benchmarks|measurements|measurement|results|performance results|profiling|profile|profiling results|data|metrics|findings|analysis|performance analysis|performance|performance comparison|proof of concept|poc|poc results|prototype|prototype results|spike|spike results|experiment|experiments|experimental results|load test results|numbers|the numbers|baseline|baselines|current performance|performance data|performance metrics|case study|observations|experience report|lessons learned|what we learned|measured results|test results|performance characteristics|performance impact|performance improvements|cost analysis|investigation|research|research findings|root cause|root cause analysis|evaluation results|benchmarking|performance evaluation|current metrics',
  targets:
    'targets|target|success criteria|success metrics|success measures|slo|slos|sla|slas|service level objectives|service level objective|performance targets|performance requirements|performance goals|performance objectives|kpis|kpi|key performance indicators|performance budget|performance budgets|target metrics|latency budget|key results|okrs|definition of success|measures of success|latency targets|performance target|error budget|exit criteria|success criterion|success indicators|expected performance|non functional targets|latency requirements',
  design:
    'design|design details|detailed design|architecture|proposed architecture|technical design|guide level explanation|reference level explanation|specification|details|technical details|proposed design|api|apis|data model|components|system design|how it works|implementation details|interface|interfaces|schema|technology stack|tech stack|stack|high level design|low level design|detailed proposal|technical approach|structure|security|security considerations|configuration|deployment|technical specification|system architecture|architecture overview|target architecture|core components|project structure|notes constraints caveats|storage|protocol|data flow|dependencies|operations|design overview|module structure|examples|example|code example|code examples|code',
  references:
    'references|reference|links|further reading|resources and links|bibliography|sources|see also|related|related work and links|related adrs|related decisions|related documents|related rfcs|more information|additional information|additional resources|external links|citations|footnotes|related links|appendix|appendices|glossary|terminology|definitions|table of contents|contents|toc|acknowledgements|acknowledgments|credits|related documentation|documentation|additional reading|useful links|supporting documents|related issues|related information|attachments|authors|contributors|artifacts|annex',
  'prior-art':
    'prior art|related work|prior work|industry examples|industry validation|industry adoption|who uses|who else uses|case studies|success stories|examples from industry|others|what others do|industry precedent|precedents|precedent|real world examples|industry evidence|inspiration|production users|similar projects|industry trends|real world usage|adopters|industry practice|industry benchmarks',
  history:
    'history|changelog|change log|change history|revision history|revisions|implementation history|document history|updates|update|version history|changes|amendments|log|decision log|decision history|release notes|postscript|review history|amendment|revision log|supersedes|superseded by|edits|addendum',
  questions:
    'questions|open questions|unresolved questions|faq|faqs|frequently asked questions|open issues|outstanding questions|unknowns|open points|discussion|discussions|open discussion|unresolved issues|questions for reviewers|q a|q and a|review questions|known unknowns|comments|feedback|objections|concerns raised|open items|feedback requested',
};

interface Entry {
  readonly words: readonly string[];
  readonly role: SectionRole;
}

let table: ReadonlyMap<string, readonly Entry[]> | null = null;

/** Entries by their first word, longest first. */
function entries(): ReadonlyMap<string, readonly Entry[]> {
  if (table !== null) return table;
  const built = new Map<string, Entry[]>();
  for (const [role, list] of Object.entries(WORDS)) {
    for (const phrase of list.split('|')) {
      const words = phrase.split(' ');
      const first = words[0] as string;
      const known = built.get(first);
      const entry = { words, role: role as SectionRole };
      if (known === undefined) built.set(first, [entry]);
      else known.push(entry);
    }
  }
  for (const list of built.values()) list.sort((x, y) => y.words.length - x.words.length);
  return (table = built);
}

const WORD = /[\p{L}\p{N}]+(?:'[a-z]+)?/gu;
/** What may stand before the words of a heading and says nothing: "3.1", "IV.", "A)", "Section 2", "The", "Our". */
const LEADING: ReadonlySet<string> = new Set(
  'the our a an section chapter part key main proposed expected potential potentials overall detailed initial additional'.split(' '),
);
/** The head of a heading ends here: "Benefits of Rust", "Consequences for operations". */
const TURNING: ReadonlySet<string> = new Set(
  'of for with to from in on by at vs versus when if that over about than under using through'.split(' '),
);

function wordsOf(title: string): string[] {
  return title.toLowerCase().match(WORD) ?? [];
}

interface Match {
  readonly role: SectionRole;
  readonly length: number;
  readonly at: number;
}

/** The best phrase in `words`: the longest, and of equals the last, for in English the head stands at the end. */
function best(words: readonly string[]): Match | null {
  const known = entries();
  let found: Match | null = null;
  for (let at = 0; at < words.length; at++) {
    for (const entry of known.get(words[at] as string) ?? []) {
      if (entry.words.length + at > words.length || !entry.words.every((word, k) => words[at + k] === word)) continue;
      if (found === null || entry.words.length >= found.length) found = { role: entry.role, length: entry.words.length, at };
      break;
    }
  }
  return found;
}

/** Words without numbering and articles at the head. */
function stripped(words: readonly string[]): readonly string[] {
  let i = 0;
  while (i < words.length - 1 && (/^(?:\d+|[ivx]{1,4}|[a-z]\d?)$/.test(words[i] as string) || LEADING.has(words[i] as string))) i++;
  return i === 0 ? words : words.slice(i);
}

/** True where the whole title is a known phrase: "Summary", "2. Decision drivers". */
export function isRolePhrase(title: string): boolean {
  const words = stripped(wordsOf(title));
  return best(words)?.length === words.length && words.length > 0;
}

/** Role of a heading or lead-in by its words; `other` where it names none. Long sentences name none. */
export function roleOf(title: string): SectionRole {
  const mark = /[:–—(]| - /.exec(title)?.index ?? -1;
  if (mark > 0) {
    const first = part(title.slice(0, mark));
    if (first !== 'other') return first;
    return part(title.slice(mark + 1));
  }
  return part(title);
}

function part(title: string): SectionRole {
  const all = wordsOf(title);
  if (all.length === 0 || all.length > 14) return 'other';
  const words = stripped(all);
  const whole = best(words);
  if (whole?.length === words.length) return whole.role;
  if (words[0] === 'why') return words[1] === 'not' || words.includes("isn't") || words.includes("don't") ? 'rejected' : 'rationale';
  const turn = words.findIndex((word) => TURNING.has(word));
  // One word in the middle of a long title says little: "Probabilistic span/log sampler".
  const stray = whole !== null && whole.length === 1 && words.length > 3 && whole.at > 0 && whole.at < words.length - 1;
  return (turn > 0 ? best(words.slice(0, turn)) : null)?.role ?? (stray ? 'other' : whole?.role) ?? 'other';
}
