import { strict as assert } from 'node:assert';
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const CLI = path.join(root, 'dist/cli.cjs');
const sample = (name: string): string => readFileSync(path.join(root, 'samples', name), 'utf8');

interface Output {
  documents: { path: string; findings: { rule: string; line: number }[] }[];
  summary: { documents: number };
}

describe('the built command', function () {
  this.timeout(60_000);
  let folder: string;
  const run = (...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  beforeEach(() => (folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fast-enough-process-')))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('exits 0, 1 and 2, with the report on standard output and remarks on standard error', () => {
    write('weak.md', sample('weak-rewrite-rfc.md'));
    write('strong.md', sample('strong-rewrite-rfc.md'));
    assert.deepEqual(
      [run('check', '--profile', 'full', 'strong.md')].map((r) => [r.status, r.stderr]),
      [[0, '']],
    );
    const weak = run('check', 'weak.md');
    assert.deepEqual([weak.status, weak.stderr], [1, '']);
    const missing = run('check', 'nope.md');
    assert.deepEqual([missing.status, missing.stderr], [2, 'fast-enough: nope.md: no such file or folder\n']);
  });

  it('says the same with one thread and with many, in the same order', () => {
    const short =
      '# RFC: Rewrite orders in Rust\n\n## Decision\n\nWe will rewrite the orders service from Python to Rust, because Python is slow.\n\n- Discord did it: they moved a service to Rust.\n';
    const texts = [short, '# Notes\n\nNothing.\n', short.replace('slow', 'slow and 10x slower than Rust')];
    for (let i = 0; i < 900; i++) write(`d${i % 7}/f${i}.md`, texts[i % texts.length]!);
    write('d3/.fastenough.yaml', 'rules: { company-did-it: off }\nnope: 1\n');
    const [one, many] = [run('check', '-f', 'json', '-j', '1', '.'), run('check', '-f', 'json', '-j', '3', '.')];
    assert.equal(many.stdout, one.stdout);
    assert.equal(many.stderr, one.stderr);
    assert.equal(
      many.stderr,
      'fast-enough: d3/.fastenough.yaml:2:1: Unknown key "nope"; known are "root", "profile", "rules", "include", "exclude", "sloWords", "ownCompanies", "languages", "profilers", "thresholds", "phrases"\n',
    );
    const { documents, summary } = JSON.parse(many.stdout) as Output;
    assert.equal(summary.documents, 900);
    assert.ok(documents.filter((d) => d.path.startsWith('d3/')).every((d) => d.findings.every((f) => f.rule !== 'company-did-it')));
    assert.ok(documents.some((d) => d.findings.some((f) => f.rule === 'company-did-it')));
  });

  it('starts no more threads than there is work for, nor more than four for each core', () => {
    for (let i = 0; i < 1700; i++) write(`f${i}.md`, '# Notes\n');
    // Counts the threads of the main one, and writes their number down at the end.
    write(
      'count.cjs',
      `const threads = require('node:worker_threads'); const { Worker } = threads; let started = 0;
       threads.Worker = class extends Worker { constructor(...given) { super(...given); started++; } };
       require('node:module').syncBuiltinESMExports();
       if (threads.isMainThread) process.on('exit', () => require('node:fs').writeFileSync('count', String(started)));`,
    );
    const threads = (...args: string[]): number => {
      const env = { ...process.env, NODE_OPTIONS: '--require ./count.cjs' };
      const { status } = spawnSync(process.execPath, [CLI, 'check', ...args], { cwd: folder, env });
      assert.equal(status, 0);
      return Number(readFileSync(path.join(folder, 'count'), 'utf8'));
    };
    assert.equal(threads('-j', '2'), 2);
    assert.equal(threads('-j', '400'), Math.min(Math.ceil(1700 / 64), 4 * availableParallelism()));
    for (let i = 0; i < 1250; i++) rmSync(path.join(folder, `f${i}.md`));
    assert.ok(threads('-j', '400') <= Math.ceil(450 / 64));
  });

  it('finishes quietly, with its status, when the reader of its output has gone', async () => {
    for (let i = 0; i < 300; i++) write(`f${i}.md`, sample('weak-rewrite-rfc.md'));
    const child = spawn(process.execPath, [CLI, 'check', '.'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.once('exit', resolve));
    assert.deepEqual([status, err], [1, '']);
  });

  /** Runs a line of the shell in which "$@" is the command. */
  const shell = (line: string): SpawnSyncReturns<string> =>
    spawnSync('bash', ['-c', line, 'bash', process.execPath, CLI], { cwd: folder, encoding: 'utf8' });

  it('writes its other outputs whole when the reader of one has gone', function () {
    if (process.platform === 'win32') this.skip(); // No shell to pipe with.
    for (let i = 0; i < 100; i++) write(`f${i}.md`, sample('weak-rewrite-rfc.md'));
    const piped = (rest: string): SpawnSyncReturns<string> =>
      shell(`"$@" check . ${rest} --output json=r.json | head -1; exit "\${PIPESTATUS[0]}"`);
    assert.equal(piped('').status, 1);
    const accepted = piped('--write-baseline --baseline base.json');
    assert.deepEqual([accepted.status, /^fast-enough: base\.json: \d+ findings accepted\n$/.test(accepted.stderr)], [0, true]);
    for (const file of ['r.json', 'base.json']) JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  });

  it('says in one line which output cannot be written, exits 2, and writes the others', function () {
    if (!existsSync('/dev/full')) this.skip(); // Only Linux has a device that is always full.
    write('weak.md', sample('weak-rewrite-rfc.md'));
    const full = 'no space left on the device\n';
    const screen = shell('"$@" check weak.md --output json=r.json > /dev/full');
    assert.deepEqual([screen.status, screen.stderr], [2, `fast-enough: standard output: ${full}`]);
    assert.equal((JSON.parse(readFileSync(path.join(folder, 'r.json'), 'utf8')) as Output).documents.length, 1);
    const copy = shell('"$@" check weak.md --output json=/dev/full');
    assert.deepEqual([copy.status, copy.stderr], [2, `fast-enough: --output json=/dev/full: ${full}`]);
    assert.match(copy.stdout, /findings/);
    for (const command of ['explain', '--help', '--version', 'completion bash', 'review weak.md']) {
      const { status, stderr } = shell(`"$@" ${command} > /dev/full`);
      assert.deepEqual([status, stderr], [2, `fast-enough: standard output: ${full}`], command);
    }
    assert.equal(shell('"$@" check weak.md nope.md 2> /dev/full').status, 2);
  });

  it('writes long reports to a slow pipe without losing any of it', async () => {
    for (let i = 0; i < 60; i++) write(`f${i}.md`, sample('weak-rewrite-rfc.md'));
    const child = spawn(process.execPath, [CLI, 'check', '-f', 'json', '.'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    for await (const chunk of child.stdout) {
      out += String(chunk);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.equal((JSON.parse(out) as Output).documents.length, 60);
  });

  it('judges code in fences and in linked files of the repository, and reads none outside', () => {
    const loop =
      'export async function totals(orders) {\n  const rows = [];\n  for (const order of orders) {\n    rows.push(await db.query("SELECT * FROM lines WHERE order_id = $1", [order.id]));\n  }\n  return rows;\n}\n';
    mkdirSync(path.join(folder, 'repo/.git'), { recursive: true });
    write('repo/src/totals.js', loop);
    write('outside.js', loop);
    symlinkSync('../../outside.js', path.join(folder, 'repo/src/link.js'));
    const links = '[in](../src/totals.js), [out](../../outside.js), [link](../src/link.js)';
    write('repo/docs/rfc.md', `${sample('weak-rewrite-rfc.md')}\n## Today\n\nThe code: ${links}.\n\n\`\`\`js\n${loop}\`\`\`\n`);
    const rules = (...args: string[]): string[] =>
      (
        JSON.parse(run('check', '-f', 'json', '--profile', 'full', ...args, 'repo/docs/rfc.md').stdout) as Output
      ).documents[0]!.findings.filter((f) => f.rule.startsWith('code-')).map((f) => `${f.rule} ${f.line}`);
    const text = readFileSync(path.join(folder, 'repo/docs/rfc.md'), 'utf8').split('\n');
    const line = (words: string): number => text.findIndex((l) => l.includes(words)) + 1;
    assert.deepEqual(rules(), []);
    assert.deepEqual(rules('--code'), [`code-n-plus-one ${line('The code:')}`, `code-n-plus-one ${line('rows.push')}`]);
  });
});
