// Compiles words and data into code and docs: `node scripts/gen.mjs [--check] [step ...]`.
// --check writes nothing and fails, naming the file, where a generated file is not what its source says.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { STEPS } from './gen/steps.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));

const check = process.argv.includes('--check');
const wanted = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const unknown = wanted.filter((w) => !STEPS.some((s) => s.name === w));
if (unknown.length) {
  console.error(`gen: no step called ${unknown.join(', ')}; steps are ${STEPS.map((s) => s.name).join(', ')}`);
  process.exit(2);
}

const stale = [];
let written = 0;
let same = 0;
// In order, each written before the next runs: later steps load the engine, which contains what earlier ones wrote.
for (const step of STEPS) {
  if (wanted.length && !wanted.includes(step.name)) continue;
  for (const [file, content] of await step.run()) {
    const now = await readFile(file, 'utf8').catch(() => null);
    if (now === content) same += 1;
    else if (check) stale.push(`${file} (step ${step.name})`);
    else if (content === null) {
      await rm(file);
      written += 1;
      console.log(`gen: removed ${file}`);
    } else {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
      written += 1;
      console.log(`gen: wrote ${file}`);
    }
  }
}

if (stale.length) {
  console.error(`gen: ${stale.length} generated file(s) out of date; run \`npm run gen\`:\n${stale.map((f) => `  ${f}`).join('\n')}`);
  process.exit(1);
}
console.log(check ? `gen: ${same} generated files up to date` : `gen: ${written} written, ${same} unchanged`);
