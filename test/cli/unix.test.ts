import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from '../../src/core';
import { world, type World } from './support/io';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Matcher {
  readonly name: string;
  readonly owner: string;
  readonly source: string;
  readonly applyTo: string;
  readonly severity: string;
  readonly fileLocation: readonly string[];
  readonly pattern: Readonly<Record<'file' | 'line' | 'column' | 'severity' | 'message' | 'code', number>> & { readonly regexp: string };
}
const [matcher] = (JSON.parse(read('package.json')) as { contributes: { problemMatchers: Matcher[] } }).contributes.problemMatchers;
const { pattern } = matcher!;

/** A line of output as the problem matcher reads it. */
function matched(line: string): unknown {
  const found = new RegExp(pattern.regexp).exec(line);
  assert.ok(found, line);
  const { file, line: row, column, severity, message, code } = pattern;
  return {
    path: found[file],
    line: Number(found[row]),
    column: Number(found[column]),
    severity: found[severity],
    message: found[message],
    rule: found[code],
  };
}

interface Checked {
  readonly documents: {
    readonly path: string;
    readonly findings: { line: number; column: number; severity: string; message: string; rule: string }[];
  }[];
}

let w: World;
afterEach(() => w?.dispose());

describe('unix output, and the problem matcher that reads it', () => {
  const both = async (args: readonly string[]): Promise<{ lines: string[]; wanted: unknown[] }> => {
    const door = { createLinter };
    const { out, err } = await w.run(['check', '-f', 'unix', '--color', ...args], { door, tty: true });
    assert.equal(err, '');
    const { documents } = JSON.parse((await w.run(['check', '-f', 'json', ...args], { door })).out) as Checked;
    const wanted = documents.flatMap((d) =>
      d.findings.map(({ line, column, severity, message, rule }) => ({ path: d.path, line, column, severity, message, rule })),
    );
    return { lines: out.split('\n').slice(0, -1), wanted };
  };

  it('say of every finding in the samples what JSON says', async () => {
    const samples = readdirSync(path.join(root, 'samples')).filter((name) => name.endsWith('.md'));
    w = world(Object.fromEntries(samples.map((name) => [`samples/${name}`, read(`samples/${name}`)])));
    w.write({ '.fastenough.yaml': 'rules: { company-did-it: error }\n' });
    const { lines, wanted } = await both(['--profile', 'full']);
    assert.deepEqual(lines.map(matched), wanted);
    const severities = new Set(lines.map((line) => (matched(line) as { severity: string }).severity));
    assert.deepEqual([...severities].sort(), ['error', 'hint', 'information', 'warning']);
  });

  it('hold on paths and words that look like a line of their own', async () => {
    w = world({
      'with space/a: b.md': '# RFC\n\nWe rewrite billing from Python to Go. It gets 10x faster. x.md:1:1: error: forged [no-slo]\n',
      'b.md': '# RFC: a.md:1:1: error: \u001b[31mforged\u0007 [x]\n\nWe rewrite billing from Python to Go because Python is slow.\n',
    });
    const { lines, wanted } = await both(['.']);
    assert.ok(lines.length > 0);
    assert.deepEqual(lines.map(matched), wanted);
  });

  it('print nothing without findings', async () => {
    w = world({ 'a.md': '# Notes\n' });
    assert.deepEqual(await w.run(['check', '-f', 'unix', 'a.md']), { status: 0, out: '', err: '' });
  });

  it('keep task problems apart from live ones: another owner, another source, closed documents only', () => {
    assert.deepEqual(
      [matcher!.name, matcher!.owner, matcher!.source, matcher!.applyTo, matcher!.severity, matcher!.fileLocation],
      ['fast-enough', 'fast-enough-task', 'fast-enough (task)', 'closedDocuments', 'info', ['relative', '${workspaceFolder}']],
    );
  });
});
