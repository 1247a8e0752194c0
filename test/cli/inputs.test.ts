import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { world, type World } from './support/io';

const CLI = path.join(import.meta.dirname, '../../dist/cli.cjs');
const PROPOSAL = '# T\nrewrite Discord SLO\n';

describe('which documents are read', () => {
  let w: World;
  afterEach(() => w.dispose());
  const paths = async (...args: string[]): Promise<string[]> => {
    const { out } = await w.run(['check', '-f', 'json', ...args]);
    return (JSON.parse(out) as { documents: { path: string }[] }).documents.map((d) => d.path);
  };

  it('follows .gitignore with case, as git does', async () => {
    w = world({ '.git/HEAD': '', '.gitignore': 'Build\nTODO.md\n', 'build/a.md': PROPOSAL, 'todo.md': PROPOSAL, 'TODO.md': PROPOSAL });
    assert.deepEqual(await paths('.'), ['todo.md', 'build/a.md']);
  });

  it('honours info/exclude where .git is a file: in a linked worktree and in a submodule', async () => {
    w = world({
      'main/a.md': PROPOSAL,
      'sub/.git': 'gitdir: ../modules/sub\n',
      'modules/sub/info/exclude': 'x.md\n',
      'sub/x.md': PROPOSAL,
    });
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd: path.join(w.folder, 'main') });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    git('worktree', 'add', '-q', '../linked');
    mkdirSync(path.join(w.folder, 'main/.git/info'), { recursive: true });
    w.write({ 'main/.git/info/exclude': 'private.md\n', 'linked/private.md': PROPOSAL });
    assert.deepEqual(await paths('linked'), ['linked/a.md']);
    assert.deepEqual(await paths('sub'), []);
  });

  it('searches folders of a list, and passes over what is neither Markdown nor a folder', async () => {
    w = world({ 'docs/a.md': PROPOSAL, 'docs/b.txt': PROPOSAL, 'main.ts': '', 'list.txt': 'main.ts\ndocs\ngone.ts\nlink\n' });
    symlinkSync('/etc', path.join(w.folder, 'link'));
    assert.deepEqual(await paths('--files-from', 'list.txt'), ['docs/a.md']);
  });

  it('refuses what does not go with standard input', async () => {
    w = world({ 'a.md': PROPOSAL, list: 'a.md\n' });
    for (const [args, message] of [
      [['--stdin', '--changed-since', 'HEAD'], '--changed-since does not go with the one document on standard input'],
      [['-', '--files-from', 'list'], '--files-from does not go with the one document on standard input'],
      [['-', 'a.md'], '- reads one document from standard input and stands alone'],
      [['--stdin-filename', 'x.md'], '--stdin-filename goes with --stdin'],
    ] as const) {
      const { status, out, err } = await w.run(['check', ...args], { stdin: PROPOSAL });
      assert.deepEqual([status, out, err], [2, '', `fast-enough: ${message}\n`]);
    }
    assert.equal((await w.run(['check', '-', '--stdin-filename', 'x.md'], { stdin: PROPOSAL })).status, 1);
    assert.equal((await w.run(['review', 'a.md', '--stdin-filename', 'x.md'])).status, 2);
  });

  it('leaves out standard input under a name that the configuration leaves out', async () => {
    w = world({ '.fastenough.yaml': 'exclude: [todo.md]\ninclude: ["docs/**", todo.md]\n' });
    const named = await w.run(['check', '--stdin', '--stdin-filename', 'todo.md'], { stdin: PROPOSAL });
    assert.deepEqual([named.status, named.err], [0, 'fast-enough: todo.md: left out by .fastenough.yaml:1\n']);
    assert.equal((await w.run(['check', '-'], { stdin: PROPOSAL })).status, 1, 'without a name no pattern is about it');
    assert.match(
      (await w.run(['review', '-', '--stdin-filename', 'todo.md'], { stdin: PROPOSAL })).out,
      /todo\.md/,
      'a review was asked for',
    );
  });

  it('skips a name that is not UTF-8 with a remark, in a search and among changed files, and says so where it was named', async function () {
    w = world({ 'a.md': PROPOSAL, 'd/b.md': PROPOSAL });
    const odd = (name: string): Buffer => Buffer.concat([Buffer.from(`${w.folder}/${name}`), Buffer.from([0xe4])]);
    try {
      mkdirSync(odd('f'));
      writeFileSync(Buffer.concat([odd('d/n'), Buffer.from('.md')]), PROPOSAL);
    } catch {
      this.skip(); // This file system has no such names.
    }
    const remarks = ['d/n\ufffd.md', 'f\ufffd'].map((name) => `fast-enough: ${name}: its name is not UTF-8, skipped\n`);
    const searched = await w.run(['check', '.', '--fail-on', 'never']);
    assert.deepEqual([searched.status, searched.err.split(/(?<=\n)/).sort()], [0, [...remarks].sort()]);
    assert.deepEqual(await paths('.'), ['a.md', 'd/b.md']);
    const named = await w.run(['check', 'd/n\ufffd.md']);
    assert.deepEqual([named.status, named.err], [2, 'fast-enough: d/n\ufffd.md: its name is not UTF-8\n']);
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd: w.folder });
    git('init', '-q');
    git('commit', '-q', '--allow-empty', '-m', 'one');
    const changed = await w.run(['check', '--changed-since', 'HEAD', '--fail-on', 'never']);
    assert.deepEqual([changed.status, changed.err], [0, remarks[0]]);
  });

  it('does not wait for a pipe that lies about, and reads nothing past 32 MB', async function () {
    this.timeout(20_000);
    w = world({ 'a.md': PROPOSAL });
    execFileSync('mkfifo', ['pipe.md'], { cwd: w.folder });
    // A writer would be waited for; so the other process is given a moment and no more.
    for (const command of ['check', 'review']) {
      const { status, stderr } = spawnSync(process.execPath, [CLI, command, 'pipe.md'], { cwd: w.folder, encoding: 'utf8', timeout: 8000 });
      assert.equal(status, 2, command);
      assert.match(stderr, /^fast-enough: pipe\.md: is no regular file(, skipped)?\n$/);
    }
    const piped = spawnSync('sh', ['-c', 'cat a.md | "$0" "$1" check /dev/stdin', process.execPath, CLI], {
      cwd: w.folder,
      encoding: 'utf8',
    });
    assert.deepEqual([piped.stderr, /1 document/.test(piped.stdout)], ['', true]);
    const large = Buffer.alloc(32 * 1024 * 1024 + 1, 32);
    w.write({ 'large.md': large });
    assert.equal((await w.run(['check', 'large.md'])).err, 'fast-enough: large.md: is larger than 32 MB, skipped\n');
    assert.equal((await w.run(['check', '-'], { stdin: large })).err, 'fast-enough: stdin.md: is larger than 32 MB, skipped\n');
    assert.equal((await w.run(['review', 'large.md'])).err, 'fast-enough: large.md: is larger than 32 MB\n');
  });
});
