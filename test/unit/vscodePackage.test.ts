/** What users download: exactly these files, and not more than this many bytes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import vsce from '@vscode/vsce';

const LISTED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'THIRD_PARTY_LICENSES.txt',
  'dist/code.js',
  'dist/core.js',
  'dist/extension.js',
  'dist/review.js',
  'l10n/bundle.l10n.json',
  'l10n/bundle.l10n.zh-cn.json',
  'media/icon.png',
  'media/icon.svg',
  'media/preview.css',
  'media/preview.js',
  'media/review.css',
  'media/view.svg',
  'media/walkthrough/ci.md',
  'media/walkthrough/configure.svg',
  'media/walkthrough/review.svg',
  'media/walkthrough/write.svg',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'schemas/check-output.schema.json',
  'schemas/fastenough.schema.json',
  'snippets/markdown.json',
];
/** Bytes in the package without code evidence, which is loaded apart. */
const BUDGET = 540 * 1024;

describe('the size of the package', () => {
  let files: string[];
  before(async function () {
    this.timeout(60_000);
    files = (await vsce.listFiles({ cwd: '.', packageManager: vsce.PackageManager.None })).map((file) => file.replaceAll('\\', '/'));
  });

  it('comes from these files and no others', () => assert.deepEqual([...files].sort(), LISTED));

  it('stays within its budget, code evidence apart', () => {
    const bytes = files.filter((file) => file !== 'dist/code.js').map((file) => deflateRawSync(readFileSync(file)).length);
    const total = bytes.reduce((sum, n) => sum + n, 0);
    assert.ok(total <= BUDGET, `${total} bytes`);
  });

  it('is loaded in two steps: the editor’s part is small', () => {
    assert.ok(readFileSync('dist/extension.js').length <= 110 * 1024, `${readFileSync('dist/extension.js').length} bytes`);
    // What reads documents is not in it.
    const text = readFileSync('dist/extension.js', 'utf8');
    assert.ok(!text.includes('What a strong document shows'), 'the cards stand in core.js');
  });
});
