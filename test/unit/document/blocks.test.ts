import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../src/core/document/index';
import { outline, read, texts } from './read';

describe('blocks', () => {
  it('reads headings of both kinds, closing signs and attribute lists', () => {
    assert.deepEqual(
      outline(read('# One #', '', '## Two {#two} ##', '', 'Three', '=====', '', 'Four and', 'a half', '---', '', '#', '', '####### seven')),
      ['heading1 One', 'heading2 Two', 'heading1 Three', 'heading2 Four and a half', 'heading1', 'paragraph ####### seven'],
    );
  });

  it('reads lists with depth, order and tasks', () => {
    const doc = read('- one', '  still one', '', '  more', '  1. two', '     - [x] three', '- [ ] four', '', 'five');
    assert.deepEqual(outline(doc), [
      'item/1* one still one',
      'paragraph/1 more',
      'item/2o* two',
      'item/3*[x] three',
      'item/1*[ ] four',
      'paragraph five',
    ]);
    assert.deepEqual(
      doc.blocks.map((block) => block.list),
      [0, 0, 1, 2, 0, -1],
    );
  });

  it('reads quotes across lazy lines, and callouts as the words of the author', () => {
    assert.deepEqual(outline(read('> quoted', 'lazily', '', '> [!NOTE]', '> ours', '', '> **Warning:** ours too', '', '> > nested')), [
      'paragraph> quoted lazily',
      'paragraph! ours',
      'paragraph! Warning: ours too',
      'paragraph> nested',
    ]);
  });

  it('drops the fences of admonitions and keeps what they hold', () => {
    assert.deepEqual(texts(':::note Title', 'One.', ':::', '', ':::tip', '', 'Two.', '', ':::'), ['One.', 'Two.']);
  });

  it('reads code with its language and where its content stands', () => {
    const doc = read(
      '```TypeScript title="a.ts"',
      'const a = 1;',
      '```',
      '',
      '    indented',
      '',
      '- ~~~{.python}',
      '  x',
      '  ~~~',
      '',
      '```js:a.js',
      'open',
    );
    const code = doc.blocks.map((block, b) => [
      block.language,
      doc.text.slice(doc.origin[b]! + block.contentFrom, doc.origin[b]! + block.contentTo),
    ]);
    assert.deepEqual(code, [
      ['typescript', 'const a = 1;\n'],
      ['', 'indented'],
      ['python', '  x\n'],
      ['js', 'open'],
    ]);
    assert.ok(doc.blocks.every((block) => block.kind === 'code' && block.text === ''));
  });

  it('reads the prose inside HTML, piece by piece, and its headings', () => {
    const doc = read(
      '<h1 align="center">Title</h1>',
      '',
      '<details>',
      '<summary>Why <b>Rust</b></summary>',
      '<p>It is fast.</p>',
      '<pre>not this</pre><style>nor this</style>',
      '</details>',
      '',
      '<!-- hidden',
      '',
      'too -->',
      '',
      '<script>',
      'let x;',
      '',
      'let y;',
      '</script>',
      '',
      'end',
    );
    assert.deepEqual(outline(doc), ['heading1 Title', 'html Why Rust', 'html It is fast.', 'paragraph end']);
    assert.equal(doc.sections[1]!.title, 'Title');
  });

  it('reads a footnote definition as a paragraph, each its own', () => {
    assert.deepEqual(texts('Fast.[^1]', '', '[^1]: Measured on', '  production.', '[^b]: Word'), [
      'Fast.',
      'Measured on production.',
      'Word',
    ]);
  });

  it('drops link definitions, display mathematics and comments in their shape', () => {
    assert.deepEqual(
      texts('a', '', '[x]: https://y.z "t"', '', '$$', 'x = 1', '$$', '', 'b', '[//]: # (a comment)', 'c', '', '$$ e $$', 'd'),
      ['a', 'b', 'c', 'd'],
    );
  });

  it('drops the module lines of MDX', () => {
    assert.deepEqual(
      texts("import Tabs from '@theme/Tabs';", "import './x.css'", 'export const A = 1;', '', 'import duties rise', 'export is slow'),
      ['import duties rise export is slow'],
    );
  });

  it('makes no section of a heading inside a quote or a list', () => {
    const doc = read('# Title', '', '> ## Quoted', '', '- ### Item');
    assert.equal(doc.sections.length, 2);
    assert.deepEqual(outline(doc).slice(1), ['paragraph> Quoted', 'item/1* Item']);
  });

  it('reads the same text whether lines end in LF, CRLF or CR, with places of their own', () => {
    const unix = '---\ntitle: x\n---\n# A\n\ntext *of*\ntwo lines\n\n> q\n> r\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```ts\ncode\n```\n';
    const expected = outline(parseDocument(unix));
    for (const end of ['\r\n', '\r']) {
      const source = unix.replaceAll('\n', end);
      const doc = parseDocument(source);
      assert.deepEqual(outline(doc), expected);
      doc.blocks.forEach((block, b) => {
        if (block.kind !== 'heading') return;
        const { from, to } = doc.blockSpan(b);
        assert.equal(source.slice(from, to), block.text);
      });
    }
  });

  it('gives lines and columns', () => {
    const doc = parseDocument('a\r\nbc\rd\ne');
    const at = (offset: number): string => `${doc.position(offset).line}:${doc.position(offset).column}`;
    assert.deepEqual([0, 1, 3, 4, 6, 8, 99, -1].map(at), ['1:1', '1:2', '2:1', '2:2', '3:1', '4:1', '4:2', '1:1']);
  });

  it('reads anything', () => {
    for (const source of [
      '',
      '\n',
      '\r',
      ' ',
      '\0',
      '\ud800',
      '\udc00x',
      '\ufeff# T',
      '\ufeff',
      '---',
      '---\n',
      '+++',
      '-',
      '>',
      '|',
      '<',
      '[',
      '`',
      '#',
      '\t-\t',
      '<!--',
      '```',
    ]) {
      const doc = parseDocument(source);
      assert.equal(doc.text, source);
      assert.equal(doc.sections[0]!.level, 0);
    }
    assert.deepEqual(outline(parseDocument('\ufeff# T')), ['heading1 T']);
  });
});
