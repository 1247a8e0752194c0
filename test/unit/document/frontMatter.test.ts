import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../src/core/document/index';
import { outline, read } from './read';

describe('front matter', () => {
  it('is read as YAML or TOML and is no part of the text', () => {
    const yaml = read('---', 'title: Rust', 'fast-enough: true', '---', '# A');
    assert.deepEqual({ ...yaml.frontMatter!.data }, { title: 'Rust', 'fast-enough': true });
    assert.deepEqual([yaml.frontMatter!.format, yaml.text.slice(yaml.frontMatter!.span.to)], ['yaml', '# A']);
    assert.deepEqual(outline(yaml), ['heading1 A']);
    const toml = read('+++', 'title = "Rust"', '[a]', 'b = 1', '+++', 'text');
    assert.equal(toml.frontMatter!.data['title'], 'Rust');
    assert.deepEqual(outline(toml), ['paragraph text']);
    assert.deepEqual(outline(parseDocument('\ufeff---\r\na: 1\r\n---\r\nx')), ['paragraph x']);
  });

  it('may be empty', () => {
    const doc = read('---', '# only a comment', '---', 'x');
    assert.deepEqual([Object.keys(doc.frontMatter!.data), doc.frontMatter!.problem, outline(doc)], [[], null, ['paragraph x']]);
  });

  it('is not a rule across the page', () => {
    for (const lines of [
      ['---', '', 'Some prose: here it is', 'more.', '', '---', 'x'],
      ['---', 'text', '---'],
      ['---', 'a: 1'],
      [' ---', 'a: 1', '---'],
    ]) {
      const doc = read(...lines);
      if (lines[2]?.startsWith('Some')) assert.ok(doc.frontMatter !== null, 'a line of the shape key: value counts as one');
      else assert.equal(doc.frontMatter, null, lines.join('|'));
    }
  });

  it('that is broken is a problem with a place, and the body is still read', () => {
    for (const [lines, at] of [
      [['---', 'a: [1, 2', 'b: 1', '---', '# Body'], 2],
      [['---', 'a: 1', ' b: : 2', '---', '# Body'], 2],
      [['+++', 'a = ', '+++', '# Body'], 2],
      [['---', '- a', '---', '# Body'], 0],
      [['---', '{a: 1', '---', '# Body'], 2],
    ] as const) {
      const doc = read(...lines);
      assert.deepEqual(outline(doc).at(-1), 'heading1 Body');
      if (at === 0) continue;
      const problem = doc.frontMatter!.problem!;
      assert.ok(problem.message.length > 5 && problem.span.from < problem.span.to && problem.span.to <= doc.frontMatter!.span.to);
      assert.ok(doc.position(problem.span.from).line >= at, lines.join('|'));
      assert.deepEqual(Object.keys(doc.frontMatter!.data), []);
    }
  });

  it('cannot reach a prototype or blow up', () => {
    const doc = read('---', '__proto__: {polluted: 1}', 'constructor: x', 'a: {toString: 1}', '---');
    const { data } = doc.frontMatter!;
    assert.equal(Object.getPrototypeOf(data), null);
    assert.equal(Object.getPrototypeOf(data['a']), null);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.deepEqual(Object.keys(data).sort(), ['__proto__', 'a', 'constructor']);
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map((name, k) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[k]}`).join(', ')}]`),
    ];
    assert.match(read('---', ...bomb, '---', 'x').frontMatter!.problem!.message, /alias/i);
    assert.match(read('---', `a: ${'[1, '.repeat(20_000)}`, '---', 'x').frontMatter!.problem!.message, /long/);
    assert.notEqual(read('---', `a: ${'['.repeat(5_000)}`, '---', 'x').frontMatter!.problem, null);
  });
});
