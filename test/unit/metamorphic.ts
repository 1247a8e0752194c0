// Changes of a document whose effect on its findings is known although nobody labelled the result.
import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import type { LintResult } from '../../src/core/types';

const linter = createLinter({ profile: 'full' });
export const lint = (text: string): LintResult => linter.lint(text);

/** Ids of the rules that speak, sorted, once each. */
export const rulesOf = (text: string): string[] => [...new Set(lint(text).findings.map((f) => f.rule))].sort();

/** Findings as rule and words, so that moved lines and line ends make no difference. */
export const findingsOf = (text: string): string[] => {
  const result = lint(text);
  const words = (from: number, to: number): string =>
    text
      .slice(from, to)
      .replace(/[\s>*_-]+/g, ' ')
      .trim();
  return result.findings.map((f) => `${f.rule} | ${words(f.span.from, f.span.to)}`).sort();
};

/** Cuts passages out; each has to be there. */
export function without(text: string, ...passages: readonly string[]): string {
  let out = text;
  for (const p of passages) {
    assert.ok(out.includes(p), `the sample no longer holds “${p}”`);
    out = out.replaceAll(p, '');
  }
  return out;
}

/** Cuts sections out, with what is under them. */
export function withoutSection(text: string, ...headings: readonly string[]): string {
  let out = text;
  for (const heading of headings) {
    const at = out.indexOf(`\n${heading}\n`);
    assert.ok(at >= 0, `the sample no longer has “${heading}”`);
    const level = heading.indexOf(' ');
    const rest = out.slice(at + 1 + heading.length);
    const next = rest.search(new RegExp(`\\n#{1,${level}} `));
    out = out.slice(0, at) + (next < 0 ? '\n' : rest.slice(next));
  }
  return out;
}

const BLOCK_OPENER = /^(?:[-+*>#|=]|\d+[.)]|```|~~~|:)/;

/** Breaks the lines of paragraphs and list items anew. Headings, tables, fences and front matter stay. */
export function wrapped(text: string, width: number): string {
  let fenced = false;
  let front = text.startsWith('---\n');
  return text
    .split('\n')
    .map((line, i) => {
      if (front) {
        if (i > 0 && line === '---') front = false;
        return line;
      }
      if (/^(?:```|~~~)/.test(line)) fenced = !fenced;
      if (fenced || /^(?:#|\||>|```|~~~|\s|<|\[)/.test(line)) return line;
      const marker = /^(?:[-*+]|\d+\.)\s+/.exec(line)?.[0] ?? '';
      const lines: string[] = [];
      let current = '';
      for (const word of line.slice(marker.length).split(' ')) {
        // A line that began with such a word would open a block of another kind.
        if (current !== '' && current.length + word.length >= width && !BLOCK_OPENER.test(word)) {
          lines.push(current);
          current = word;
        } else current = current === '' ? word : `${current} ${word}`;
      }
      lines.push(current);
      return marker + lines.join(`\n${' '.repeat(marker.length)}`);
    })
    .join('\n');
}
