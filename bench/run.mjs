/**
 * `npm run bench`: ours and the peers in one run, as ratios; machines are noisy, so absolute figures mean little.
 * With `--markdown` the tables replace those in docs/PERFORMANCE.md.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createRequire } from 'node:module';
import { proposal, workspace } from './texts.mjs';

const { createLinter } = await import('../dist/index.mjs');
const { lint: markdownlint } = await import('markdownlint/sync');
const require = createRequire(import.meta.url);
const writeGood = require('write-good');
const MarkdownIt = require('markdown-it');
const md = new MarkdownIt({ html: true, linkify: false });

const linter = createLinter({ profile: 'full' });
const TOOLS = {
  'Fast Enough': (text) => linter.lint(text),
  markdownlint: (text) => markdownlint({ strings: { text } }),
  'write-good': (text) => writeGood(text),
  'markdown-it (parse only)': (text) => md.parse(text, {}),
};

const quantile = (times, q) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))];
const timed = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
/** Milliseconds of each of `n` runs, after `warm` that do not count. */
function measure(run, n, warm = 2) {
  for (let i = 0; i < warm; i++) run();
  return Array.from({ length: n }, () => timed(run));
}
const ms = (x) => (x < 10 ? x.toFixed(2) : x.toFixed(0));
const table = (head, rows) =>
  [head, head.map((_, i) => (i ? '---:' : '---')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Typing and deleting a sentence at places all over a document; peers read the whole text again. */
function keystrokes(size, places = 4) {
  const text = proposal(size);
  const typed = 'The new service has a p99 latency of 40 ms, much faster than Python. ';
  const times = [];
  const session = linter.open(text);
  for (let burst = 0; burst < places + 2; burst++) {
    const found = session.text.indexOf('. ', Math.floor((burst * 7919 * 31) % session.text.length));
    let at = found < 0 ? 2 : found + 2;
    const edit = (change) => {
      const t = timed(() => session.edit(change));
      if (burst >= 2) times.push(t);
    };
    for (const char of typed) edit({ from: at, to: at++, insert: char });
    for (let i = 0; i < typed.length; i++) edit({ from: at - 1, to: at--, insert: '' });
  }
  return times;
}

function keystrokeTable() {
  const ours = keystrokes(20_000);
  const text = proposal(20_000);
  const rows = [['Fast Enough, the changed part', ms(quantile(ours, 0.5)), ms(quantile(ours, 0.99)), '1.0']];
  for (const [name, run] of Object.entries(TOOLS)) {
    const times = measure(() => run(text), 8, 2);
    rows.push([
      `${name}, the whole text`,
      ms(quantile(times, 0.5)),
      ms(quantile(times, 0.99)),
      (quantile(times, 0.5) / quantile(ours, 0.5)).toFixed(1),
    ]);
  }
  const large = keystrokes(200_000, 1);
  rows.push([
    'Fast Enough, the changed part of 200 KB',
    ms(quantile(large, 0.5)),
    ms(quantile(large, 0.99)),
    (quantile(large, 0.5) / quantile(ours, 0.5)).toFixed(1),
  ]);
  return table(['a keystroke in 20 KB', 'p50 ms', 'p99 ms', 'p50 against ours'], rows);
}

function throughputTable() {
  const texts = { 'proposals, 200 KB each': [proposal(200_000)], 'workspace, next to no proposals': workspace() };
  const out = [];
  for (const [what, list] of Object.entries(texts)) {
    const size = list.reduce((n, t) => n + t.length, 0) / 1e6;
    const rates = Object.entries(TOOLS).map(([name, run]) => {
      const slow = name === 'write-good' || name === 'markdownlint';
      return [name, size / (Math.min(...measure(() => list.forEach((t) => run(t)), slow ? 1 : 2, slow ? 0 : 1)) / 1000)];
    });
    const ours = rates[0][1];
    for (const [name, rate] of rates) out.push([`${what}: ${name}`, rate.toFixed(rate < 10 ? 2 : 0), (ours / rate).toFixed(2)]);
  }
  return table(['throughput, one core', 'MB/s', 'ours / theirs'], out);
}

/** Medians per size and the slope of the line through them on logarithmic axes. */
function growthTable() {
  const sizes = [1e3, 1e4, 1e5, 1e6, 1e7];
  const points = sizes.map((n) => [
    n,
    quantile(
      measure(() => linter.lint(proposal(n)), n > 1e6 ? 1 : 5, n > 1e6 ? 0 : 2),
      0.5,
    ),
  ]);
  const logs = points.map(([n, t]) => [Math.log(n), Math.log(t)]);
  const mean = (i) => logs.reduce((s, p) => s + p[i], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const slope = logs.reduce((s, [x, y]) => s + (x - mx) * (y - my), 0) / logs.reduce((s, [x]) => s + (x - mx) ** 2, 0);
  return `${table(
    ['size, characters', 'ms'],
    points.map(([n, t]) => [n.toLocaleString('en'), ms(t)]),
  )}\n\nSlope on logarithmic axes: ${slope.toFixed(2)}.`;
}

function startTable() {
  const start = (args) =>
    quantile(
      measure(() => spawnSync(process.execPath, args, { stdio: 'ignore' }), 15),
      0.5,
    );
  const bare = start(['-e', '0']);
  const file = 'samples/weak-rewrite-rfc.md';
  const rows = [
    ['`node -e 0`', bare],
    ['`fast-enough check`', start(['dist/cli.cjs', 'check', file])],
    ['`write-good`', start([require.resolve('write-good/bin/write-good.js'), file])],
  ];
  return table(
    ['cold start to the last finding', 'ms', 'against bare node'],
    rows.map(([name, t]) => [name, ms(t), (t / bare).toFixed(1)]),
  );
}

/** What code evidence costs: the bundle is loaded when a proposal holds such code, each fence or file is read once and kept. */
function codeTable() {
  const load = quantile(
    measure(() => spawnSync(process.execPath, ['-e', "require('./dist/code.js')"], { stdio: 'ignore' }), 9),
    0.5,
  );
  const bare = quantile(
    measure(() => spawnSync(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 9),
    0.5,
  );
  const { analyse } = require('../dist/code.js');
  const source = readFileSync('bench/run.mjs', 'utf8');
  const read = quantile(
    measure(() => analyse(source, { language: 'js', path: 'bench/run.mjs' }), 9),
    0.5,
  );
  return table(
    ['code evidence', 'ms'],
    [
      ['bundle loaded, above bare node', ms(load - bare)],
      [`a file of ${(source.length / 1000).toFixed(0)} KB read`, ms(read)],
    ],
  );
}

const parts = { code: codeTable, keystroke: keystrokeTable, throughput: throughputTable, growth: growthTable, start: startTable };
let page = process.argv.includes('--markdown') ? readFileSync('docs/PERFORMANCE.md', 'utf8') : '';
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const [name, make] of Object.entries(parts)) {
  const text = make();
  console.log(`\n${text}`);
  page = page.replace(new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`), (_, open, close) => `${open}\n\n${text}\n\n${close}`);
}
if (page) writeFileSync('docs/PERFORMANCE.md', page);
