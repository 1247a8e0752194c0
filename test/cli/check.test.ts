import { strict as assert } from 'node:assert';
import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { PROPOSAL } from './support/proposal';
import { world, type World } from './support/io';

interface Output {
  documents: {
    path: string;
    proposal: { applies: boolean };
    findings: { rule: string; line: number; column: number; endLine: number; endColumn: number }[];
    evidence: unknown[];
  }[];
  summary: Record<string, number>;
  problems: { path: string; message: string; severity: string }[];
}

describe('fast-enough check', () => {
  let w: World;
  afterEach(() => w.dispose());
  const json = (out: string): Output => JSON.parse(out) as Output;
  const paths = (out: string): string[] => json(out).documents.map((d) => d.path);

  it('gives the documented JSON for every file named', async () => {
    w = world({ 'a.md': PROPOSAL, 'b.md': '# Notes\n' });
    const { status, out } = await w.run(['check', '--format', 'json', 'a.md', 'b.md']);
    assert.equal(status, 1);
    const { documents, summary } = json(out);
    assert.deepEqual(
      documents.map((d) => [
        d.path,
        d.proposal.applies,
        d.findings.map((f) => `${f.rule} ${f.line}:${f.column}-${f.endLine}:${f.endColumn}`),
      ]),
      [
        ['a.md', true, ['claim-above-ceiling 4:9-4:12', 'company-did-it 5:1-5:8', 'no-slo 1:1-1:9']],
        ['b.md', false, []],
      ],
    );
    assert.equal(summary['documents'], 2);
    assert.equal(summary['proposals'], 1);
    assert.equal(summary['failing'], 3);
  });

  it('exits by --fail-on and --max-findings', async () => {
    w = world({ 'a.md': '# T\nrewrite slow SLO\n', 'b.md': '# T\nrewrite Discord SLO\n' });
    const status = async (...args: string[]): Promise<number> => (await w.run(['check', ...args])).status;
    assert.equal(await status('a.md'), 0, 'a hint does not fail');
    assert.equal(await status('a.md', '--fail-on', 'hint'), 1);
    assert.equal(await status('b.md'), 1, 'a warning does');
    assert.equal(await status('b.md', '--fail-on', 'error'), 0);
    assert.equal(await status('b.md', '--fail-on', 'never'), 0);
    assert.equal(await status('b.md', '--max-findings', '1'), 0);
    assert.equal(await status('a.md', 'b.md', '--fail-on', 'hint', '--max-findings', '1'), 1);
  });

  it('searches folders, honours .gitignore, skips node_modules and follows no link', async () => {
    w = world({
      '.git/HEAD': '',
      '.gitignore': 'drafts/\n*.tmp.md\n',
      'docs/.gitignore': '!kept.tmp.md\nprivate.md\n',
      'docs/a.md': PROPOSAL,
      'docs/B.MARKDOWN': PROPOSAL,
      'docs/c.txt': PROPOSAL,
      'docs/kept.tmp.md': PROPOSAL,
      'docs/other.tmp.md': PROPOSAL,
      'docs/private.md': PROPOSAL,
      'docs/drafts/d.md': PROPOSAL,
      'docs/node_modules/x/README.md': PROPOSAL,
      'docs/deep/er/e.mdx': PROPOSAL,
    });
    symlinkSync('..', path.join(w.folder, 'docs/loop'));
    symlinkSync('/etc', path.join(w.folder, 'docs/out'));
    const found = ['docs/B.MARKDOWN', 'docs/a.md', 'docs/kept.tmp.md', 'docs/deep/er/e.mdx'];
    assert.deepEqual(paths((await w.run(['check', '-f', 'json', 'docs'])).out), found);
    assert.deepEqual(paths((await w.run(['check', '-f', 'json'])).out), found, 'the working folder is the default');
    assert.deepEqual(paths((await w.run(['check', '-f', 'json', 'docs', './docs/a.md', 'docs/**/*.md*'])).out), found, 'each file once');
    assert.deepEqual(paths((await w.run(['check', '-f', 'json', 'docs/*.md'])).out), ['docs/a.md', 'docs/kept.tmp.md']);
    assert.deepEqual(
      paths((await w.run(['check', '-f', 'json', 'docs/drafts'])).out),
      ['docs/drafts/d.md'],
      'an ignored folder that is named is meant',
    );
    assert.deepEqual(paths((await w.run(['check', '-f', 'json', 'docs/private.md'])).out), ['docs/private.md'], 'so is a file');
    assert.equal(paths((await w.run(['check', '-f', 'json', '--no-gitignore', 'docs'])).out).length, 7);
  });

  it('uses the nearest configuration and says where a broken one is broken', async () => {
    w = world({
      '.fastenough.yaml': 'rules: { no-slo: off }\n',
      'a.md': PROPOSAL,
      'sub/.fastenough.yaml': 'rules: { no-slo: [\n',
      'sub/b.md': PROPOSAL,
      'sub/deep/c.md': PROPOSAL,
    });
    const good = await w.run(['check', '-f', 'json', 'a.md']);
    assert.deepEqual(
      json(good.out).documents[0]?.findings.map((f) => f.rule),
      ['claim-above-ceiling', 'company-did-it'],
    );
    assert.equal(good.status, 1);
    const bad = await w.run(['check', '-f', 'json', 'sub']);
    assert.equal(bad.status, 2);
    assert.match(bad.err, /^fast-enough: sub\/\.fastenough\.yaml:1:19: Not valid YAML: [^\n]+\n$/, 'one line, once');
    assert.equal(json(bad.out).documents.length, 2, 'the documents are checked all the same');
  });

  it('leaves out what the configuration leaves out, and says so for a file that was named', async () => {
    w = world({ '.fastenough.yaml': 'exclude: [old/]\n', 'a.md': PROPOSAL, 'old/b.md': PROPOSAL });
    const all = await w.run(['check', '-f', 'json', '.']);
    assert.deepEqual(paths(all.out), ['a.md']);
    assert.equal(all.err, '');
    const named = await w.run(['check', '-f', 'json', 'old/b.md']);
    assert.equal(named.status, 0);
    assert.equal(named.err, 'fast-enough: old/b.md: left out by .fastenough.yaml:1\n');
  });

  it('overrules the profile, uses --config in place of the search and prints what is in force', async () => {
    w = world({
      '.fastenough.yaml': 'profile: essential\nrules: { no-slo: off }\n',
      'other.yaml': 'rules: { company-did-it: hint }\n',
      'a.md': PROPOSAL,
    });
    const { out } = await w.run(['check', '--print-config', '--profile', 'full', 'a.md']);
    assert.match(out, /^profile: full {2}# --profile$/m);
    assert.match(out, /^rules\.no-slo: off {2}# \.fastenough\.yaml:2$/m);
    assert.match(out, /^thresholds\.knee: 0\.75 {2}# default$/m);
    const other = await w.run(['check', '--print-config', '-f', 'json', '--config', 'other.yaml', 'a.md']);
    const { values } = JSON.parse(other.out) as { values: { key: string; value: unknown; origins: string[] }[] };
    assert.deepEqual(
      values.find((v) => v.key === 'rules.company-did-it'),
      { key: 'rules.company-did-it', value: 'hint', origins: ['other.yaml:1'] },
    );
    assert.equal(
      values.some((v) => v.key === 'rules.no-slo'),
      false,
    );
  });

  it('reads standard input under a name', async () => {
    w = world({ '.fastenough.yaml': 'exclude: [x/]\n', 'docs/.fastenough.yaml': 'rules: { no-slo: off }\n' });
    const named = await w.run(['check', '-f', 'json', '--stdin', '--stdin-filename', 'docs/new.md'], { stdin: PROPOSAL });
    assert.deepEqual(
      json(named.out).documents.map((d) => [d.path, d.findings.length]),
      [['docs/new.md', 2]],
    );
    const dash = await w.run(['check', '-f', 'json', '-'], { stdin: PROPOSAL });
    assert.deepEqual(
      json(dash.out).documents.map((d) => [d.path, d.findings.length]),
      [['stdin.md', 3]],
    );
  });

  it('reads a list of files from a file or from standard input, by line or by NUL', async () => {
    w = world({ 'a.md': PROPOSAL, 'with space.md': PROPOSAL, 'list.txt': 'a.md\r\nwith space.md\r\nsrc/main.ts\n' });
    assert.deepEqual(paths((await w.run(['check', '-f', 'json', '--files-from', 'list.txt'])).out), ['a.md', 'with space.md']);
    assert.deepEqual(paths((await w.run(['check', '-f', 'json', '--files-from', '-'], { stdin: 'with space.md\0a.md\0' })).out), [
      'with space.md',
      'a.md',
    ]);
    assert.deepEqual(
      paths((await w.run(['check', '-f', 'json', '--files-from', '-'], { stdin: '' })).out),
      [],
      'an empty list is no file, not every file',
    );
  });

  it('writes further formats to files in the same run', async () => {
    w = world({ 'a.md': PROPOSAL });
    const { out } = await w.run(['check', '-f', 'github', '-o', 'sarif=out.sarif', '-o', 'json=out.json', 'a.md']);
    assert.match(out, /^::warning file=a\.md,/);
    const again = await w.run(['check', '-f', 'json', 'a.md']);
    const { readFileSync } = await import('node:fs');
    assert.equal(readFileSync(path.join(w.folder, 'out.json'), 'utf8'), again.out);
    assert.equal((JSON.parse(readFileSync(path.join(w.folder, 'out.sarif'), 'utf8')) as { version: string }).version, '2.1.0');
  });
});

describe('fast-enough check on files that are no good text', () => {
  let w: World;
  afterEach(() => w.dispose());

  it('reads UTF-8 with a mark and UTF-16 of both kinds at the same places', async () => {
    const utf16 = Buffer.from(`\ufeff${PROPOSAL}`, 'utf16le');
    w = world({ 'utf8.md': `\ufeff${PROPOSAL}`, 'le.md': utf16, 'be.md': Buffer.from(utf16).swap16(), 'plain.md': PROPOSAL });
    const { out } = await w.run(['check', '-f', 'json', 'plain.md', 'utf8.md', 'le.md', 'be.md']);
    const [plain, ...others] = (JSON.parse(out) as Output).documents;
    for (const other of others) assert.deepEqual({ ...other, path: '' }, { ...plain, path: '' });
  });

  it('skips a binary file with a remark, and fails where it was named', async () => {
    w = world({ 'd/image.md': Buffer.from([0x89, 0x50, 0, 1, 2]), 'd/a.md': '# T\n' });
    const folder = await w.run(['check', 'd']);
    assert.deepEqual([folder.status, folder.err], [0, 'fast-enough: d/image.md: looks binary, skipped\n']);
    assert.equal((await w.run(['check', 'd/image.md'])).status, 2);
  });

  it('reads invalid UTF-8 with a remark', async () => {
    w = world({ 'a.md': Buffer.concat([Buffer.from('rewrite SLO '), Buffer.from([0xff, 0xfe, 0xc3])]) });
    const { status, err } = await w.run(['check', 'a.md']);
    assert.deepEqual([status, err], [0, 'fast-enough: a.md: is not valid UTF-8; unreadable bytes were replaced\n']);
  });

  it('exits 2 with one line for what is not there or cannot be read, and checks the rest', async () => {
    w = world({ 'a.md': '# T\n', 'b.md': '# T\n' });
    const missing = await w.run(['check', '-f', 'json', 'nope.md', 'a.md']);
    assert.deepEqual([missing.status, missing.err], [2, 'fast-enough: nope.md: no such file or folder\n']);
    assert.equal((JSON.parse(missing.out) as Output).documents.length, 1);
    assert.equal((await w.run(['check', '*.rst'])).err, 'fast-enough: *.rst: matches no file\n');
    symlinkSync('b.md', path.join(w.folder, 'link.md'));
    symlinkSync('self.md', path.join(w.folder, 'self.md'));
    assert.equal((await w.run(['check', 'self.md'])).status, 2, 'a link to itself');
    assert.equal((await w.run(['check', 'link.md'])).status, 0, 'a link that was named is followed');
  });

  it('exits 2 for a file without permission', async function () {
    if (process.getuid?.() === 0) this.skip(); // The superuser may read anything.
    w = world({ 'a.md': '# T\n' });
    chmodSync(path.join(w.folder, 'a.md'), 0);
    assert.deepEqual(await w.run(['check', 'a.md']).then((r) => [r.status, r.err]), [2, 'fast-enough: a.md: permission denied\n']);
  });

  it('exits 2 for contradictory or unknown options', async () => {
    w = world({ 'a.md': '# T\n' });
    for (const args of [
      ['check', '--stdin', 'a.md'],
      ['check', '--stdin', '--files-from', '-'],
      ['check', '--expires', '90d'],
      ['check', '--fromat', 'json'],
      ['check', '--format', 'xml'],
      ['check', '--max-findings', '-1'],
      ['check', '--config', 'nope.yaml', 'a.md'],
      ['check', '--files-from', 'nope.txt'],
      ['check', '-o', 'sarif', 'a.md'],
      ['chekc'],
      [],
    ]) {
      const { status, err } = await w.run(args);
      assert.equal(status, 2, args.join(' '));
      assert.notEqual(err, '', args.join(' '));
    }
  });

  it('does not read a configuration through a link that leads out of the folder', async () => {
    w = world({ 'in/a.md': PROPOSAL, 'secret/s.yaml': 'rules: { no-slo: off }\n' });
    symlinkSync('../secret/s.yaml', path.join(w.folder, 'in/.fastenough.yaml'));
    const { out } = await w.run(['check', '-f', 'json', 'a.md'], { cwd: 'in' });
    assert.equal((JSON.parse(out) as Output).documents[0]?.findings.length, 3);
  });
});
