/**
 * `npm run bench [-- --markdown] [-- part ...]`: ours, the peers and the floors in one run, with ratios; machines are noisy, so absolute
 * figures mean little. With `--markdown` the tables replace those in docs/PERFORMANCE.md. Parts: keystroke, scratch, throughput, scan,
 * growth, start, memory, size, code.
 */
import { cpus } from 'node:os';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { underNode24 } from '../scripts/host/node24.mjs';
import { ROOT } from '../scripts/host/paths.mjs';
import { npm } from '../scripts/host/processes.mjs';
import { fail } from '../scripts/host/progress.mjs';
import { intoPage } from './lib/page.mjs';

/** Installs the peers; without them the run goes on with what is there. */
async function install() {
  await npm(['ci', '--prefix', 'bench', '--no-audit', '--no-fund'], ROOT).catch((error) => {
    process.stderr.write(
      `The peers could not be installed, so the run does without those that are missing.\n${String(error.message).slice(0, 500)}\n`,
    );
  });
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { markdown: { type: 'boolean', default: false } } });
  process.chdir(ROOT);
  await install();
  // Loaded only now: what they import may just have been installed.
  const { absent, loadPeers, pinned } = await import('./lib/peers.mjs');
  const [{ keystroke }, { scratch }, { throughput, scan }, { growth }, { start, memory }, { size, code }] = await Promise.all(
    ['keystroke', 'scratch', 'throughput', 'growth', 'start', 'shipped'].map((name) => import(`./measurements/${name}.mjs`)),
  );
  // Programs first: this process is still small and calm.
  const parts = { start, memory, size, code, keystroke, scratch, throughput, scan, growth };
  const unknown = positionals.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  const { createLinter } = await import('../dist/index.mjs');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const machine = `Fast Enough ${version}, Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
  const tables = { machine: `${machine}, ${new Date().toISOString().slice(0, 10)}. Pinned peers: ${pinned().join(', ')}.` };
  process.stdout.write(`${tables.machine}\n`);
  const context = { linter: createLinter({ profile: 'full' }), peers: [] };
  for (const [name, measureIt] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    if (context.peers.length === 0 && ['keystroke', 'scratch', 'throughput', 'scan'].includes(name)) context.peers = await loadPeers();
    tables[name] = await measureIt(context);
    process.stdout.write(`\n${tables[name]}\n`);
  }
  const missing = [...absent].map(([name, why]) => `- ${name}: ${why}`).join('\n');
  tables.absent = missing === '' ? 'Nothing was absent from this run.' : `Absent from this run:\n\n${missing}`;
  process.stdout.write(`\n${tables.absent}\n`);
  if (values.markdown) await intoPage(tables);
}

await underNode24(import.meta.url);
await main().catch(fail);
