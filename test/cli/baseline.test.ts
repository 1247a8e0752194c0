import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Baseline, BaselineWriter } from '../../src/cli/baseline';
import { PROPOSAL } from './support/proposal';
import { world, type World } from './support/io';

describe('a baseline', () => {
  let w: World;
  afterEach(() => w.dispose());
  const file = '.fast-enough-baseline.json';
  const text = (name = file): string => readFileSync(path.join(w.folder, name), 'utf8');

  it('accepts what is there, so that only new findings fail, wherever the old ones move', async () => {
    w = world({ 'a.md': PROPOSAL });
    const written = await w.run(['check', 'a.md', '--write-baseline']);
    assert.deepEqual([written.status, written.err], [0, `fast-enough: ${file}: 3 findings accepted\n`]);
    w.write({ 'a.md': `---\nx: 1\n---\n\n${PROPOSAL}` });
    const same = await w.run(['check', 'a.md', '--baseline', file, '-f', 'json']);
    assert.equal(same.status, 0);
    const { documents, summary } = JSON.parse(same.out) as {
      documents: { findings: unknown[]; accepted: { line: number }[] }[];
      summary: { accepted: number };
    };
    assert.deepEqual([documents[0]?.findings.length, documents[0]?.accepted.map((f) => f.line), summary.accepted], [0, [8, 9, 1], 3]);
    w.write({ 'a.md': `${PROPOSAL}And 10x again.\n` });
    const more = await w.run(['check', 'a.md', '--baseline', file]);
    assert.equal(more.status, 1);
    assert.match(more.out, /^ {2}6:5 warning/m);
    assert.match(more.out, /1 finding: 1 warning\..*3 accepted in the baseline/s);
  });

  it('says which entries are no longer needed and drops them when written again', async () => {
    w = world({ 'a.md': PROPOSAL, 'b.md': PROPOSAL });
    await w.run(['check', '.', '--write-baseline']);
    w.write({ 'a.md': 'rewrite SLO Discord\n' });
    const { err } = await w.run(['check', 'a.md', '--baseline', file]);
    assert.match(err, /2 accepted and no longer there; --write-baseline drops them/);
    await w.run(['check', 'a.md', '--write-baseline']);
    const { findings } = JSON.parse(text()) as { findings: { path: string }[] };
    assert.deepEqual(
      findings.map((f) => f.path),
      ['a.md', 'b.md', 'b.md', 'b.md'],
      'documents that were not read keep theirs',
    );
  });

  it('expires: after the date the findings count again', async () => {
    w = world({ 'a.md': PROPOSAL });
    await w.run(['check', 'a.md', '--write-baseline', '--expires', '30d']);
    assert.equal((JSON.parse(text()) as { findings: { until: string }[] }).findings[0]?.until, '2026-12-23');
    assert.equal((await w.run(['check', 'a.md', '--baseline', file], { now: '2026-12-22T23:59:59Z' })).status, 0);
    const late = await w.run(['check', 'a.md', '--baseline', file], { now: '2026-12-23T00:00:00Z' });
    assert.equal(late.status, 1);
    assert.match(late.err, /3 accepted until a date that has passed; counted again/);
    await w.run(['check', 'a.md', '--write-baseline'], { now: '2026-12-01T00:00:00Z' });
    assert.equal(
      (JSON.parse(text()) as { findings: { until: string }[] }).findings[0]?.until,
      '2026-12-23',
      'writing it again does not postpone the date',
    );
    for (const [date, message] of [
      ['soon', /"soon" is neither a date/],
      ['2027-02-30', /there is no day 2027-02-30/],
      ['2026-11-23', /2026-11-23 is not in the future/],
      ['0d', /0d is not in the future/],
    ] as const) {
      const { status, err } = await w.run(['check', 'a.md', '--write-baseline', '--expires', date]);
      assert.equal(status, 2, date);
      assert.match(err, message);
    }
  });

  it('is sorted, one finding a line, the same whatever the order of the files', async () => {
    w = world({ 'a.md': PROPOSAL, 'b.md': PROPOSAL });
    await w.run(['check', 'b.md', 'a.md', '--write-baseline', '--baseline', 'one.json']);
    await w.run(['check', 'a.md', 'b.md', '--write-baseline', '--baseline', 'two.json']);
    assert.equal(text('one.json'), text('two.json'));
    assert.equal(text('one.json').trimEnd().split('\n').length, 8);
    assert.deepEqual(
      readdirSync(w.folder).filter((f) => f.endsWith('.tmp')),
      [],
    );
  });

  it('that is missing, damaged or of another version gives one clear line and exit status 2', async () => {
    w = world({ 'a.md': PROPOSAL });
    const damaged: Record<string, RegExp> = {
      '': /is damaged: it is not JSON/,
      '{"version":1,"findings":[{': /is damaged: it is not JSON/,
      null: /has version none; this release reads version 1/,
      '{"version":2,"findings":[]}': /has version 2; this release reads version 1/,
      '{"version":1}': /is damaged: "findings" cannot be read/,
      '{"version":1,"findings":[{"path":"a","rule":"r","fingerprint":"f","message":"m"},{"path":1}]}':
        /is damaged: entry 2 of "findings" cannot be read/,
      '{"version":1,"findings":[{"path":"a","rule":"r","fingerprint":"f","message":"m","until":"2026-99-99"}]}': /is damaged: entry 1/,
    };
    for (const [content, message] of Object.entries(damaged)) {
      w.write({ [file]: content });
      const { status, err, out } = await w.run(['check', 'a.md', '--baseline', file]);
      assert.deepEqual([status, out], [2, ''], content);
      assert.match(err, /^fast-enough: baseline [^\n]+\n$/);
      assert.match(err, message);
      const again = await w.run(['check', 'a.md', '--write-baseline']);
      assert.deepEqual([again.status, again.err, text()], [2, err, content], 'and is not written over');
    }
    assert.equal(
      (await w.run(['check', 'a.md', '--baseline', 'nope.json'])).err,
      'fast-enough: baseline nope.json: no such file or folder; write it with --write-baseline\n',
    );
  });

  it('has paths that count from its own folder, wherever a run starts', async () => {
    w = world({ 'docs/a.md': PROPOSAL, 'b.md': PROPOSAL });
    await w.run(['check', '.', '--write-baseline']);
    const whole = text();
    const options = ['--baseline', `../${file}`];
    const below = await w.run(['check', '.', ...options], { cwd: 'docs' });
    assert.deepEqual([below.status, below.err], [0, '']);
    await w.run(['check', '.', '--write-baseline', ...options], { cwd: 'docs' });
    assert.equal(text(), whole);
    mkdirSync(path.join(w.folder, 'ci'));
    await w.run(['check', '.', '--write-baseline', '--baseline', 'ci/base.json']);
    assert.match(text('ci/base.json'), /"path":"\.\.\/docs\/a\.md"/);
    assert.equal((await w.run(['check', '.', '--baseline', 'ci/base.json'])).status, 0);
  });

  it('says that none of its entries is about a document that was read, except among changed files', async () => {
    w = world({ 'docs/a.md': PROPOSAL, 'b.md': PROPOSAL });
    await w.run(['check', 'b.md', '--write-baseline']);
    const { status, err } = await w.run(['check', 'docs', '--baseline', file]);
    assert.equal(status, 1);
    assert.equal(err, `fast-enough: ${file}: 3 accepted, none of them in a document of this run; its paths count from its own folder\n`);
    assert.equal((await w.run(['check', '.', '--baseline', file])).err, '');
  });

  it('loses entries of documents that are gone, or left out where their folder was searched, and keeps the others', async () => {
    w = world({ 'docs/a.md': PROPOSAL, 'docs/b.md': PROPOSAL, 'docs/gone.md': PROPOSAL, 'gone.md': PROPOSAL, 'c.md': PROPOSAL });
    const left = (): string[] => [...new Set((JSON.parse(text()) as { findings: { path: string }[] }).findings.map((f) => f.path))];
    await w.run(['check', '.', '--write-baseline']);
    for (const name of ['gone.md', 'docs/gone.md']) rmSync(path.join(w.folder, name));
    assert.match((await w.run(['check', '.', '--baseline', file])).err, /6 accepted and no longer there/);
    w.write({ '.fastenough.yaml': 'exclude: [docs/b.md]\n' });
    await w.run(['check', 'docs/a.md', '--write-baseline']);
    assert.deepEqual(left(), ['c.md', 'docs/a.md', 'docs/b.md']);
    const failed = await w.run(['check', 'docs', 'nope.md', '--write-baseline']);
    assert.deepEqual([failed.status, left()], [2, ['c.md', 'docs/a.md', 'docs/b.md']], 'a run with errors drops nothing that is there');
    await w.run(['check', 'docs', '--write-baseline']);
    assert.deepEqual(left(), ['c.md', 'docs/a.md']);
  });

  it('is read with a byte order mark, and leaves no other file where it cannot be written', async () => {
    w = world({ 'a.md': PROPOSAL });
    await w.run(['check', 'a.md', '--write-baseline']);
    w.write({ [file]: `\ufeff${text()}` });
    assert.equal((await w.run(['check', 'a.md', '--baseline', file])).status, 0);
    const place = { cwd: w.folder, file: path.join(w.folder, 'other.json'), shown: 'other.json' };
    const writer = new BaselineWriter(Baseline.read(place, new Date(), true), null);
    mkdirSync(place.file);
    const before = readdirSync(w.folder);
    assert.throws(() => writer.write([]), /^InputError: baseline other\.json cannot be written: is a folder$/);
    assert.deepEqual(readdirSync(w.folder), before);
  });
});
