/** The texts of the benchmark: our samples, repeated to a size, and the Markdown that ships with installed packages. */
import { readdirSync, readFileSync, statSync } from 'node:fs';

const SAMPLES = ['weak-rewrite-rfc', 'node-to-go-rfc', 'payback-rfc', 'strong-rewrite-rfc', 'cli-port-adr'];
const samples = SAMPLES.map((name) => readFileSync(`samples/${name}.md`, 'utf8').replace(/^---[\s\S]*?\n---\n/, ''));

/** A proposal of at least `size` UTF-16 units: the samples one after another, again and again, cut at `size`. */
export function proposal(size) {
  let text = '';
  for (let i = 0; text.length < size; i++) text += `${samples[i % samples.length]}\n\n`;
  return text.slice(0, size);
}

/** Every eighth Markdown file of the installed packages, up to 1 MB each: a workspace in which next to nothing is a proposal. */
export function workspace() {
  const files = readdirSync('node_modules', { recursive: true })
    .filter((f) => /\.md$/i.test(f))
    .sort()
    .filter((_, i) => i % 8 === 0)
    .map((f) => `node_modules/${f}`);
  return files.filter((f) => statSync(f).size < 1e6).map((f) => readFileSync(f, 'utf8'));
}
