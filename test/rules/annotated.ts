/**
 * Annotated texts: Markdown files whose prose says why and whose four-backtick `md` fences hold small documents. A caret line under a line of the
 * document names a finding on it; caret lines are taken out before linting:
 *
 *     Python is slow.
 *     <!--^^^^^^^^^^ language-slow-claim-->
 *
 * - The carets have to touch the finding. Carets right behind `<!--` begin at the start of the line. Without an id the rule of the file is meant.
 * - A finding of that rule without carets fails, and so do carets without a finding. Findings of other rules do not matter, unless the fence says `only`.
 * - A fence `md frame` holds the document around the cases that follow it under the same heading; they take the place of its line `{{case}}`.
 * - `<!-- or -->` on a line of its own separates cases of one fence.
 * - Every document has to count as a proposal, unless its fence says `not-a-proposal`.
 * - A fence `json` holds settings for the next document.
 */
import assert from 'node:assert/strict';
import type { LinterConfig } from '../../src/core/types';
import { described, lintWithCode } from './linting';

interface Expected {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
}

export interface AnnotatedCase {
  readonly title: string;
  /** 1-based line of the case in its file. */
  readonly line: number;
  readonly rule: string;
  readonly text: string;
  readonly expected: readonly Expected[];
  readonly only: boolean;
  readonly applies: boolean;
  readonly settings: Partial<LinterConfig>;
}

const CARETS = /^(\s*<!--\s*)(\^+)(?:\s+([a-z0-9-]+))?\s*-->\s*$/;
const FENCE = /^(`{4,})(\w*)\s*(.*)$/;
const SLOT = '{{case}}';

/** Takes the caret lines out and turns them into ranges of what is left. */
export function extract(annotated: string, rule: string): { readonly text: string; readonly expected: readonly Expected[] } {
  const kept: string[] = [];
  const expected: Expected[] = [];
  let start = 0;
  let end = 0;
  for (const line of annotated.split('\n')) {
    const m = CARETS.exec(line);
    if (!m) {
      start = end;
      kept.push(line);
      end = start + line.length + 1;
      continue;
    }
    const [, open = '', carets = '', named] = m;
    const column = open === '<!--' ? 0 : open.length;
    expected.push({ rule: named ?? rule, from: start + column, to: start + open.length + carets.length });
  }
  return { text: kept.join('\n'), expected };
}

/** All cases of one file, in order. `fileRule` is the rule under test unless a fence names another as `rule=...`. */
export function casesOf(markdown: string, fileRule: string): AnnotatedCase[] {
  const cases: AnnotatedCase[] = [];
  let heading = '';
  let frame: string | null = null;
  let settings: Partial<LinterConfig> = {};
  const lines = markdown.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.startsWith('#')) {
      heading = line.replace(/^#+\s*/, '');
      frame = null;
    }
    const open = FENCE.exec(line);
    if (!open) continue;
    const [, ticks, language, info = ''] = open;
    const close = lines.indexOf(ticks!, i + 1);
    assert.ok(close > 0, `the fence in line ${i + 1} has no end`);
    const body = lines.slice(i + 1, close).join('\n');
    const words = info.split(/\s+/);
    const rule = words.find((w) => w.startsWith('rule='))?.slice(5) ?? fileRule;
    if (language === 'json') settings = JSON.parse(body) as Partial<LinterConfig>;
    else if (language === 'md' && words.includes('frame')) {
      assert.ok(body.split("\n").includes(SLOT), `the frame in line ${i + 1} has no line ${SLOT}`);
      frame = body;
    } else if (language === 'md') {
      for (const part of body.split(/^<!-- or -->\n/m)) {
        const whole = frame === null ? part : frame.replace(SLOT, () => part.replace(/\n$/, ''));
        const first = part.split('\n').find((l) => l.trim() !== '') ?? '';
        cases.push({
          title: `${heading}: ${first}`,
          line: i + 1,
          rule,
          ...extract(`${whole}\n`, rule),
          only: words.includes('only'),
          applies: !words.includes('not-a-proposal'),
          settings: { profile: 'full', ...settings },
        });
      }
      settings = {};
    }
    i = close;
  }
  return cases;
}

/** Fails where the findings of a case are not what its carets say. */
export function checkCase(c: AnnotatedCase): void {
  const result = lintWithCode(c.text, c.settings);
  const said = `${described(result)}\n--- document ---\n${c.text}`;
  assert.equal(result.proposal.applies, c.applies, `should ${c.applies ? '' : 'not '}count as a proposal; ${said}`);
  const named = new Set([c.rule, ...c.expected.map((e) => e.rule)]);
  const findings = result.findings.filter((f) => c.only || named.has(f.rule));
  const open = [...c.expected];
  for (const f of findings) {
    const at = open.findIndex((e) => e.rule === f.rule && f.span.from < e.to && e.from < f.span.to);
    assert.ok(at >= 0, `unexpected ${f.rule} on “${c.text.slice(f.span.from, f.span.to)}”: ${f.message}\n${said}`);
    open.splice(at, 1);
  }
  for (const e of open) assert.fail(`no ${e.rule} on “${c.text.slice(e.from, e.to)}”; ${said}`);
}
