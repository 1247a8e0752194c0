/** The package that users install: everything the manifest names is in it, and nothing that they do not need. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vsce from '@vscode/vsce';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** Every string of the manifest that is a path into the package. */
function pathsOf(value: unknown): string[] {
  if (typeof value === 'string') return /^(\.\/)?(dist|media|snippets|l10n|schemas)\//.test(value) ? [value.replace(/^\.\//, '')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsOf);
}

describe('the VSIX', () => {
  let files: string[];
  before(async function () {
    this.timeout(60_000);
    files = (await vsce.listFiles({ cwd: ROOT, packageManager: vsce.PackageManager.None })).map((file) => file.replaceAll('\\', '/'));
  });

  it('holds every file that the manifest names', () => {
    const { contributes, main, browser, icon } = JSON.parse(read('package.json')) as Record<string, unknown>;
    const named = pathsOf({ contributes, main, browser, icon });
    assert.ok(named.includes('dist/extension.js'));
    assert.deepEqual(
      named.filter((path) => !files.includes(path)),
      [],
    );
  });

  it('holds what a person reads before installing it', () => {
    for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD_PARTY_LICENSES.txt', 'package.json', 'package.nls.json'])
      assert.ok(files.includes(name), name);
  });

  it('holds neither sources, tests, tools, samples nor packages', () => {
    const allowed =
      /^(package(\.nls(\.[\w-]+)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD_PARTY_LICENSES\.txt|(dist|media|snippets|schemas|l10n)\/.*)$/;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file) || /\.(ts|map)$/.test(file)),
      [],
    );
  });

  it('holds no place of the machine that built it', () => {
    for (const file of files.filter((name) => name.startsWith('dist/'))) assert.ok(!read(file).includes(ROOT), file);
  });
});

describe('.ci/run', () => {
  it('runs the commands of the README and no others', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => line.startsWith('npm '));
    assert.deepEqual(commands, ['npm ci', 'npm test']);
    assert.ok(read('README.md').includes(commands.join(' && ')), 'the README names another command');
  });
});
