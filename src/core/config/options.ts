/** The one table of options. The parser, the JSON schema, completion, hover, `init` and docs/CONFIGURATION.md are all made from it. */

export type OptionKind = 'boolean' | 'profile' | 'severities' | 'patterns' | 'words' | 'thresholds' | 'phrases';

export interface OptionSpec {
  readonly key: string;
  readonly kind: OptionKind;
  /** One sentence. */
  readonly summary: string;
  /** What more there is to know, one or two sentences. */
  readonly detail: string;
  /** How the same key in an outer file is treated. */
  readonly cascade: string;
  /** A small piece of YAML that states it, shown in docs and in the file that `init` writes. */
  readonly example: string;
}

const NEAREST = 'The nearest file that states it wins.';
const ADDS = 'Words of outer folders are kept and these are added.';

export const OPTIONS: readonly OptionSpec[] = [
  {
    key: 'root',
    kind: 'boolean',
    summary: 'Stops the search: files of outer folders are not read.',
    detail: 'Without it the folders are walked up to the root of the repository or workspace.',
    cascade: 'It speaks for its own file only.',
    example: 'root: true',
  },
  {
    key: 'profile',
    kind: 'profile',
    summary: 'How much is asked: `essential` or `full`.',
    detail: 'In `essential` the open greenlight criteria are folded into one hint; in `full` each is a finding of its own.',
    cascade: NEAREST,
    example: 'profile: essential',
  },
  {
    key: 'rules',
    kind: 'severities',
    summary: 'Severity by rule: `off`, `hint`, `information`, `warning` or `error`.',
    detail: 'A rule that is not named keeps its own severity. The ids of your phrase rules may stand here too.',
    cascade: 'Merged rule by rule; the nearest file wins for each.',
    example: 'rules:\n  no-slo: error\n  resume-driven: off',
  },
  {
    key: 'include',
    kind: 'patterns',
    summary: 'Only these files are checked.',
    detail: 'Patterns as in `.gitignore`, relative to the folder of this file. Without it every Markdown file is checked.',
    cascade: NEAREST,
    example: 'include:\n  - docs/rfcs/\n  - docs/adr/',
  },
  {
    key: 'exclude',
    kind: 'patterns',
    summary: 'These files are never checked.',
    detail: 'Patterns as in `.gitignore`, relative to the folder of this file. `.gitignore` itself is honoured already.',
    cascade: 'Patterns of outer folders are kept and these are added.',
    example: 'exclude:\n  - docs/archive/',
  },
  {
    key: 'sloWords',
    kind: 'words',
    summary: 'House words that mark a number as a target.',
    detail: 'Beside "SLO", "budget", "must", "at most" and their like, which are known.',
    cascade: ADDS,
    example: 'sloWords:\n  - service level goal',
  },
  {
    key: 'ownCompanies',
    kind: 'words',
    summary: 'Names of your own company, teams and products.',
    detail: 'What happened at one of these is your own measurement, not somebody else’s precedent.',
    cascade: ADDS,
    example: 'ownCompanies:\n  - Example Corp',
  },
  {
    key: 'languages',
    kind: 'words',
    summary: 'More languages and runtimes, such as an in-house one.',
    detail: 'The common ones are known.',
    cascade: ADDS,
    example: 'languages:\n  - HouseScript',
  },
  {
    key: 'profilers',
    kind: 'words',
    summary: 'More tools whose output counts as a profile.',
    detail: 'perf, pprof, py-spy, async-profiler, EXPLAIN and their like are known.',
    cascade: ADDS,
    example: 'profilers:\n  - tracebox',
  },
  {
    key: 'thresholds',
    kind: 'thresholds',
    summary: 'Limits for the arithmetic rules.',
    detail:
      '`paybackMonths`: longest acceptable payback (12). `knee`: utilisation past which waiting time goes vertical (0.75). `horizonMonths`: planning horizon (12).',
    cascade: 'Merged value by value; the nearest file wins for each.',
    example: 'thresholds:\n  paybackMonths: 12\n  knee: 0.75\n  horizonMonths: 12',
  },
  {
    key: 'phrases',
    kind: 'phrases',
    summary: 'House rules made of word lists.',
    detail:
      'Each has an `id`, a `message` and `phrases`; optionally a `severity`, the `sections` it speaks in, and `unless`: silent when one of the kinds of `evidence` stands within so many sentences. No regular expressions.',
    cascade: 'Rules of outer folders are kept; one with the same id is replaced.',
    example:
      'phrases:\n  - id: cloud-scale\n    message: Say how many requests a second "cloud scale" is.\n    severity: information\n    phrases: [cloud scale, web scale]\n    sections: [decision, rationale]\n    unless:\n      evidence: [load-test, slo]\n      within: 2',
  },
];

/** Keys and meaning of `thresholds`; `below` is exclusive, the lower end is always above 0. */
export const THRESHOLDS = [
  { key: 'paybackMonths', below: 1200, summary: 'Longest acceptable payback, months (Q9).' },
  { key: 'knee', below: 1, summary: 'Utilisation past which waiting time goes vertical, between 0 and 1 (Q14).' },
  { key: 'horizonMonths', below: 1200, summary: 'Planning horizon for load and headroom, months (Q14).' },
] as const;

/** Keys and meaning of one entry of `phrases`. */
export const PHRASE_KEYS = [
  { key: 'id', required: true, summary: 'Name of the rule: lower-case letters, digits and hyphens.' },
  { key: 'message', required: true, summary: 'What the author is told, one sentence.' },
  { key: 'phrases', required: true, summary: 'The words that are looked for; case does not count.' },
  { key: 'severity', required: false, summary: 'Severity; `information` where it is not stated.' },
  { key: 'sections', required: false, summary: 'Section roles in which the rule speaks; everywhere where not stated.' },
  { key: 'unless', required: false, summary: 'Evidence that silences the rule when it stands nearby.' },
] as const;

export const UNLESS_KEYS = [
  { key: 'evidence', required: true, summary: 'Kinds of evidence, any of which is enough.' },
  { key: 'within', required: false, summary: 'How many sentences away it may stand; 2 where not stated.' },
] as const;
