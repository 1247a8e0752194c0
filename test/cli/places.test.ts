import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, rmdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { world, type RunOptions, type World } from './support/io';

const PROPOSAL = '# Orders\n\nWe rewrite it in Rust.\nDiscord did it. SLO\n';

let w: World;
afterEach(() => w?.dispose());

/** The places that the three formats name for a run in `sub`. */
async function places(args: readonly string[], options: RunOptions = {}): Promise<Record<'github' | 'gitlab' | 'sarif', unknown[]>> {
  const out = async (format: string): Promise<string> => (await w.run(['check', '-f', format, ...args], { cwd: 'sub', ...options })).out;
  const gitlab = JSON.parse(await out('gitlab')) as { location: { path: string } }[];
  const sarif = JSON.parse(await out('sarif')) as {
    runs: [{ results: { locations: [{ physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string } } }] }[] }];
  };
  return {
    github: [...(await out('github')).matchAll(/ file=([^,]*),/g)].map((m) => m[1]),
    gitlab: gitlab.map((i) => i.location.path),
    sarif: sarif.runs[0].results.map((r) => {
      const { uri, uriBaseId } = r.locations[0].physicalLocation.artifactLocation;
      return uriBaseId === undefined ? `without a root: ${uri}` : uri;
    }),
  };
}

const all = (...files: string[]): Record<string, string[]> => ({ github: files, gitlab: files, sarif: files });

describe('paths for GitHub, GitLab and dashboards', () => {
  const repository = (): void => {
    w = world({ 'repo/sub/r.md': PROPOSAL, 'repo/docs/a.md': PROPOSAL, 'other/b.md': PROPOSAL });
    mkdirSync(path.join(w.folder, 'repo/.git'));
  };
  const cwd = 'repo/sub';

  it('are relative to the root of the repository, wherever in it the command runs', async () => {
    repository();
    assert.deepEqual(await places(['r.md', '../docs/a.md'], { cwd }), all('sub/r.md', 'docs/a.md'));
    assert.deepEqual(await places(['.'], { cwd: 'repo' }), all('docs/a.md', 'sub/r.md'));
  });

  it('are relative to the workspace of a build server where that contains the file', async () => {
    repository();
    symlinkSync('repo', path.join(w.folder, 'link'));
    for (const name of ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR']) {
      const env = (folder: string): RunOptions => ({ cwd, env: { [name]: path.join(w.folder, folder) } });
      assert.deepEqual(await places(['r.md'], env('.')), all('repo/sub/r.md'));
      assert.deepEqual(await places(['r.md'], env('link')), all('sub/r.md'), 'a workspace behind a link');
      assert.deepEqual(await places(['r.md'], env('other')), all('sub/r.md'), 'a workspace elsewhere');
    }
  });

  it('are relative to the working folder where there is no repository, and name no folder of the machine', async () => {
    w = world({ 'sub/r.md': PROPOSAL, 'docs/a.md': PROPOSAL });
    const { github, gitlab, sarif } = await places(['r.md', '../docs/a.md']);
    const files = ['r.md', '../docs/a.md'];
    assert.deepEqual([github, gitlab, sarif], [files, files, ['r.md', 'without a root: ../docs/a.md']]);
  });

  it('name inputs that could not be used in the same way', async () => {
    repository();
    assert.match((await w.run(['check', '-f', 'github', 'nope.md'], { cwd })).out, /^::error file=sub\/nope\.md,/);
  });

  it('leave the other formats, fingerprints and baselines as they are', async () => {
    repository();
    const results = async (): Promise<unknown[]> => {
      const run = async (...args: string[]): Promise<string> => (await w.run(['check', ...args, 'r.md', '../docs/a.md'], { cwd })).out;
      const gitlab = JSON.parse(await run('-f', 'gitlab')) as { fingerprint: string }[];
      await run('--write-baseline');
      const baseline = readFileSync(path.join(w.folder, cwd, '.fast-enough-baseline.json'), 'utf8');
      return [await run('-f', 'text'), await run('-f', 'json'), await run('-f', 'junit'), baseline, gitlab.map((i) => i.fingerprint)];
    };
    const within = await results();
    rmdirSync(path.join(w.folder, 'repo/.git'));
    assert.deepEqual(within, await results());
    assert.match(String(within[0]), /^r\.md$/m);
    assert.match(String(within[0]), /^\.\.\/docs\/a\.md$/m);
  });
});
