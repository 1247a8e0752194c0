/** Property tests of the document layer over nasty Markdown: total, exact, the same for every line end, and the same after edits as afresh. */
import { deepStrictEqual, ok } from 'node:assert';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { structureOf } from '../../src/core/document/structure';
import { openDocument, parseDocument, sentencesOf, type Doc } from '../../src/core/document/index';
import { factor, seed } from './seed';

/** Pieces that open, close, continue or break constructs, so that a random sequence of them is full of edges. */
const piece = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.constantFrom('\n', '\n\n', '\r\n', '\r', ' ', '    ', '\t', 'word', 'Rust is 10x faster.', 'a_b_c', '5 * 3'),
  },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '# ',
      '## Decision',
      '#',
      '- ',
      '* ',
      '1. ',
      '2) ',
      '+ ',
      '> ',
      '>',
      '> > ',
      '```',
      '```ts\n',
      '~~~',
      '---',
      '---\n',
      '===',
      '***',
      '+++\n',
      '    code',
      '- [ ] ',
      '- [x] done',
      '-',
      '|',
      '| a | b |\n|---|---|\n',
      '--|--',
      '| x | y |',
      ':::note\n',
      ':::',
      '$$',
      '> [!NOTE]\n',
    ),
  },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '[a]: /b',
      '\n===\n',
      '\n[a]: /b\n"t\n===\n',
      '\n[a\n===\n',
      '\n    c\n',
      'b]: /c\n',
      'x"\n',
      '[a]: b "title',
      '"',
      "'",
      '(',
      ')',
      '[',
      ']',
      '](',
      '![',
      '[^1]',
      '[^1]: note',
      '[//]: # (fast-enough-disable no-slo: why)',
      '<!--',
      '-->',
      '<!-- fast-enough-disable-next-line no-slo: x -->',
      '<div>',
      '</div>',
      '<br>',
      '<script>',
      '</script>',
      '<b',
      '<',
      '>',
      '<https://a.b>',
      'https://x.y/z_(a)',
      'www.a.b',
      '&amp;',
      '&nbsp;',
      '&',
      '<details>\n<summary>',
      '<pre>',
      '<h2>x</h2>',
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '*',
      '**',
      '***',
      '_',
      '__',
      '`',
      '``',
      '~~',
      '\\',
      '\\|',
      '\\\n',
      '{x}',
      '{#id}',
      '{',
      '}',
      '**Pros:**',
      'Cons:\n',
      'title: x\n',
      'a: [\n',
      '\u0000',
      '\ud800',
      '\udc00',
      '🚀',
      '\u00a0',
      '“',
      '’',
      '\u200b',
      '\ufeff',
      '…',
      '–',
    ),
  },
);
const source = fc.array(piece, { maxLength: 60, size: 'max' }).map((pieces) => pieces.join(''));
const edit = fc.record({
  at: fc.nat(),
  length: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 2, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(1000) }),
  insert: fc.oneof({ weight: 3, arbitrary: piece }, { weight: 1, arbitrary: source }, { weight: 2, arbitrary: fc.constant('') }),
});

/** All that a reader can see of a document. */
function seen(doc: Doc): unknown {
  return {
    text: doc.text,
    frontMatter: doc.frontMatter,
    sections: doc.sections,
    blocks: doc.blocks,
    chunkFrom: Array.from(doc.chunkFrom),
    origin: Array.from(doc.origin),
    sectionOf: Array.from(doc.sectionOf),
    leadOf: Array.from(doc.leadOf),
    leadRole: doc.leadRole,
    directives: doc.directives,
  };
}

function check<T>(property: fc.IProperty<T>, runs: number): void {
  fc.assert(property, { seed, numRuns: Math.round(runs * factor) });
}

describe(`document, random (FUZZ_SEED=${seed})`, function () {
  this.timeout(0);

  it('after any sequence of edits equals a fresh reading', () => {
    check(
      fc.property(source, fc.array(edit, { minLength: 1, maxLength: 8, size: 'max' }), (text, edits) => {
        const session = openDocument(text);
        let current = text;
        for (const { at, length, insert } of edits) {
          const from = at % (current.length + 1);
          const to = Math.min(current.length, from + length);
          current = current.slice(0, from) + insert + current.slice(to);
          deepStrictEqual(seen(session.edit({ from, to, insert })), seen(parseDocument(current)));
        }
      }),
      5000,
    );
  });

  it('keeps every offset inside the text and every span whole', () => {
    check(
      fc.property(source, (text) => {
        const doc = parseDocument(text);
        let before = 0;
        for (let b = 0; b < doc.blocks.length; b++) {
          const block = doc.blocks[b]!;
          const whole = doc.blockSpan(b);
          ok(whole.from >= before && whole.to <= text.length, 'blocks stand in order, inside the text');
          before = whole.from;
          let last = whole.from;
          for (let i = 0; i < block.text.length; i++) {
            const at = doc.at(b, i);
            ok(at >= last && at < text.length, 'places ascend');
            last = at;
            const span = doc.span(b, i, i + 1);
            ok(span.from < span.to && span.to <= text.length);
            ok(!isLow(text, span.from) || !isHigh(text, span.from - 1));
            ok(!isHigh(text, span.to - 1) || !isLow(text, span.to));
          }
          for (const pairs of [block.code, block.strong])
            for (let k = 0; k < pairs.length; k += 2) ok(pairs[k]! < pairs[k + 1]! && pairs[k + 1]! <= block.text.length);
          const stretches = block.kind === 'row' ? block.cells.map((cell) => block.text.slice(cell.from, cell.to)) : [block.text];
          for (const stretch of stretches) ok(!/ {2}|^ | $|[\t\n\r\u00a0]/.test(stretch), 'white space is folded');
          ok(block.contentFrom <= block.contentTo && whole.from + block.contentTo <= text.length);
        }
        for (const { span, rules } of doc.directives)
          ok(span.from < span.to && span.to <= text.length && rules.every((rule) => rule.span.from >= 0 && rule.span.to <= text.length));
      }),
      2000,
    );
  });

  it('reads the same text whatever the line ends', () => {
    check(
      fc.property(source, (text) => {
        const unix = text.replace(/\r\n?/g, '\n');
        const read = (t: string): unknown =>
          parseDocument(t).blocks.map((block) => [block.kind, block.text, block.code, block.strong, block.depth, block.level]);
        deepStrictEqual(read(unix.replace(/\n/g, '\r\n')), read(unix));
        deepStrictEqual(read(unix.replace(/\n/g, '\r')), read(unix));
      }),
      1000,
    );
  });

  it('finds the blocks that markdown-it finds, on the same lines', () => {
    const md = markdownIt({ html: true });
    const kinds: Readonly<Record<string, string>> = {
      paragraph_open: 'paragraph',
      heading_open: 'heading',
      table_open: 'table',
      fence: 'fence',
      code_block: 'code',
      html_block: 'html',
    };
    check(
      fc.property(source, (any) => {
        // What markdown-it normalises, knows nothing of (footnotes) or nests deeper than we do is tested elsewhere.
        const text = any.replace(/\r\n?/g, '\n').replaceAll('\0', '').replaceAll('[^', '[');
        const expected: string[] = [];
        let quotes = 0;
        for (const token of md.parse(text, {})) {
          if (token.type === 'blockquote_open') quotes++;
          if (token.type === 'blockquote_close') quotes--;
          fc.pre(quotes < 5 && token.level < 20);
          const kind = kinds[token.type];
          if (kind !== undefined) expected.push(`${kind}${kind === 'heading' ? token.tag[1] : ''} ${token.map![0]}`);
        }
        const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
        const found = structureOf(text, 0, text.length)
          .flatMap((top) => top.leaves)
          .filter((leaf) => leaf.kind !== 'reference')
          .map((leaf) => `${leaf.kind}${leaf.level > 0 ? leaf.level : ''} ${lineOf(leaf.lines[0]!)}`);
        deepStrictEqual(found, expected);
      }),
      2000,
    );
  });

  it('reads emphasis, code, tags and escapes as markdown-it does', () => {
    const md = markdownIt({ html: true });
    const mark = fc.constantFrom(
      '*',
      '**',
      '***',
      '_',
      '__',
      'a',
      'b',
      ' ',
      '.',
      '`',
      '``',
      '\\',
      '<b>',
      '</b>',
      '"',
      'é',
      '—',
      '&amp;',
      'x_y',
      '!',
      '(',
      ')',
    );
    // Unpaired strong signs are dropped here and stay there, so stars do not count.
    const plain = (text: string): string => text.replaceAll('*', '').replace(/\s+/g, ' ').trim();
    check(
      fc.property(fc.array(mark, { maxLength: 16, size: 'max' }), (marks) => {
        const text = `a${marks.join('')}z`;
        let expected = '';
        const strong: string[] = [];
        const open: number[] = [];
        for (const token of md.parseInline(text, {})[0]!.children!) {
          if (token.type === 'code_inline') expected += token.content.trim();
          else if (token.type.startsWith('text')) expected += token.content;
          else if (token.type === 'strong_open') open.push(expected.length);
          else if (token.type === 'strong_close') strong.push(plain(expected.slice(open.pop())));
        }
        const [block] = parseDocument(text).blocks;
        deepStrictEqual(plain(block!.text), plain(expected));
        const found = block!.strong
          .filter((_, k) => k % 2 === 0)
          .map((from, k) => plain(block!.text.slice(from, block!.strong[2 * k + 1])));
        deepStrictEqual(found.filter(Boolean).sort(), strong.filter(Boolean).sort());
      }),
      4000,
    );
  });

  it('splits any text into ordered sentences that lose nothing but blanks', () => {
    check(
      fc.property(fc.oneof(source, fc.string({ unit: 'grapheme' })), (text) => {
        const bounds = sentencesOf(text);
        let end = 0;
        for (let k = 0; k < bounds.length; k += 2) {
          ok(bounds[k]! >= end && bounds[k + 1]! > bounds[k]!);
          ok(/^[\s·]*$/.test(text.slice(end, bounds[k])));
          end = bounds[k + 1]!;
        }
        ok(end <= text.length && /^[\s·]*$/.test(text.slice(end)));
      }),
      1000,
    );
  });
});

const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
