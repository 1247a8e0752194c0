/** SARIF 2.1.0 for code-scanning dashboards. Results are written as they come; the tool, which needs to know all rules, comes last. */
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { CARDS, cardPage } from '../../core/cards';
import { RULES } from '../../core/index';
import type { RuleMeta } from '../../core/types';
import type { DocumentReport, FindingReport } from '../lint/report';
import { VERSION } from '../version';
import { quietJson } from './quiet';
import type { Remark, Reporter } from './reporter';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const QUESTIONS = 'Fast Enough Q&A';

const LEVELS: Readonly<Record<FindingReport['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** `place` gives a path as a dashboard resolves it. */
export function sarifReporter(place: (shown: string) => string): Reporter {
  const index = new Map(RULES.map((r, i) => [r.id, i]));
  const house: { id: string; message: string }[] = [];
  let first = true;
  const rule = (f: FindingReport): number => {
    let at = index.get(f.rule);
    if (at === undefined) {
      at = RULES.length + house.length;
      house.push({ id: f.rule, message: f.message });
      index.set(f.rule, at);
    }
    return at;
  };
  const result = (report: DocumentReport, f: FindingReport, extra: object = {}): string => {
    const comma = first ? '\n' : ',\n';
    first = false;
    const location = physical(place(report.path));
    return (
      comma +
      quietJson({
        ruleId: f.rule,
        ruleIndex: rule(f),
        level: LEVELS[f.severity],
        message: { text: messageText(f.derivation ? `${f.message} (${f.derivation.worked})` : f.message) },
        locations: [{ physicalLocation: { ...location, region: region(f) } }],
        ...(f.related.length > 0
          ? {
              relatedLocations: f.related.map((r, id) => ({
                id,
                message: { text: messageText(r.message) },
                physicalLocation: { ...location, region: { startLine: r.line, startColumn: r.column } },
              })),
            }
          : {}),
        partialFingerprints: { 'fastEnoughFinding/v1': f.fingerprint },
        properties: { question: f.question, kind: f.kind },
        ...extra,
      })
    );
  };
  return {
    begin: () => `{"$schema":${quietJson(SCHEMA)},"version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`,
    document: (report) =>
      [
        ...report.findings.map((f) => result(report, f)),
        ...report.accepted.map((f) =>
          result(report, f, { suppressions: [{ kind: 'external', justification: 'Accepted in the baseline.' }] }),
        ),
        ...report.suppressed.map((s) =>
          result(report, s.finding, { suppressions: [{ kind: 'inSource', ...(s.reason ? { justification: s.reason } : {}) }] }),
        ),
      ].join(''),
    end: (_, remarks) => `\n],${quietJson(tail(house, remarks, place)).slice(1, -1)}}]}\n`,
  };
}

/** `[`, `]`, `{` and `}` are syntax in a SARIF message: links and placeholders. Words of a proposal must stay words. */
export function messageText(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&').replace(/[{}]/g, '$&$&');
}

function region(f: FindingReport): object {
  return { startLine: f.line, startColumn: f.column, endLine: f.endLine, endColumn: f.endColumn };
}

/** A log holds no path of the machine that made it. What lies outside the root is named from the working folder and claims no root. */
function physical(file: string): { artifactLocation: object } {
  // Another drive of Windows is the one place without a relative path.
  if (path.isAbsolute(file)) return { artifactLocation: { uri: pathToFileURL(file).href } };
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return { artifactLocation: file.startsWith('../') ? { uri } : { uri, uriBaseId: '%SRCROOT%' } };
}

function tail(house: readonly { id: string; message: string }[], remarks: readonly Remark[], place: (shown: string) => string): object {
  const errors = remarks.filter((r) => r.severity === 'error');
  return {
    tool: {
      driver: {
        name: 'fast-enough',
        version: VERSION,
        semanticVersion: VERSION,
        rules: [
          ...RULES.map(descriptor),
          ...house.map((h) => ({ id: h.id, shortDescription: { text: h.message }, properties: { tags: ['house-rule'] } })),
        ],
      },
    },
    taxonomies: [
      {
        name: QUESTIONS,
        version: VERSION,
        shortDescription: { text: 'The eighteen questions behind the rules.' },
        taxa: CARDS.map((c) => ({
          id: c.id,
          name: c.title,
          shortDescription: { text: c.question },
          fullDescription: { text: c.short },
          help: { text: c.short, markdown: cardPage(c, (q) => `#${q.toLowerCase()}`) },
        })),
      },
    ],
    originalUriBaseIds: {
      '%SRCROOT%': { description: { text: 'The root of the repository, or the folder in which fast-enough was run where there is none.' } },
    },
    invocations: [
      {
        executionSuccessful: errors.length === 0,
        toolExecutionNotifications: remarks
          .filter((r) => r.severity !== 'note')
          .map((r) => ({
            level: r.severity,
            message: { text: r.message },
            locations: [
              {
                physicalLocation: {
                  ...physical(place(r.path)),
                  ...(r.line ? { region: { startLine: r.line, startColumn: r.column ?? 1 } } : {}),
                },
              },
            ],
          })),
      },
    ],
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function descriptor(rule: RuleMeta): object {
  const cards = rule.questions.flatMap((q) => CARDS.filter((c) => c.id === q));
  return {
    id: rule.id,
    // A name is for people, so one that would only repeat the id is left out.
    ...(rule.id.includes('-') ? { name: rule.id.split('-').map(capital).join('') } : {}),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.summary },
    help: { text: [rule.summary, rule.why, ...further(rule, cards)].join('\n\n'), markdown: helpMarkdown(rule, cards) },
    defaultConfiguration: rule.severity === 'off' ? { enabled: false } : { level: LEVELS[rule.severity] },
    properties: { tags: [rule.kind, ...rule.questions], precision: 'high' },
    relationships: cards.map((c) => ({ target: { id: c.id, toolComponent: { name: QUESTIONS } }, kinds: ['relevant'] })),
  };
}

/** Where to read on. A page on the web would be a link; the pages are in the command itself. */
const further = (rule: RuleMeta, cards: readonly (typeof CARDS)[number][]): string[] => [
  ...cards.map((c) => `${c.id}: ${c.question} (fast-enough explain ${c.id})`),
  `The rule: fast-enough explain ${rule.id}`,
];

function helpMarkdown(rule: RuleMeta, cards: readonly (typeof CARDS)[number][]): string {
  const example = (label: string, text: string | undefined): string[] =>
    text === undefined ? [] : [`**${label}**`, '', '```markdown', text.trim(), '```', ''];
  return [
    `# ${rule.title}`,
    '',
    rule.summary,
    '',
    rule.why,
    '',
    ...example('Flagged', rule.examples.bad[0]?.text),
    ...example('Fine', rule.examples.good[0]?.text),
    `**When not to use it.** ${rule.whenNotToUse}`,
    '',
    ...cards.flatMap((c) => [`## ${c.id}: ${c.question}`, '', c.short, '', `More: \`fast-enough explain ${c.id}\``, '']),
    `The rule: \`fast-enough explain ${rule.id}\``,
    '',
  ].join('\n');
}
