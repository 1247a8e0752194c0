/** Whatever an author writes comes out as the same characters: rendered by a real Markdown renderer, no text turns into an element. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { commandUri, escapeHtml, escapeMarkdown, escapeSnippet, inContext, inlineCode, oneLine, shorten } from '../../src/core/escape';

/** As permissive as any reader of our Markdown: HTML on, bare addresses become links. */
const renderer = new MarkdownIt({ html: true, linkify: true, typographer: false });

const HOSTILE = [
  '[click](command:workbench.action.terminal.new)',
  '![x](https://evil.example/beacon.png)',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  'https://evil.example/path?q=1',
  'www.evil.example',
  'someone@evil.example',
  '<https://evil.example>',
  '[a][b]\n\n[b]: javascript:alert(1)',
  '$(alert) $(sync~spin)',
  '**bold** _it_ ~~gone~~ `code`',
  '# heading',
  '1. list',
  '2) list',
  '- item',
  '+ item',
  '= underline',
  '| a | b |',
  '> quote',
  '&lt;b&gt; &#106;avascript',
  '\\[x\\](y)',
  '```\nfence',
  'a\u202egnp.exe',
  '@maintainer see #12 and $x^2$',
];

/** The text a reader sees, and the tags that carried it. */
function seen(markdown: string): { text: string; tags: string[] } {
  const html = renderer.render(markdown);
  const tags = [...html.matchAll(/<(\w+)/g)].map((match) => match[1] ?? '');
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();
  return { text, tags };
}

describe('escaping for Markdown', () => {
  for (const text of HOSTILE) {
    it(`shows ${JSON.stringify(text)} as written`, () => {
      const { text: shown, tags } = seen(escapeMarkdown(text));
      assert.deepEqual(tags, ['p']);
      assert.equal(shown, oneLine(text));
    });
    it(`shows ${JSON.stringify(text)} as code as written`, () => {
      const { text: shown, tags } = seen(inlineCode(text));
      assert.deepEqual(tags, ['p', 'code']);
      assert.equal(shown, oneLine(text));
    });
  }

  it('keeps any text one paragraph without elements', () => {
    const marks = fc.constantFrom(...'[]()!<>*_`#-+=|~@$^:/.&\\{}"\' \n1a'.split(''));
    fc.assert(
      fc.property(
        fc.array(marks, { maxLength: 40 }).map((all) => all.join('')),
        (text) => {
          fc.pre(oneLine(text) !== '');
          const { tags } = seen(`x ${escapeMarkdown(text)}`);
          assert.deepEqual(tags, ['p']);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('keeps table cells whole', () => {
    const html = renderer.render(`| a | b |\n| --- | --- |\n| ${escapeMarkdown('x | y')} | z |`);
    assert.equal(html.match(/<td>/g)?.length, 2);
  });

  it('makes no icon of $(…)', () => assert.ok(!/(?<!\\)\$\(/.test(escapeMarkdown('$(alert)'))));
});

describe('escaping for HTML', () => {
  it('leaves no character that could end text or an attribute', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.ok(!/[<>"'`]|&(?!(?:amp|lt|gt|quot|#39|#96);)/.test(escapeHtml(text)));
      }),
    );
  });
});

describe('escaping for snippets', () => {
  it('leaves no tab stop, variable or end of a placeholder', () => {
    assert.equal(escapeSnippet('${1:x} $TM_FILENAME \\'), '\\${1:x\\} \\$TM_FILENAME \\\\');
  });
});

describe('shortening a quotation', () => {
  it('breaks at a word and never inside a surrogate pair', () => {
    assert.equal(shorten('one two three', 9), 'one two…');
    assert.equal(shorten('short', 9), 'short');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 4, max: 30 }), (text, max) => {
        const cut = shorten(text, max);
        assert.ok(cut.length <= max + 1 || cut === oneLine(text));
        assert.ok(!/[\ud800-\udbff](?![\udc00-\udfff])/.test(cut));
      }),
    );
  });
});

describe('words in their context', () => {
  const text = '# Title\n\n- Rust is fast, and Discord did it.\n\n' + 'word '.repeat(30) + 'the claim ' + 'word '.repeat(30) + '\n';
  const at = (words: string, max: number): string => inContext(text, text.indexOf(words), text.indexOf(words) + words.length, max);
  it('are the line without its marker, where it is short', () => assert.equal(at('Discord', 80), 'Rust is fast, and Discord did it.'));
  it('are cut on both sides of a long line, at words', () => {
    const cut = at('the claim', 60);
    assert.match(cut, /^…word.* the claim word.*…$/);
    assert.ok(cut.length <= 64, cut);
  });
  it('say that the line goes on, and end with a whole word', () => {
    const line = 'We rewrite the service from scratch in Rust, and the interfaces stay as they are for every other team.';
    for (let max = 30; max < 100; max++) {
      const cut = inContext(line, 23, 35, max);
      assert.match(cut, /from scratch.*…$/);
      assert.ok(line.includes(`${cut.replace(/…/g, '')} `), cut);
    }
  });
  it('always hold the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '.'), minLength: 1, maxLength: 120 }), fc.nat(), (before, n) => {
        const whole = `${before}CLAIM${'x '.repeat(n % 60)}`;
        assert.ok(inContext(whole, before.length, before.length + 5, 40).includes('CLAIM'));
      }),
    );
  });
});

describe('command links', () => {
  it('carry their arguments and cannot end the link early', () => {
    const uri = commandUri('fastEnough.openCard', ['Q6) [x](y', { a: '"' }]);
    assert.ok(!/[()\s"<>]/.test(uri));
    const query = decodeURIComponent(uri.slice(uri.indexOf('?') + 1));
    assert.deepEqual(JSON.parse(query), ['Q6) [x](y', { a: '"' }]);
  });
});
