// Builds the extension and packages it as it is published.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { node24 } from './node24.mjs';
import { OUT, ROOT, manifest } from './paths.mjs';
import { run } from './processes.mjs';
import { step } from './progress.mjs';

/** Bundles every door into `dist/`. */
export async function build() {
  const node = await node24();
  await step('Building', () => run(node, ['esbuild.mjs'], { cwd: ROOT }));
}

/**
 * Packages what `build` made. FAST_ENOUGH_VSIX names a ready package to use instead.
 * @returns {Promise<string>} the path of the VSIX.
 */
export async function packageVsix() {
  const given = process.env.FAST_ENOUGH_VSIX;
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new Error(`FAST_ENOUGH_VSIX is set to ${given}, which does not exist.`);
    return given;
  }
  mkdirSync(OUT, { recursive: true });
  const { name, version } = manifest();
  const vsix = join(OUT, `${name}-${version}.vsix`);
  const node = await node24();
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  await step('Packaging the VSIX', () => run(node, [join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce'), ...args], { cwd: ROOT }));
  return vsix;
}
