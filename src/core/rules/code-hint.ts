/** What the code rules have in common: hints of the code bundle become findings on the fence or the link that shows the code. */
import type { Argument } from '../argument';
import type { CodeHint } from '../types';
import type { Report } from './rule';

export type CodeMessage = 'firm' | 'soft' | 'firmLinked' | 'softLinked';

/** Findings for the hints of one rule; linked files add where in the file it stands, as `{at}`. */
export const codeReports = (a: Argument, rule: CodeHint['rule']): Report<CodeMessage>[] =>
  a.code
    .filter((hint) => hint.rule === rule)
    .map(({ span, data, source }) => {
      const soft = data['strength'] === 'soft';
      if (!source) return { span, messageId: soft ? 'soft' : 'firm', data };
      return { span, messageId: soft ? 'softLinked' : 'firmLinked', data: { ...data, at: `${source.path}:${source.line}` } };
    });

/** The four messages of a code rule from what is seen and what would do instead. */
export const codeMessages = (seen: string, maybe: string): Readonly<Record<CodeMessage, string>> => ({
  firm: `${seen}.`,
  soft: `${maybe}.`,
  firmLinked: `${seen} ({at}).`,
  softLinked: `${maybe} ({at}).`,
});
