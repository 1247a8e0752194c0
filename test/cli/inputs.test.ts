import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { world, type World } from './support/io';

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
});
