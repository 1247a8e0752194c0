/** The editor's small text edits, without an editor. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overruleEdit } from '../../src/vscode/commands/frontMatter';
import { withSeverity } from '../../src/vscode/commands/severityEdit';
import { difference } from '../../src/vscode/difference';
import { parseFromPanel } from '../../src/vscode/panel/protocol';
import { calculatorTable, insertionLine } from '../../src/vscode/panel/tables';

const apply = (text: string, edit: { from: number; to: number; insert: string } | null): string =>
  edit ? text.slice(0, edit.from) + edit.insert + text.slice(edit.to) : text;

describe('catching up with a document', () => {
  it('turns any text into any other with one change', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\u{1f600}', '\u{1f601}', 'é') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(apply(before, difference(before, after)), after);
      }),
    );
  });

  it('changes only what differs', () => {
    assert.deepEqual(difference('one two three', 'one 2 three'), { from: 4, to: 7, insert: '2' });
  });

  it('never begins or ends between the halves of a character', () => {
    const { from, insert } = difference('x\u{1f600}y', 'x\u{1f601}y');
    assert.equal(from, 1);
    assert.equal(insert, '\u{1f601}');
  });
});

describe('the author’s word in the front matter', () => {
  const cases: readonly [string, string, boolean | null, string][] = [
    ['a document without front matter', '# T\n', true, '---\nfast-enough: true\n---\n\n# T\n'],
    ['a block that says nothing about it', '---\ntitle: x\n---\n# T\n', false, '---\nfast-enough: false\ntitle: x\n---\n# T\n'],
    ['a block that says the opposite', '---\ntitle: x\nfast-enough: true\n---\n', false, '---\ntitle: x\nfast-enough: false\n---\n'],
    ['TOML', '+++\ntitle = "x"\n+++\n', true, '+++\nfast-enough = true\ntitle = "x"\n+++\n'],
    ['CRLF', '# T\r\n', true, '---\r\nfast-enough: true\r\n---\r\n\r\n# T\r\n'],
    ['a byte order mark', '\ufeff# T\n', true, '\ufeff---\nfast-enough: true\n---\n\n# T\n'],
    ['a rule that is no front matter', '# T\n\n---\n', true, '---\nfast-enough: true\n---\n\n# T\n\n---\n'],
    ['a block that never ends', '---\ntitle: x\n', true, '---\nfast-enough: true\n---\n\n---\ntitle: x\n'],
    ['taking it back', '---\ntitle: x\nfast-enough: true\n---\n# T\n', null, '---\ntitle: x\n---\n# T\n'],
    ['taking back the only word', '---\nfast-enough: true\n---\n\n# T\n', null, '# T\n'],
    ['taking back what was never said', '# T\n', null, '# T\n'],
  ];
  for (const [name, before, applies, after] of cases) {
    it(name, () => assert.equal(apply(before, overruleEdit(before, applies)), after));
  }

  it('is the same said twice, and gone once taken back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '-', '#', ':') }), fc.boolean(), (body, applies) => {
        fc.pre(!/^(---|\+\+\+)/.test(body));
        const once = apply(body, overruleEdit(body, applies));
        assert.equal(apply(once, overruleEdit(once, applies)), once);
        assert.equal(apply(once, overruleEdit(once, null)).trimStart(), body.trimStart());
      }),
    );
  });
});

describe('a severity in .fastenough.yaml', () => {
  it('is added, keeping comments and order', () => {
    const before = '# ours\nprofile: full # all of it\nrules:\n  no-slo: error\n';
    assert.equal(
      withSeverity(before, 'resume-driven', 'off'),
      '# ours\nprofile: full # all of it\nrules:\n  no-slo: error\n  resume-driven: off\n',
    );
  });
  it('is replaced', () => assert.equal(withSeverity('rules:\n  no-slo: error\n', 'no-slo', 'hint'), 'rules:\n  no-slo: hint\n'));
  it('makes a file of an empty one', () => assert.equal(withSeverity('', 'no-slo', 'off'), 'rules:\n  no-slo: off\n'));
  it('leaves a broken file alone', () => assert.equal(withSeverity('rules: [\n', 'no-slo', 'off'), null));
  it('leaves a file that is a list alone', () => assert.equal(withSeverity('- a\n', 'no-slo', 'off'), null));
});

describe('tables of the calculator', () => {
  const values = {
    f: 0.05,
    s: 10,
    cost: 120_000,
    monthlySaving: 10_000,
    currency: '$',
    utilisation: 0.5,
    monthlyGrowth: 0.1,
    limit: 12,
    knee: 0.75,
    horizon: 12,
  };
  it('Amdahl', () => {
    const table = calculatorTable('amdahl', values);
    assert.match(table, /\| 5 % +\|/);
    assert.match(table, /1 \/ \(\(1 - f\) \+ f \/ s\) +\| 1\.05x/);
  });
  it('payback', () => {
    const table = calculatorTable('payback', values);
    assert.match(table, /\$120,000/);
    assert.match(table, /12 months/);
    assert.match(calculatorTable('payback', { ...values, monthlySaving: 0 }), /never/);
  });
  it('headroom', () => assert.match(calculatorTable('load', values), /in 7\.27 months/));
  it('have rows of one width', () => {
    for (const kind of ['amdahl', 'payback', 'load'] as const) {
      const widths = new Set(
        calculatorTable(kind, values)
          .trimEnd()
          .split('\n')
          .map((row) => row.length),
      );
      assert.equal(widths.size, 1);
    }
  });
  it('go behind the paragraph of the caret', () => {
    const lines = ['# T', '', 'one', 'two', '', 'three'];
    assert.equal(insertionLine(lines, 2), 4);
    assert.equal(insertionLine(lines, 5), 6);
    assert.equal(insertionLine(lines, 99), 6);
  });
});

describe('messages of the review panel', () => {
  it('are taken when they are well formed', () => {
    assert.deepEqual(parseFromPanel({ type: 'reveal', from: 1, to: 2, more: 'x' }), { type: 'reveal', from: 1, to: 2 });
    assert.deepEqual(parseFromPanel({ type: 'card', question: 'Q6' }), { type: 'card', question: 'Q6' });
  });
  it('are dropped when they are not', () => {
    for (const message of [
      null,
      'ready',
      {},
      { type: 'exec' },
      { type: 'reveal', from: '1', to: 2 },
      { type: 'reveal', from: NaN, to: 2 },
      { type: 'card', question: 'Q6](x)' },
      { type: 'insert', kind: 'amdahl', values: { f: 1 } },
      { type: 'insert', kind: 'shell', values: {} },
    ]) {
      assert.equal(parseFromPanel(message), null);
    }
  });
});
