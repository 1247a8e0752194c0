// `npm run package`: builds the extension and packages it; prints where the VSIX lies.
import { relative } from 'node:path';
import { underNode24 } from './host/node24.mjs';
import { fail } from './host/progress.mjs';
import { build, packageVsix } from './host/vsix.mjs';

await underNode24(import.meta.url);
try {
  await build();
  process.stdout.write(`${relative(process.cwd(), await packageVsix())}\n`);
} catch (error) {
  fail(error);
}
