/** From the start of a program to the first finding on the screen, and the most memory it holds over a folder. */
import { join, resolve } from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { mb, measure, median, ms, ratio, table } from '../lib/measure.mjs';
import { CHECK, RUMDL } from '../lib/rumdl.mjs';
import { peakOf, peakOfNode, start as run } from '../lib/processes.mjs';
import { asFiles, inFolder } from '../lib/folder.mjs';
import { bytesOf, proposal, workspace } from '../lib/texts.mjs';
import { absent } from '../lib/peers.mjs';

const FILE = 'proposal.md';
/** A proposal in which each of the linters has something to say: style, spelling, wording, argument. */
const text = () =>
  `${readFileSync('samples/weak-rewrite-rfc.md', 'utf8')}\nThe servise is very  slow, mistakes were were made.\n* and\n- so on\n`;
const OURS = resolve('dist/cli.cjs');

/** harper.js has no command line: the fewest lines that print its first finding. */
const HARPER = `
  const { readFileSync } = await import('node:fs');
  const [{ Dialect, LocalLinter }, { binaryInlined }] = await Promise.all([import('harper.js'), import('harper.js/binaryInlined')]);
  const linter = new LocalLinter({ binary: binaryInlined, dialect: Dialect.American });
  for (const lint of await linter.lint(readFileSync(process.env.BENCH_FILE, 'utf8'), { language: 'markdown' })) console.log(':' + lint.span().start + ' ' + lint.message());`;

/** The script that a package names as its command. */
function binOf(name) {
  const folder = resolve('bench/node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** Commands that lint `target`, each with how its first finding looks. Peers that are not installed are left out. */
function commands(target, env) {
  const list = [['Fast Enough', process.execPath, [OURS, 'check', '--color', 'never', target], /:\d+|^\s*\d+:\d+ /m]];
  if (RUMDL !== undefined) list.push(['rumdl (native)', RUMDL, [...CHECK, target], /:\d+:\d+:/]);
  const peer = (name, args, first) => {
    try {
      list.push([name, process.execPath, [binOf(name), ...args], first]);
    } catch {
      absent.set(`${name} (command line)`, 'not installed');
    }
  };
  const all = target === '.' ? '**/*.md' : target;
  if (target !== '.') peer('write-good', [target], /on line \d+/);
  peer('markdownlint-cli2', [all], /\.md:\d+/);
  peer('cspell', ['lint', '--no-progress', '--no-config-search', all], /:\d+:\d+/);
  if (target !== '.' && existsSync('bench/node_modules/harper.js'))
    list.push(['harper.js', process.execPath, ['--input-type=module', '-e', HARPER], /^:\d+/m, { cwd: 'bench', env }]);
  return list;
}

export async function start() {
  const folder = inFolder({ [FILE]: text() });
  const bare = median(await measure(() => run(process.execPath, ['-e', '0']), { n: 25 }));
  const rows = [['bare `node -e 0`, to its end', bare]];
  for (const [name, command, args, first, options = {}] of commands(FILE, { BENCH_FILE: join(folder, FILE) })) {
    const times = [];
    await measure(async () => times.push((await run(command, args, { cwd: folder, first, ...options })).first), { n: 20, budget: 5000 });
    if (times.some(Number.isNaN)) absent.set(`${name}, cold start`, 'it found nothing in the text');
    else rows.push([name, median(times.slice(2))]);
  }
  return table(
    ['cold start to the first finding', 'ms', 'times bare node'],
    rows.map(([name, t]) => [name, ms(t), ratio(t / bare)]),
  );
}

/** Peak memory over a folder of Markdown: the files of the installed packages and twenty proposals. */
export async function memory() {
  const texts = [...workspace(), ...Array.from({ length: 20 }, (_, i) => proposal(10_000 + i * 2000, i + 1))];
  const folder = inFolder(asFiles(texts));
  const several = async (peak) => {
    const peaks = [];
    for (let i = 0; i < 3; i++) peaks.push(await peak());
    return median(peaks);
  };
  const bare = await several(() => peakOfNode(['-e', '0']));
  const rows = [['bare `node -e 0`', mb(bare), '']];
  for (const [name, command, args] of commands('.', {})) {
    const native = command !== process.execPath;
    const peak = await several(() => (native ? peakOf(command, args, { cwd: folder }) : peakOfNode(args, { cwd: folder })));
    if (peak === undefined) absent.set(`${name}, memory`, 'this system does not tell');
    else rows.push([name, mb(peak), native ? '' : `+${mb(peak - bare)}`]);
  }
  const what = `peak memory over ${texts.length} files, ${mb(bytesOf(texts))} MB`;
  return table([what, 'MB in all', 'MB above bare node'], rows);
}
