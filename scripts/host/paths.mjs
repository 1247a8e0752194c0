// Every place on disk that the tooling uses, in one file, so that nothing else has to guess.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, without a trailing slash. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
/** Downloads that outlive a run: the embedded VS Code (and the desktop one, where it is asked for). */
export const VSCODE_TEST = join(ROOT, '.vscode-test');
/** Everything that a run produces: packages, bundles of tests, results, screenshots. Safe to delete at any time. */
export const OUT = join(ROOT, 'out');
/** One JSON file of counts per suite. */
export const RESULTS = join(OUT, 'results');
export const SCREENSHOTS = join(OUT, 'screenshots');

/** The manifest, read afresh so that a script never acts on a stale one. */
export const manifest = () => JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
