import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { world, type World } from './support/io';

const PROPOSAL = '# Orders\n\nWe rewrite it in Rust.\nDiscord did it. SLO\n';

let w: World;
afterEach(() => w?.dispose());
const read = (file: string): string => readFileSync(path.join(w.folder, file), 'utf8');

describe('fast-enough check --output', () => {
  it('refuses two formats for one file, whatever it is called', async () => {
    w = world({ 'a.md': PROPOSAL });
    symlinkSync('.', path.join(w.folder, 'here'));
    for (const second of ['same', './same', 'here/same']) {
      const { status, out, err } = await w.run(['check', '--output', 'json=same', '--output', `sarif=${second}`, 'a.md']);
      assert.deepEqual(
        [status, out, err],
        [2, '', `fast-enough: --output sarif=${second}: --output json=same writes to this file already\n`],
      );
    }
    assert.ok(!existsSync(path.join(w.folder, 'same')));
  });

  it('refuses to overwrite a document that is checked, named or found', async () => {
    w = world({ 'docs/vic.md': PROPOSAL, 'docs/notes.txt': PROPOSAL, list: 'docs/vic.md\n' });
    symlinkSync('docs/vic.md', path.join(w.folder, 'link.md'));
    const refused = async (output: string, args: readonly string[], stdin = ''): Promise<void> => {
      const { status, out, err } = await w.run(['check', '--output', `json=${output}`, ...args], { stdin });
      assert.deepEqual([status, out, err], [2, '', `fast-enough: --output json=${output}: would overwrite a document that is checked\n`]);
    };
    await refused('docs/vic.md', ['docs/vic.md']);
    await refused('docs/vic.md', ['.']);
    await refused('docs/vic.md', ['docs/*.md']);
    await refused('link.md', ['docs']);
    await refused('docs/vic.md', ['--files-from', 'list']);
    await refused('docs/vic.md', ['--files-from', '-'], 'docs/vic.md\n');
    await refused('docs/notes.txt', ['docs/notes.txt']);
    assert.deepEqual([read('docs/vic.md'), read('docs/notes.txt')], [PROPOSAL, PROPOSAL]);
    const stdin = await w.run(['check', '--stdin', '--stdin-filename', 'docs/vic.md', '--output', 'json=docs/vic.md'], { stdin: PROPOSAL });
    assert.deepEqual([stdin.status, read('docs/vic.md')], [2, PROPOSAL]);
  });

  it('refuses to overwrite the baseline, the configuration or the list', async () => {
    w = world({ 'a.md': PROPOSAL, 'b.json': '{"version":1,"findings":[]}', 'c.yaml': 'profile: full\n', list: 'a.md\n' });
    for (const [option, file] of [
      ['--baseline', 'b.json'],
      ['--config', 'c.yaml'],
      ['--files-from', 'list'],
    ] as const) {
      const before = read(file);
      const { status, err } = await w.run(['check', option, file, '--output', `json=${file}`, 'a.md']);
      assert.deepEqual([status, read(file)], [2, before]);
      assert.match(err, /: would overwrite the /);
    }
  });

  it('replaces its own report of an earlier run, and does not read the one it is writing', async () => {
    w = world({ 'a.md': PROPOSAL, '.gitignore': 'old.md\n', 'old.md': PROPOSAL, 'out.json': 'old' });
    const run = await w.run(['check', '-f', 'json', '-o', 'json=out.json', '-o', 'markdown=old.md', '-o', 'markdown=new.md', '.']);
    assert.equal((JSON.parse(run.out) as { summary: { documents: number } }).summary.documents, 1);
    assert.equal(read('out.json'), run.out);
    assert.equal(read('new.md'), read('old.md'));
  });

  it('says what it expects', async () => {
    w = world({ 'a.md': PROPOSAL });
    const { status, err } = await w.run(['check', '--output', 'json', 'a.md']);
    assert.equal(status, 2);
    assert.match(
      err,
      /argument 'json' is invalid\. Expected FORMAT=FILE, for example sarif=report\.sarif, with one of the formats text, .*\.\n/,
    );
  });
});
