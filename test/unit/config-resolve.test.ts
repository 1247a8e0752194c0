import { strict as assert } from 'node:assert';
import { ConfigResolver, explainConfig, isChecked, originText, parentFolder, resolveConfig, type ConfigLayer } from '../../src/core/config';

/** A workspace in memory: folder to text of its `.fastenough.yaml`; remembers who was asked. */
function workspace(files: Record<string, string>): { read: (folder: string) => string | null; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    read: (folder) => {
      asked.push(folder);
      return files[folder] ?? null;
    },
  };
}

describe('finding the configuration', () => {
  it('lets the nearest file win and keeps what only outer files say', async () => {
    const { read } = workspace({
      '/w': 'profile: full\nrules:\n  no-slo: error\n  no-profile: off\nsloWords: [a]\nthresholds: { knee: 0.6 }\n',
      '/w/docs': 'rules:\n  no-slo: hint\nsloWords: [b, a]\nthresholds: { paybackMonths: 6 }\n',
    });
    const { config, files } = await resolveConfig('/w/docs/rfcs/1.md', read);
    assert.equal(config.profile, 'full');
    assert.deepEqual({ ...config.rules }, { 'no-slo': 'hint', 'no-profile': 'off' });
    assert.deepEqual(config.sloWords, ['a', 'b']);
    assert.equal(config.thresholds.knee, 0.6);
    assert.equal(config.thresholds.paybackMonths, 6);
    assert.deepEqual(
      files.map((f) => f.path),
      ['/w/.fastenough.yaml', '/w/docs/.fastenough.yaml'],
    );
  });

  it('stops at root: true', async () => {
    const { read, asked } = workspace({ '/w': 'profile: full\n', '/w/docs': 'root: true\n' });
    const { config } = await resolveConfig('/w/docs/rfcs/1.md', read);
    assert.equal(config.profile, 'essential');
    assert.deepEqual(asked, ['/w/docs/rfcs', '/w/docs']);
  });

  it('asks every folder once, for any number of documents', async () => {
    const { read, asked } = workspace({ '/w': 'profile: full\n' });
    const resolver = new ConfigResolver(read);
    const [a, b] = [await resolver.resolve('/w/a/1.md'), await resolver.resolve('/w/a/2.md')];
    await resolver.resolve('/w/b/3.md');
    assert.equal(a, b);
    assert.deepEqual(asked.sort(), ['/', '/w', '/w/a', '/w/b']);
    resolver.clear();
    await resolver.resolve('/w/a/1.md');
    assert.equal(asked.filter((f) => f === '/w/a').length, 2);
  });

  it('works on URIs and on Windows drives', async () => {
    assert.deepEqual(
      [parentFolder('file:///a'), parentFolder('file:///a/b'), parentFolder('vscode-vfs://github/o/r'), parentFolder('c:/x')],
      [null, 'file:///a', 'vscode-vfs://github/o', 'c:'],
    );
    const { read } = workspace({ 'vscode-vfs://github/o/r': 'profile: full\n' });
    assert.equal((await resolveConfig('vscode-vfs://github/o/r/docs/1.md', read)).config.profile, 'full');
  });

  it('goes on without a broken file and says what is wrong with it', async () => {
    const { read } = workspace({ '/w': 'profile: full\n', '/w/docs': 'rules: [unclosed\n' });
    const { config, files } = await resolveConfig('/w/docs/1.md', read);
    assert.equal(config.profile, 'full');
    assert.equal(files[1]?.problems[0]?.severity, 'error');
  });

  it('lays settings under the files and options over them', async () => {
    const { read } = workspace({ '/w': 'profile: full\nrules: { no-slo: error }\n' });
    const setting: ConfigLayer = {
      kind: 'setting',
      config: { profile: 'essential', rules: { 'no-slo': 'hint', 'no-profile': 'off' } },
      name: (k) => `fastEnough.${k}`,
    };
    const option: ConfigLayer = { kind: 'option', config: { profile: 'essential' }, name: (k) => `--${k}` };
    const withSetting = await resolveConfig('/w/1.md', read, { layers: [setting] });
    assert.equal(withSetting.config.profile, 'full');
    assert.deepEqual({ ...withSetting.config.rules }, { 'no-slo': 'error', 'no-profile': 'off' });
    assert.equal((await resolveConfig('/w/1.md', read, { layers: [setting, option] })).config.profile, 'essential');
  });

  it('knows a phrase rule of an outer file when an inner one sets its severity', async () => {
    const phrases = 'phrases: [{ id: cloud-scale, message: m, phrases: cloud scale }]\n';
    const { read } = workspace({ '/w': phrases, '/w/docs': 'rules: { cloud-scale: off, cloud-skale: off }\n' });
    const { files, config } = await resolveConfig('/w/docs/1.md', read);
    assert.deepEqual(
      files[1]?.problems.map((p) => p.unknownRule),
      ['cloud-skale'],
    );
    assert.equal(config.rules['cloud-scale'], 'off');
  });

  it('gives equal configurations an equal key', async () => {
    const { read } = workspace({
      '/a': 'rules: { no-slo: off, no-profile: off }\n',
      '/b': 'rules: { no-profile: off, no-slo: off }\n',
      '/c': 'profile: full\n',
    });
    const key = async (path: string): Promise<string> => (await resolveConfig(path, read)).key;
    assert.equal(await key('/a/1.md'), await key('/b/1.md'));
    assert.notEqual(await key('/a/1.md'), await key('/c/1.md'));
  });
});

describe('which configuration is in force', () => {
  it('names the origin of every value', async () => {
    const { read } = workspace({ '/w': '# house\nprofile: full\nsloWords: [a]\n', '/w/d': 'sloWords: [b]\nthresholds:\n  knee: 0.5\n' });
    const shown = Object.fromEntries(
      explainConfig(await resolveConfig('/w/d/1.md', read)).map((v) => [v.key, v.origins.map((o) => originText(o)).join(' + ')]),
    );
    assert.equal(shown['profile'], '/w/.fastenough.yaml:2');
    assert.equal(shown['sloWords'], '/w/.fastenough.yaml:3 + /w/d/.fastenough.yaml:1');
    assert.equal(shown['thresholds.knee'], '/w/d/.fastenough.yaml:3');
    assert.equal(shown['thresholds.paybackMonths'], 'default');
  });
});

describe('include and exclude', () => {
  const checked = async (files: Record<string, string>, path: string): Promise<boolean> =>
    isChecked(await resolveConfig(path, workspace(files).read), path).checked;

  it('are relative to the file that states them, with the meaning of .gitignore', async () => {
    const files = { '/w': 'exclude: [archive/, "*.draft.md", /top.md]\n', '/w/docs': 'include: [rfcs/, adr/**]\n' };
    assert.equal(await checked(files, '/w/a.md'), true);
    assert.equal(await checked(files, '/w/x/archive/a.md'), false);
    assert.equal(await checked(files, '/w/x/a.draft.md'), false);
    assert.equal(await checked(files, '/w/top.md'), false);
    assert.equal(await checked(files, '/w/x/top.md'), true);
    assert.equal(await checked(files, '/w/docs/rfcs/deep/1.md'), true);
    assert.equal(await checked(files, '/w/docs/adr/1.md'), true);
    assert.equal(await checked(files, '/w/docs/notes.md'), false);
    assert.equal(await checked(files, '/w/docs/rfcs/1.draft.md'), false);
  });

  it('say who left a document out', async () => {
    const effective = await resolveConfig('/w/archive/1.md', workspace({ '/w': '\nexclude: [archive/]\n' }).read);
    const { by } = isChecked(effective, '/w/archive/1.md');
    assert.deepEqual(by?.origin, { kind: 'file', path: '/w/.fastenough.yaml', line: 2 });
  });

  it('match in bounded time on hostile patterns and paths', async () => {
    const files = { '/w': `exclude: [${Array.from({ length: 200 }, () => '"*a*a*b"').join(', ')}]\n` };
    const effective = await resolveConfig('/w/1.md', workspace(files).read);
    const started = performance.now();
    isChecked(effective, `/w/${'a'.repeat(255)}.md`);
    assert.ok(performance.now() - started < 2000);
  });
});
