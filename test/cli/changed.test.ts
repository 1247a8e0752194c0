import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { world, type World } from './support/io';

const PROPOSAL = '# T\nrewrite Discord\n';

describe('--changed-since', () => {
  let w: World;
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', ...args], {
      cwd: w.folder,
      encoding: 'utf8',
    });
  const paths = async (args: string[], cwd = '.'): Promise<string[]> => {
    const { out } = await w.run(['check', '-f', 'json', ...args], { cwd });
    return (JSON.parse(out) as { documents: { path: string }[] }).documents.map((d) => d.path);
  };
  beforeEach(() => {
    w = world({ 'old.md': PROPOSAL, 'changed.md': PROPOSAL, 'gone.md': PROPOSAL, 'docs/d.md': PROPOSAL });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    git('checkout', '-qb', 'work');
    w.write({ 'changed.md': `${PROPOSAL}\nmore\n`, 'täg "1"\n.md': PROPOSAL, 'docs/new.md': PROPOSAL, 'main.ts': '' });
    rmSync(path.join(w.folder, 'gone.md'));
  });
  afterEach(() => w.dispose());

  it('gives changed and untracked Markdown, not deleted files, with any characters in names', async () => {
    assert.deepEqual(await paths(['--changed-since', 'main']), ['changed.md', 'docs/new.md', 'täg "1"\n.md']);
    git('add', '-A');
    git('commit', '-qm', 'two');
    assert.deepEqual(await paths(['--changed-since', 'main']), ['changed.md', 'docs/new.md', 'täg "1"\n.md']);
    assert.deepEqual(await paths(['--changed-since', 'HEAD']), []);
  });

  it('means what changed here since the branches parted, not what others did meanwhile', async () => {
    git('add', '-A');
    git('commit', '-qm', 'two');
    git('checkout', '-q', 'main');
    w.write({ 'old.md': `${PROPOSAL}\nby others\n` });
    git('commit', '-qam', 'three');
    git('checkout', '-q', 'work');
    assert.ok(!(await paths(['--changed-since', 'main'])).includes('old.md'));
  });

  it('keeps to the working folder and to the arguments', async () => {
    assert.deepEqual(await paths(['--changed-since', 'main'], 'docs'), ['new.md']);
    assert.deepEqual(await paths(['--changed-since', 'main', 'docs', 'old.md']), ['docs/new.md']);
  });

  it('exits 2 with one line for a missing revision, an option in its place and no repository', async () => {
    for (const ref of ['nope', '--output=x', 'main:old.md', '']) {
      const { status, err } = await w.run(['check', `--changed-since=${ref}`]);
      assert.equal(status, 2, ref);
      assert.match(err, /^fast-enough: --changed-since: there is no revision "[^\n]*\n$/);
    }
    assert.ok(!existsSync(path.join(w.folder, 'x')));
    rmSync(path.join(w.folder, '.git'), { recursive: true });
    const { status, err } = await w.run(['check', '--changed-since', 'main']);
    assert.equal(status, 2);
    assert.match(err, /^fast-enough: --changed-since: not a git repository[^\n]*\n$/);
  });

  it('runs no program that the repository names', async () => {
    const evil = path.join(w.folder, 'evil.sh');
    const mark = path.join(w.folder, 'ran');
    w.write({ 'evil.sh': `#!/bin/sh\ntouch '${mark}'\n`, '.gitattributes': '*.md diff=evil\n' });
    chmodSync(evil, 0o755);
    mkdirSync(path.join(w.folder, '.git/hooks'), { recursive: true });
    for (const key of ['core.fsmonitor', 'diff.external', 'diff.evil.textconv', 'diff.evil.command']) git('config', key, evil);
    assert.ok((await paths(['--changed-since', 'main'])).includes('changed.md'));
    assert.ok(!existsSync(mark));
  });

  it('follows no link, as a search does not', async () => {
    symlinkSync('/etc/hostname', path.join(w.folder, 'out.md'));
    symlinkSync('docs', path.join(w.folder, 'dirlink.md'));
    const found = ['changed.md', 'docs/new.md', 'täg "1"\n.md'];
    assert.deepEqual(await paths(['--changed-since', 'main']), found);
    git('add', '-A');
    assert.deepEqual(await paths(['--changed-since', 'main']), found, 'neither when git knows it');
    const { status, err } = await w.run(['check', '--changed-since', 'main', '--fail-on', 'never']);
    assert.deepEqual([status, err], [0, '']);
  });

  it('runs no filter of the repository, whatever its name, and none of a submodule', async () => {
    const mark = path.join(w.folder, 'ran');
    w.write({ 'evil.sh': `#!/bin/sh\ntouch '${mark}'\ncat\n`, '.gitattributes': 'changed.md filter=e.vil\nold.md filter=proc\n' });
    const evil = path.join(w.folder, 'evil.sh');
    chmodSync(evil, 0o755);
    git('config', 'filter.e.vil.clean', evil);
    git('config', 'filter.e.vil.required', 'true');
    git('config', 'filter.proc.process', evil);
    // Same content, another time: git has to look into the file.
    for (const name of ['old.md', 'changed.md']) utimesSync(path.join(w.folder, name), new Date(), new Date(0));
    assert.deepEqual(await paths(['--changed-since', 'main']), ['changed.md', 'docs/new.md', 'täg "1"\n.md']);
    assert.ok(!existsSync(mark));
    git('config', 'filter.a=b.clean', evil);
    const { status, err } = await w.run(['check', '--changed-since', 'main']);
    assert.deepEqual(
      [status, err],
      [2, 'fast-enough: --changed-since: the filter "a=b" of the git configuration cannot be switched off\n'],
    );
    git('config', '--unset', 'filter.a=b.clean');
    git('init', '-q', 'sub');
    w.write({ 'sub/a.md': PROPOSAL });
    git('-C', 'sub', 'add', '.');
    git('-C', 'sub', 'commit', '-qm', 'sub');
    git('update-index', '--add', '--cacheinfo', `160000,${git('-C', 'sub', 'rev-parse', 'HEAD').trim()},sub`);
    git('-C', 'sub', 'config', 'filter.own.clean', evil);
    w.write({ 'sub/.git/info/attributes': '*.md filter=own\n' });
    utimesSync(path.join(w.folder, 'sub/a.md'), new Date(), new Date(0));
    rmSync(mark, { force: true });
    await paths(['--changed-since', 'main']);
    assert.ok(!existsSync(mark));
  });
});
