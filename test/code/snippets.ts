/** The labelled snippets of `snippets/*.md`: one `##` section is one snippet, the prose before its fence says why. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languageOf } from '../../src/code';

export interface Expected {
  readonly rule: string;
  /** 1-based line of the snippet. */
  readonly line: number;
  readonly callee: string;
  readonly before?: string;
  readonly after?: string;
}

export interface Snippet {
  readonly file: string;
  readonly title: string;
  readonly language: Language;
  readonly path: string | undefined;
  readonly code: string;
  readonly expected: readonly Expected[];
}

const MARK = /[ \t]*\/\/ <- (code-[\w-]+) ([^|\n]+?)(?: \| (.+?) -> (.+?))?[ \t]*$/;

export function readSnippets(folder: string): Snippet[] {
  const found: Snippet[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()) {
    const sections = readFileSync(join(folder, file), 'utf8').split(/^## /m).slice(1);
    for (const section of sections) found.push(readSection(file, section));
  }
  return found;
}

function readSection(file: string, section: string): Snippet {
  const title = section.slice(0, section.indexOf('\n')).trim();
  const fence = /^```(\w+)(?: path=(\S+))?\n([\s\S]*?)^```$/m.exec(section);
  const language = languageOf(fence?.[1] ?? '');
  if (!fence || !language) throw new Error(`${file}: "${title}" has no fence of a known language`);
  const expected: Expected[] = [];
  const lines = fence[3]!.split('\n').map((text, index) => {
    const mark = MARK.exec(text);
    if (!mark) {
      if (text.includes('<- code-')) throw new Error(`${file}: "${title}" has a mark that cannot be read: ${text}`);
      return text;
    }
    const [, rule, callee, before, after] = mark;
    expected.push({ rule: rule!, line: index + 1, callee: callee!, ...(before ? { before } : {}), ...(after ? { after } : {}) });
    return text.slice(0, mark.index);
  });
  return { file, title, language, path: fence[2], code: lines.join('\n'), expected };
}
