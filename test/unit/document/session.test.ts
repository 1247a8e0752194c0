import { strict as assert } from 'node:assert';
import { openDocument, parseDocument, type Block, type Doc } from '../../../src/core/document/index';

/** Applies edits that replace the first `find` by `insert`, comparing each time with a fresh reading; gives the sessions' last state. */
function edited(text: string, ...edits: readonly (readonly [find: string, insert: string])[]): { doc: Doc; before: Doc; reread: number } {
  const session = openDocument(text);
  let before = session.doc;
  for (const [find, insert] of edits) {
    const from = session.doc.text.indexOf(find);
    assert.ok(from >= 0, find);
    before = session.doc;
    const doc = session.edit({ from, to: from + find.length, insert });
    const fresh = parseDocument(doc.text);
    for (const key of ['text', 'blocks', 'sections', 'directives', 'frontMatter', 'leadRole'] as const)
      assert.deepEqual(doc[key], fresh[key], key);
    for (const key of ['origin', 'chunkFrom', 'sectionOf', 'leadOf'] as const)
      assert.deepEqual(Array.from(doc[key]), Array.from(fresh[key]), key);
  }
  return { doc: session.doc, before, reread: session.reread };
}

/** Blocks of the new document that are the same objects as before. */
const kept = ({ doc, before }: { doc: Doc; before: Doc }): number => {
  const old = new Set<Block>(before.blocks);
  return doc.blocks.filter((block) => old.has(block)).length;
};

const paragraphs = (n: number): string => Array.from({ length: n }, (_, k) => `Paragraph ${k} says something.\n`).join('\n');

describe('editing', () => {
  it('re-reads the edited block and keeps all others as they were', () => {
    const result = edited(paragraphs(100), ['Paragraph 50', 'Section 50']);
    assert.equal(result.reread, 1);
    assert.equal(kept(result), 99);
  });

  it('keeps the rows of a table and the items of a list around an edit, moved or not', () => {
    const table = '| a | b |\n|---|---|\n' + Array.from({ length: 200 }, (_, k) => `| ${k} | x${k} |\n`).join('');
    assert.equal(edited(table, ['x77 ', 'longer than before ']).reread, 1);
    const list = Array.from({ length: 200 }, (_, k) => `- item ${k}\n`).join('');
    const result = edited(list, ['item 77\n', 'item 77\n- and one more\n']);
    assert.equal(result.reread, 2);
    assert.equal(kept(result), 199);
    assert.equal(edited(table, ['| b |', '| c |']).reread, 201, 'a new header is a new reading of every row');
  });

  it('keeps everything after an edit that opens and closes a fence', () => {
    const text = paragraphs(20);
    const open = edited(text, ['Paragraph 10', '```\nParagraph 10']);
    assert.equal(open.doc.blocks.filter((block) => block.kind === 'code').length, 1);
    const closed = edited(text, ['Paragraph 10', '```\nParagraph 10'], ['```\n', '']);
    assert.deepEqual(closed.doc.blocks, parseDocument(text).blocks);
  });

  const traps: readonly (readonly [name: string, text: string, ...edits: (readonly [string, string])[]])[] = [
    ['a heading made by its underline', 'a\nb\n\nc\n', ['b\n\n', 'b\n==\n\n'], ['==', '=x'], ['=x\n', '']],
    ['a table made by its second line', 'a | b\nx\n1 | 2\n', ['x', '-|-'], ['-|-', 'x|']],
    ['a title that closes far below its definition', '[a]: /b "t\nc\nd\n\ne\n', ['d', 'd"'], ['d"', 'd']],
    ['a title that closes below headings by underline', '[a]: /b\n"t\n===\nu\n===\nx\n', ['x', 'x"'], ['x"', 'x']],
    ['a label that closes below headings by underline', '[a\n===\nx\n===\nb\n', ['b', 'b]: /c'], [']: /c', '']],
    ['a title opened far above its end', '[a]: /b\nt\n===\nu\n===\nv\n===\nx"\n\nend\n', ['\nt', '\n"t'], ['"t', 't']],
    ['a label opened far above its end', 'a\n===\nt\n===\nu\n===\nv\n===\nw\n===\nx]: /y\n\nend\n', ['a', '[a'], ['[a', 'a']],
    ['a title that closes below indented code', '[a]: /b\n"t\n===\n    code\nx\n', ['x', 'x"'], ['x"', 'x']],
    ['a title that runs on where a tag is broken', '[a]: /b\n"t\n===\nx\n<pre>y"\n', ['<pre', '< pre'], ['< pre', '<pre']],
    ['a header that loses a column', '| a | b |\n|---|---|\nword\n', [' | b |\n|---', '\n']],
    ['front matter of the same length', '---\ntitle: x\n---\n\nb\n', [': x', ': y']],
    ['a list before other lists of its chunk', '- a\n\n- c\n  - d\n', ['a', 'a\n  - n'], ['\n  - n', '']],
    ['a definition in a list with its title outside', '- [a]: b "x\nfoo\nbar\n# h\n', ['bar', 'bar"'], ['bar"', '"']],
    ['a lazy line that becomes a list', '> a\nb\n\nc\n', ['b', '- b'], ['- b', 'b'], ['\n\nc', '\nc']],
    ['a blank line that goes', 'a\n\nb\n\n    c\n', ['a\n\nb', 'a\nb'], ['\n\n    c', '\n    c']],
    ['a comment that opens', 'a\n\n<!- b\n\nc -->\n\nd\n', ['<!-', '<!--'], ['-->', '- ->'], ['- ->', '-->']],
    [
      'front matter that comes and goes',
      'title: x\n---\n# A\n\nb\n',
      ['title', '---\ntitle'],
      ['---\ntitle', 'title'],
      ['title', '---\ntitle'],
      ['x\n---', 'y: [\n---'],
      ['\n---\n# A', '\n# A'],
    ],
    ['text before front matter', '---\na: 1\n---\n\nb\n', ['---\na', 'x\n---\na'], ['x\n', '']],
    ['a byte order mark', '# A\n\nb\n', ['# A', '\ufeff# A'], ['\ufeff', '']],
    ['the two halves of a line end', 'a\r\n\r\nb\r\n# c\r\n', ['\r\n\r\n', '\r'], ['\r', '\r\n'], ['b\r\n', 'b\rx\n'], ['\rx\n', '\r\n']],
    ['a line feed put after a carriage return', 'a\r# b\r\rc', ['# b', '\n# b'], ['\n# b', '# b']],
    ['everything', 'a\n\n# b\n', ['a\n\n# b\n', ''], ['', '# new\n\ntext'], ['# new\n\ntext', '']],
    [
      'the edge of a chunk',
      '# a\n# b\ntext\n\nmore\n',
      ['# b\n', 'x\n# b\n'],
      ['x\n', ''],
      ['text\n\n', 'text\n\n\n\n'],
      ['\n\n\n\n', '\n'],
    ],
    ['half of a character', 'a 🚀 b\n\nc 🚀\n', ['\ud83d', ''], ['\ude80', '\ud83d\ude80']],
    ['a quote that becomes a callout', '> NOTE\n> text\n\nb\n', ['NOTE', '[!NOTE]'], ['[!NOTE]', '[!NOTE'], ['> text', 'text']],
    ['an admonition', 'a\n\nnote\ntext\n:::\n\nb\n', ['note', ':::note'], [':::\n\n', '\n']],
    [
      'a suppression',
      'a\n\n<!-- fast-enough-disable x -->\n\nb <!-- fast-enough-disable-line y --> c\n',
      ['a', 'longer a'],
      ['b ', 'b b '],
      ['-line', '-lines'],
      ['<!-- fast-enough-disable x -->\n\n', ''],
    ],
    [
      'headings and their sections',
      '# T\n\n## Pros\n\n- a\n\n## Cons\n\n- b\n',
      ['## Pros', '### Pros'],
      ['## Cons', '**Cons**'],
      ['# T\n\n', ''],
    ],
  ];
  for (const [name, text, ...edits] of traps) {
    it(`survives ${name}`, () => {
      edited(text, ...edits);
      if (name === 'everything') return;
      edited(`${paragraphs(5)}\n${text}\n${paragraphs(5)}`, ...edits.filter(([find]) => find !== ''));
      edited(
        text.replaceAll(/\r?\n/g, '\r\n'),
        ...edits
          .filter(([find]) => find !== '')
          .map(([find, insert]) => [find.replaceAll(/\r?\n/g, '\r\n'), insert] as const)
          .slice(0, 1)
          .filter(([find]) => text.replaceAll(/\r?\n/g, '\r\n').includes(find)),
      );
    });
  }

  it('takes places outside the text as its ends', () => {
    const session = openDocument('ab');
    assert.equal(session.edit({ from: -5, to: 1, insert: 'x' }).text, 'xb');
    assert.equal(session.edit({ from: 99, to: 200, insert: 'y' }).text, 'xby');
    assert.equal(session.edit({ from: 2, to: 1, insert: 'z' }).text, 'xbzy');
  });
});
