// THIRD_PARTY_LICENSES.txt: every package of which something is in a shipped file, with its licence, read off what esbuild says it bundled.
import { build } from 'esbuild';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { splitOptions } from '../build/split.mjs';
import { bundles, doors } from '../build/targets.mjs';

const PAGE = 'THIRD_PARTY_LICENSES.txt';
/** Texts that a package asks to be passed on. */
const LEGAL = /^(?:licen[cs]e|copying|notice|thirdpartynotice)/i;
const RULE = '='.repeat(100);

/** The folder of the package that a bundled file comes from; undefined for our own. */
function packageOf(/** @type {string} */ input) {
  // The slice of the compiler has no path of its own (src/code/build/plugin.mjs).
  if (input.startsWith('typescript:')) return 'node_modules/typescript';
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
  return folder;
}

/** Shipped files by the folder of each package of which they hold a part. */
async function bundled() {
  const everything = [...bundles(false), splitOptions(doors.options(false), doors.entries, doors.layout)];
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const options of everything) {
    const { metafile } = await build({ ...options, write: false, metafile: true });
    for (const [file, output] of Object.entries(metafile.outputs)) {
      // Shared files of the command line are named after their content, which is of no interest here.
      const name = file.startsWith('dist/cli/') ? 'dist/cli/' : file;
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const folder = packageOf(input);
        if (folder === undefined || bytesInOutput === 0) continue;
        found.set(folder, (found.get(folder) ?? new Set()).add(name));
      }
    }
  }
  return found;
}

async function entry(/** @type {string} */ folder, /** @type {Iterable<string>} */ files) {
  const { name, version, license, author, homepage } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const texts = (await readdir(folder)).filter((file) => LEGAL.test(file)).sort();
  if (texts.length === 0 || typeof license !== 'string') throw new Error(`${folder} is bundled and has no licence to pass on.`);
  const by = typeof author === 'string' ? author : author?.name;
  const head = [
    `${name} ${version} (${license})`,
    ...(by ? [`by ${by}`] : []),
    ...(homepage ? [homepage] : []),
    `in ${[...files].sort().join(', ')}`,
  ];
  const bodies = await Promise.all(
    texts.map(async (file) =>
      (await readFile(path.join(folder, file), 'utf8'))
        .replaceAll('\r\n', '\n')
        .replace(/[ \t]+$/gm, '')
        .trim(),
    ),
  );
  return [RULE, ...head, RULE, '', bodies.join('\n\n')].join('\n');
}

export const licencesStep = {
  name: 'licences',
  async run() {
    const found = [...(await bundled())].sort(([a], [b]) => (a < b ? -1 : 1));
    const entries = await Promise.all(found.map(([folder, files]) => entry(folder, files)));
    const intro =
      'Fast Enough is under the MIT licence (LICENSE). The files that are shipped hold parts of the packages below. This list is generated\n' +
      'from what was bundled (scripts/gen/licences.mjs).';
    return new Map([[PAGE, `${[intro, ...entries].join('\n\n')}\n`]]);
  },
};
