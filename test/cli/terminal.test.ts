/** Output that a person reads in a terminal: findings with their lines, colours and links, code frames, progress. */
import { strict as assert } from 'node:assert';
import type { Io } from '../../src/cli/io';
import { codeFrame } from '../../src/cli/output/frame';
import { Progress } from '../../src/cli/output/progress';
import { plain, style } from '../../src/cli/output/terminal';
import { HOSTILE, PROPOSAL } from './support/proposal';
import { world, type World } from './support/io';

let w: World;
afterEach(() => w?.dispose());

describe('text output', () => {
  it('shows findings with the line they stand on and sums up', async () => {
    w = world({ 'a.md': PROPOSAL, 'b.md': '# x\n' });
    const { out } = await w.run(['check', 'a.md', 'b.md']);
    assert.equal(
      out,
      [
        'a.md',
        '  4:9 warning "10x" is above the ceiling [a](b) {0} claim-above-ceiling Q6',
        '    4 | It gets 10x faster.',
        '      |         ^^^',
        '      1 / (1 - 0.05) = 1.05',
        '  5:1 warning "Discord did it." is their workload company-did-it Q6',
        '    5 | Discord did it.',
        '      | ^^^^^^^',
        '      line 1: the title',
        '  1:1 error No number is to be met no-slo Q6',
        '    1 | # Orders',
        '      | ^^^^^^^^',
        '',
        '3 findings: 1 error, 2 warnings. 2 documents checked, 1 proposal.',
        '',
      ].join('\n'),
    );
  });

  it('is calm on a pipe and coloured on a terminal, by the usual conventions', async () => {
    w = world({ 'a.md': PROPOSAL });
    const coloured = async (options: Parameters<World['run']>[1], ...args: string[]): Promise<boolean> =>
      (await w.run(['check', 'a.md', ...args], options)).out.includes('\u001b[');
    assert.equal(await coloured({}), false);
    assert.equal(await coloured({ tty: true }), true);
    assert.equal(await coloured({ tty: true, env: { NO_COLOR: '1' } }), false);
    assert.equal(await coloured({ tty: true, env: { TERM: 'dumb' } }), false);
    assert.equal(await coloured({ env: { FORCE_COLOR: '1' } }), true);
    assert.equal(await coloured({ tty: true }, '--no-color'), false);
    assert.equal(await coloured({}, '--color'), true);
  });

  it('links file names only where the terminal draws links', async () => {
    w = world({ 'a.md': PROPOSAL });
    const linked = async (env: Record<string, string>, tty = true): Promise<boolean> =>
      (await w.run(['check', 'a.md'], { tty, env })).out.includes('\u001b]8;;file://');
    assert.equal(await linked({}), false);
    assert.equal(await linked({ TERM_PROGRAM: 'vscode' }), true);
    assert.equal(await linked({ TERM_PROGRAM: 'vscode', TMUX: 'x' }), false);
    assert.equal(await linked({ TERM_PROGRAM: 'vscode' }, false), false);
  });

  it('encodes the target of a link once', async () => {
    w = world({ 'with space %é.md': PROPOSAL });
    const { out } = await w.run(['check', '.'], { tty: true, env: { TERM_PROGRAM: 'vscode' } });
    assert.ok(out.includes('/with%20space%20%25%C3%A9.md\u001b\\'), JSON.stringify(out.slice(0, 200)));
  });

  it('never passes control or direction characters of a document or a file name on', async () => {
    w = world({ 'evil\u001b[2J\u009b.md': HOSTILE });
    const { out, err } = await w.run(['check', '.', 'no\u001b]0;x\u0007.md']);
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch((out + err).replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  it('cleans every character that a terminal may obey and no other', () => {
    for (let code = 0; code < 0x2100; code++) {
      const char = String.fromCharCode(code);
      const obeyed =
        code < 32 ||
        (code >= 127 && code < 160) ||
        [0x200e, 0x200f].includes(code) ||
        (code >= 0x2028 && code <= 0x202e) ||
        (code >= 0x2066 && code <= 0x2069);
      assert.equal(plain(`a${char}b`) === `a${char}b`, !obeyed, `U+${code.toString(16)}`);
    }
  });
});

describe('code frames', () => {
  const frame = (line: string, word: string, columns?: number): string[] => {
    const column = line.indexOf(word) + 1;
    const f = {
      rule: 'r',
      question: 'Q1' as const,
      kind: 'claim' as const,
      severity: 'hint' as const,
      line: 7,
      endLine: 7,
      column,
      endColumn: column + word.length,
      message: '',
      related: [],
      derivation: null,
      fingerprint: '',
    };
    return codeFrame(f, line, style(false, false), columns);
  };

  it('mark the words under tabs, wide characters and marks that combine', () => {
    assert.deepEqual(frame('\ta\t10x', '10x'), ['  7 |   a  10x', '    |      ^^^']);
    assert.deepEqual(frame('性能 10x', '10x'), ['  7 | 性能 10x', '    |      ^^^']);
    assert.deepEqual(frame('cafe\u0301 🚀 10x', '10x'), ['  7 | cafe\u0301 🚀 10x', '    |         ^^^']);
  });

  it('cut long lines round the words, in bounded time', () => {
    const [text, marks] = frame(`${'x '.repeat(500_000)}10x${' y'.repeat(500_000)}`, '10x', 80);
    assert.ok(text!.length <= 90 && marks!.length <= 90);
    const at = marks!.indexOf('^');
    assert.equal(text!.slice(at, at + 3), '10x');
  });
});

describe('progress', () => {
  /** What stands on standard error after reading `documents` of them at `step` milliseconds each. */
  async function shown(enabled: boolean, documents: number, step: number): Promise<string> {
    let err = '';
    let time = 0;
    const sink = { write: (text: string) => Promise.resolve(void (err += text)), isTTY: true, columns: 80 };
    const io: Io = {
      cwd: '/',
      env: {},
      out: sink,
      err: sink,
      readStdin: () => Promise.resolve(new Uint8Array()),
      now: () => new Date(time),
    };
    const progress = new Progress(io, enabled);
    for (let i = 0; i < documents; i++) {
      time += step;
      await progress.step();
    }
    await progress.clear();
    return err;
  }

  it('counts on a terminal once a run is long enough to wonder, and leaves nothing behind', async () => {
    const err = await shown(true, 6400, 10);
    assert.ok(err.includes('\r\u001b[2K1,280 documents read'), err.slice(0, 200));
    assert.ok(err.endsWith('\r\u001b[2K'));
  });

  it('says nothing on a pipe and in a short run', async () => {
    assert.equal(await shown(false, 6400, 10), '');
    assert.equal(await shown(true, 100, 1), '');
  });
});
