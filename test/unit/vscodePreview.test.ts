/** Marks in the preview's token stream, with markdown-it itself. */
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { markTokens, type Mark, type Token } from '../../src/vscode/preview/marks';

const md = new MarkdownIt({ html: true, linkify: true });

function render(text: string, ...wanted: string[]): string {
  const marks: Mark[] = wanted.map((words) => {
    const from = text.indexOf(words);
    assert.ok(from >= 0, `"${words}" stands in the text`);
    return { from, to: from + words.length, severity: 'warning', card: `<p>card of ${words.length}</p>` };
  });
  const tokens = md.parse(text, {}) as unknown as Token[];
  const before = JSON.stringify(tokens);
  const html = md.renderer.render(markTokens(tokens, text, marks) as never, md.options, {});
  assert.equal(JSON.stringify(tokens), before, 'the preview’s cached tokens are not changed');
  return html;
}

const marked = (html: string): string[] => [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map((match) => match[1] ?? '');

describe('marks in the preview', () => {
  it('stand around the words, the card behind the paragraph', () => {
    const html = render('# T\n\nIt will be 10x faster than today.\n\nNext.\n', '10x faster');
    assert.deepEqual(marked(html), ['10x faster']);
    assert.match(html, /<\/p>\s*<aside[^>]*data-fast-enough="fast-enough-1"[^>]*><p>card/);
    assert.ok(html.indexOf('<aside') < html.indexOf('Next.'));
  });

  it('go on over line breaks, emphasis and code', () => {
    const html = render('It is *much* faster\nin `C` code now.\n', 'is *much* faster\nin `C` code');
    assert.deepEqual(marked(html), ['is ', 'much', ' faster', 'in ', '<code>C</code>', ' code']);
    assert.equal(html.match(/<aside/g)?.length, 1);
  });

  it('find words in a list, a quote and a heading', () => {
    assert.deepEqual(marked(render('- one\n- Discord did it\n', 'Discord did it')), ['Discord did it']);
    assert.deepEqual(marked(render('> Discord did it\n', 'Discord did it')), ['Discord did it']);
    const heading = render('## Rewrite everything\n', 'Rewrite everything');
    assert.deepEqual(marked(heading), ['Rewrite everything']);
    assert.match(heading, /<\/h2>\s*<aside/);
  });

  it('find the right cell of a table, and put the card behind the table', () => {
    const text = '| a | b |\n| --- | --- |\n| fast | fast |\n';
    const from = text.lastIndexOf('fast');
    const tokens = md.parse(text, {}) as unknown as Token[];
    const html = md.renderer.render(
      markTokens(tokens, text, [{ from, to: from + 4, severity: 'hint', card: '<p>c</p>' }]) as never,
      md.options,
      {},
    );
    assert.match(html, /<td>fast<\/td>\s*<td><mark[^>]*>fast<\/mark><\/td>/);
    assert.match(html, /<\/table>\s*<aside/);
  });

  it('mark two findings of one paragraph, each with its card', () => {
    const html = render('Rust is fast and Discord did it.\n', 'Rust is fast', 'Discord did it');
    assert.deepEqual(marked(html), ['Rust is fast', 'Discord did it']);
    assert.equal(html.match(/<aside/g)?.length, 2);
  });

  it('mark the whole block where the words cannot be found again', () => {
    const html = render('A &copy; B\n', '&copy;');
    assert.equal(html.match(/<mark/g)?.length, 1);
    assert.match(html, /A © B/);
  });

  it('read CRLF documents', () => {
    assert.deepEqual(marked(render('# T\r\n\r\nIt is fast.\r\nReally fast.\r\n', 'Really fast')), ['Really fast']);
  });

  it('escape nothing twice and leave other text alone', () => {
    const html = render('a < b & "c", 10x faster\n', '10x faster');
    assert.match(html, /a &lt; b &amp; &quot;c&quot;, <mark/);
  });
});
