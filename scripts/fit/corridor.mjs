// The rooms of the engine that the models are fitted with, as they are in the working tree.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { OUT, ROOT } from '../host/paths.mjs';

const ENTRY = `
export { parseDocument } from './src/core/document';
export { collect, newCache, readTitle } from './src/core/facts/collect';
export { beside, SentenceKeys, sumUp } from './src/core/facts/sums';
export { CLAIMS, couldClaim } from './src/core/facts/claims';
export { couldProve, EVIDENCE } from './src/core/facts/evidenceOf';
export { createReader } from './src/core/reader';
export { isScreened, opening } from './src/core/screen';
export { signalsOf } from './src/core/proposal/signals';
export { stakesOf } from './src/core/proposal/stakes';
export { COUNTED, shareFeatures, shareKind, wholeFeatures } from './src/core/proposal/features';
export { statusOf } from './src/core/proposal/status';
export { titleOf } from './src/core/proposal/title';
export { SENTENCE, DOCUMENT, FLAGS, ROOM, Keys } from './src/core/model/keys';
export { ROLES } from './src/core/model/sentence';
export { spellSymbol, STEMS, SIDES } from './src/core/words/symbols';
export { createLexicon, has } from './src/core/words/lexicon';
export { WordTable } from './src/core/words/table';
export { CLASSES, WORDS } from './src/generated/lexicon';
`;

/** @returns {Promise<any>} */
export async function loadCorridor() {
  const outfile = join(OUT, 'fit', 'corridor.mjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}
