// `npm run pictures`: takes the pictures of docs/images again, from the real editor, as the workbench tests see it.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ROOT } from './host/paths.mjs';

/** Where a picture comes from, by where it goes. */
const PICTURES = {
  'hover.png': 'demo-hover-light.png',
  'quick-fix.png': 'demo-quick-fix-light.png',
  'review.png': 'review-top-light.png',
  'preview.png': 'surface-preview-dark.png',
};

const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/test-ui.mjs'), 'demo', 'review', 'surface'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
mkdirSync(join(ROOT, 'docs/images'), { recursive: true });
for (const [to, from] of Object.entries(PICTURES)) {
  const shot = join(ROOT, 'out/screenshots', from);
  if (!existsSync(shot)) throw new Error(`the workbench tests took no ${from}`);
  copyFileSync(shot, join(ROOT, 'docs/images', to));
  process.stdout.write(`docs/images/${to}\n`);
}
