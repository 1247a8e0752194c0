import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { world, type World } from './support/io';

let w: World;
beforeEach(() => (w = world()));
afterEach(() => w.dispose());

describe('fast-enough amdahl', () => {
  it('shows formula, inputs and result', async () => {
    const { out, status } = await w.run(['amdahl', '--f', '0.05', '--s', '10']);
    assert.equal(status, 0);
    assert.match(out, /^1\.05x\n {2}1 \/ \(\(1 - f\) \+ f \/ s\)\n {2}1 \/ \(0\.95 \+ 0\.05 \/ 10\) = 1\.05x\n/);
  });

  it('reads percent and factors, and gives the ceiling without a factor', async () => {
    const result = async (...args: string[]): Promise<unknown> =>
      (JSON.parse((await w.run(['amdahl', '-f', 'json', ...args])).out) as { result: unknown }).result;
    assert.equal(await result('--f', '50%', '--s', '2x'), 4 / 3);
    assert.equal(await result('--f', '50 %'), 2);
    assert.equal(await result('--f', '0'), 1);
    assert.equal(await result('--f', '1'), null, 'all of it: no bound');
  });

  it('refuses what is no share or factor', async () => {
    for (const args of [
      ['--f', '5'],
      ['--f', '-1'],
      ['--f', 'x'],
      ['--f', '0.1', '--s', '0'],
      ['--f', '0.1', '--s', 'NaN'],
      ['--s', '2'],
    ]) {
      const { status, err } = await w.run(['amdahl', ...args]);
      assert.equal(status, 2, args.join(' '));
      assert.notEqual(err, '');
    }
  });
});

describe('the calculators', () => {
  const lines = async (...args: string[]): Promise<string[]> => (await w.run(args)).out.trimEnd().split('\n');

  it('show enough digits that no line contradicts another', async () => {
    const near = await lines('amdahl', '--f', '0.9999999999', '--s', '999999999999');
    assert.equal(near[2], '  1 / (0.0000000001 + 0.9999999999 / 999999999999) = 9901000000x');
    assert.equal(
      near[3],
      'Making 99.99999999 % of the time 999999999999x faster makes the whole 9901000000x faster; the ceiling is 10000000000x.',
    );
    assert.equal((await lines('amdahl', '--f', '0.9999999999'))[2], '  1 / (1 - 0.9999999999) = 10000000000x');
    assert.equal((await lines('amdahl', '--f', '1', '--s', '0.000000000001'))[2], '  1 / (0 + 1 / 0.000000000001) = 0.000000000001x');
    assert.equal((await lines('amdahl', '--f', '0.001', '--s', '10'))[0], '1.001x');
    assert.equal((await lines('amdahl', '--f', '0', '--s', '10'))[0], '1x');
    assert.equal((await lines('amdahl', '--f', '7%', '--s', '10'))[3]?.slice(0, 24), 'Making 7 % of the time 1');
  });

  it('say what is less than two days, and do not round down to the limit that is passed', async () => {
    const tiny = await lines('payback', '--cost', '1', '--saving', '999999999999999');
    assert.deepEqual([tiny[0], tiny[2]], ['less than two days', '  1 / 999999999999999 < 0.05 months']);
    const over = await lines('payback', '--cost', '1201', '--saving', '100');
    assert.deepEqual([over[0], over[3]], ['12.01 months', 'That is longer than 12 months, so it needs another reason (Q12).']);
    assert.equal((await lines('payback', '--cost', '1200', '--saving', '100'))[0], '12 months');
  });
});

describe('fast-enough payback', () => {
  it('divides cost by saving, with either way of giving the cost', async () => {
    const months = async (...args: string[]): Promise<number> =>
      (JSON.parse((await w.run(['payback', '-f', 'json', ...args])).out) as { result: number }).result;
    assert.equal(await months('--cost', '$300,000', '--saving', '25k'), 12);
    assert.equal(await months('--engineers', '3', '--months', '6', '--rate', '15k', '--saving', '$15,000'), 18);
    const { out } = await w.run(['payback', '--engineers', '3', '--months', '6', '--rate', '15k', '--saving', '15000']);
    assert.match(out, /3 x 6 x 15000 \/ 15000 = 18 months/);
    assert.match(out, /longer than 12 months/);
  });

  it('refuses half of the inputs', async () => {
    for (const args of [
      ['--saving', '1'],
      ['--cost', '1'],
      ['--cost', '1', '--rate', '1', '--saving', '1'],
      ['--engineers', '3', '--saving', '1'],
      ['--cost', '0', '--saving', '1'],
    ]) {
      assert.equal((await w.run(['payback', ...args])).status, 2, args.join(' '));
    }
  });
});

describe('fast-enough explain', () => {
  it('prints the card of a question and names the nearest for an unknown one', async () => {
    const { out } = await w.run(['explain', 'q6']);
    assert.match(out, /^Q6: /);
    assert.match(out, /1 \/ \(\(1 - f\) \+ f \/ s\)/);
    const unknown = await w.run(['explain', 'Q99']);
    assert.equal(unknown.status, 2);
    assert.match(unknown.err, /^fast-enough: explain: there is no rule or question "Q99"; did you mean "Q9"\?\n$/);
  });

  it('colours its page as check does, and not where it is told so', async () => {
    const coloured = async (tty: boolean, ...args: string[]): Promise<boolean> =>
      (await w.run(['explain', 'Q6', ...args], { tty })).out.includes('\u001b[');
    assert.deepEqual([await coloured(true), await coloured(false)], [true, false]);
    assert.deepEqual([await coloured(true, '--no-color'), await coloured(false, '--color')], [false, true]);
  });

  it('lists all eighteen questions', async () => {
    const { out } = await w.run(['explain', '-f', 'json']);
    assert.equal((JSON.parse(out) as { questions: unknown[] }).questions.length, 18);
  });
});

describe('fast-enough review', () => {
  it('writes the review as Markdown, or as JSON with lines instead of offsets', async () => {
    w.write({ 'a.md': '# Orders\n\nWe rewrite it.\nDiscord did it.\n' });
    const { out, status } = await w.run(['review', 'a.md']);
    assert.equal(status, 0);
    assert.match(out, /0 of 9 greenlight criteria met/);
    const json = JSON.parse((await w.run(['review', '-f', 'json', 'a.md'])).out) as {
      review: { proposal: { reasons: object[] }; questions: string[] };
    };
    assert.deepEqual(json.review.proposal.reasons[0], { line: 3, column: 4, quote: 'rewrite', shows: 'change' });
    assert.deepEqual(json.review.questions, ['What must it meet?']);
    assert.match((await w.run(['review', '-'], { stdin: '# T\nrewrite\n' })).out, /stdin\.md/);
  });

  it('says what it could not read of a document, and that an empty one is nothing to review', async () => {
    w.write({ 'odd.md': Buffer.concat([Buffer.from('rewrite '), Buffer.from([0xff])]), 'empty.md': ' \n' });
    const odd = await w.run(['review', 'odd.md']);
    assert.deepEqual([odd.status, odd.err], [0, 'fast-enough: odd.md: is not valid UTF-8; unreadable bytes were replaced\n']);
    const empty = await w.run(['review', 'empty.md']);
    assert.deepEqual(empty, { status: 2, out: '', err: 'fast-enough: empty.md: is empty, there is nothing to review\n' });
  });

  it('exits 2 for a file that cannot be read', async () => {
    assert.deepEqual(await w.run(['review', 'nope.md']), { status: 2, out: '', err: 'fast-enough: nope.md: no such file or folder\n' });
  });
});

describe('fast-enough init', () => {
  it('writes a file that changes nothing, and replaces one only when told to', async () => {
    assert.equal((await w.run(['init'])).out, 'Wrote .fastenough.yaml. Every value in it is commented out.\n');
    const file = path.join(w.folder, '.fastenough.yaml');
    writeFileSync(file, 'profile: full\n');
    assert.deepEqual(await w.run(['init']).then((r) => [r.status, r.err]), [
      2,
      'fast-enough: .fastenough.yaml is there already; --force replaces it\n',
    ]);
    assert.equal(readFileSync(file, 'utf8'), 'profile: full\n');
    assert.equal((await w.run(['init', '--force'])).status, 0);
    assert.equal((await w.run(['init', '--stdout'])).out, readFileSync(file, 'utf8'));
    assert.equal((await w.run(['init', 'no/such'])).status, 2);
    assert.match((await w.run(['check', '--print-config', 'a.md'])).out, /# files: \.fastenough\.yaml\nprofile: essential {2}# default\n/);
  });
});

describe('shell completions', () => {
  const script = async (shell: string): Promise<string> => {
    const { out } = await w.run(['completion', shell]);
    const file = path.join(w.folder, `completion.${shell}`);
    writeFileSync(file, out);
    return file;
  };

  it('complete commands, options and their choices in bash', async () => {
    const file = await script('bash');
    const complete = (...words: string[]): string[] => {
      const set = `source '${file}'; COMP_WORDS=(fast-enough ${words.map((x) => `'${x}'`).join(' ')}); COMP_CWORD=${words.length}; _fast_enough; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', set], { encoding: 'utf8', cwd: w.folder }).trim().split('\n');
    };
    assert.deepEqual(complete('ch'), ['check']);
    assert.ok(complete('').includes('payback'));
    assert.deepEqual(complete('check', '--form'), ['--format']);
    assert.deepEqual(complete('check', '--format', 's'), ['sarif']);
    assert.deepEqual(complete('check', '--profile', ''), ['essential', 'full']);
    assert.ok(complete('explain', 'Q1').includes('Q18'));
    w.write({ 'proposal.md': '' });
    assert.deepEqual(complete('check', 'prop'), ['proposal.md']);
    assert.deepEqual(complete('check', '--profile', '=', 'f'), ['full']);
    assert.deepEqual(complete('check', '--profile', '='), ['essential', 'full']);
    assert.deepEqual(complete('check', '--profile=f'), ['--profile=full'], 'where = does not separate words');
    assert.deepEqual(complete('help', 'ch'), ['check']);
    w.write({ 'my plan *.md': '', 'my plans.md': '' });
    for (const typed of ['my ', 'my\\ ', '"my ']) assert.deepEqual(complete('check', typed).sort(), ['my plan *.md', 'my plans.md'], typed);
    assert.deepEqual(complete('check', '-o', 'json', '=', 'my plans'), ['my plans.md']);
  });

  for (const shell of ['zsh', 'fish']) {
    it(`are accepted by ${shell}, where it is installed`, async function () {
      const file = await script(shell);
      const check = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
      if (check.error) this.skip(); // The shell is not on this machine.
      assert.deepEqual([check.status, check.stderr], [0, '']);
    });
  }

  it('know every command and option of the tree', async () => {
    const { out: help } = await w.run(['check', '--help']);
    const options = [...help.matchAll(/(--[a-z-]+)/g)].map((m) => m[1]!);
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { out } = await w.run(['completion', shell]);
      for (const option of new Set(options))
        assert.ok(out.includes(shell === 'fish' ? `-l ${option.slice(2)}` : option), `${shell} ${option}`);
    }
    assert.equal((await w.run(['completion', 'tcsh'])).status, 2);
  });
});
