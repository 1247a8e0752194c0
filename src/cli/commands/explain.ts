/** `fast-enough explain no-slo` / `Q6`: the page of a rule or of a question, in the terminal. */
import { CARDS, card, cardPage } from '../../core/cards';
import { hint } from '../../core/config/suggest';
import { RULES } from '../../core/index';
import type { RuleMeta } from '../../core/types';
import { EXIT, InputError } from '../errors';
import type { Io } from '../io';
import { style, wantsColour, type Style } from '../output/terminal';

export interface ExplainOptions {
  readonly format: 'text' | 'json';
  readonly color?: boolean;
}

export async function explain(what: string | undefined, { format, color }: ExplainOptions, io: Io): Promise<number> {
  const s = style(wantsColour(io, io.out, color), false);
  if (what === undefined) {
    const list = {
      rules: RULES.map((r) => ({ id: r.id, question: r.question, kind: r.kind, severity: r.severity, title: r.title })),
      questions: CARDS.map((c) => ({ id: c.id, title: c.title, question: c.question })),
    };
    await io.out.write(format === 'json' ? `${JSON.stringify(list, null, 2)}\n` : overview(s));
    return EXIT.clean;
  }
  const rule = RULES.find((r) => r.id === what.toLowerCase());
  const question = card(what.toUpperCase());
  if (rule) await io.out.write(format === 'json' ? `${JSON.stringify(rule, null, 2)}\n` : rulePage(rule, s));
  else if (question)
    await io.out.write(
      format === 'json'
        ? `${JSON.stringify(question, null, 2)}\n`
        : `${paint(
            cardPage(question, (q) => `fast-enough explain ${q}`),
            s,
          )}`,
    );
  else
    throw new InputError(
      `explain: there is no rule or question "${what.slice(0, 80)}"${hint(what, [...RULES.map((r) => r.id), ...CARDS.map((c) => c.id)])}`,
    );
  return EXIT.clean;
}

function overview(s: Style): string {
  const longest = Math.max(0, ...RULES.map((r) => r.id.length));
  const rules = RULES.map((r) => `  ${r.id.padEnd(longest)}  ${r.question.padEnd(3)}  ${s.dim(r.severity.padEnd(11))}  ${r.title}`);
  const questions = CARDS.map((c) => `  ${c.id.padEnd(3)}  ${c.title}`);
  return [s.bold('Rules'), ...rules, '', s.bold('Questions'), ...questions, '', 'fast-enough explain <rule|Qn> tells more.', ''].join('\n');
}

/** The rule's page as Markdown; agents get the same text. */
export function ruleMarkdown(rule: RuleMeta): string {
  const example = (label: string, text: string | undefined): string[] =>
    text === undefined
      ? []
      : [
          `## ${label}`,
          '',
          ...text
            .trim()
            .split('\n')
            .map((l) => `    ${l}`),
          '',
        ];
  return [
    `# ${rule.id}: ${rule.title}`,
    '',
    `${rule.kind}, severity ${rule.severity}, ${rule.questions.join(', ')}`,
    '',
    rule.summary,
    '',
    rule.why,
    '',
    ...example('Flagged', rule.examples.bad[0]?.text),
    ...example('Fine', rule.examples.good[0]?.text),
    '## When not to use it',
    '',
    rule.whenNotToUse,
    '',
    ...rule.questions.flatMap((q) => {
      const c = card(q);
      return c ? [`## ${c.id}: ${c.question}`, '', c.short, ''] : [];
    }),
  ].join('\n');
}

const rulePage = (rule: RuleMeta, s: Style): string => paint(ruleMarkdown(rule), s);

/** Headings and strong words in bold; the rest of the Markdown reads well as it is. Links are shown as their text and, where it says more, their target. */
function paint(markdown: string, s: Style): string {
  return markdown
    .split('\n')
    .map((line) => {
      const heading = /^#+ (.*)$/.exec(line);
      if (heading) return s.bold(heading[1]!);
      return line
        .replace(/\[([^\][]*)\]\(([^()\s]*(?: [^()\s]+)*)\)/g, (_, text: string, target: string) =>
          target.startsWith('http') ? `${text} <${target}>` : text,
        )
        .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => s.bold(text));
    })
    .join('\n');
}
