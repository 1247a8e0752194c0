/** Hover cards: on findings, on numbers, on terms. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, find, hoversAt, openFile, openText, waitForDiagnostics } from './support/editor';
import { withSettings } from './support/settings';

async function ours(uri: vscode.Uri, position: vscode.Position): Promise<vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap((hover) => hover.contents)
    .filter((content): content is vscode.MarkdownString => content instanceof vscode.MarkdownString);
}

describe('hover', () => {
  afterEach(closeAll);

  it('on a finding says what was read, why it matters, and links the card and the review', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    const text = (await hoversAt(document.uri, find(document, 'Discord did it', 2))).join('\n');
    assert.match(text, /\*\*Read\*\* “.*Discord/);
    assert.match(text, /\*\*Why it matters\*\*/);
    assert.match(text, /Q11 · What a precedent proves/);
    assert.match(text, /command:fastEnough\.openCard\?/);
    assert.match(text, /command:fastEnough\.openReview\?/);
  });

  it('on a claimed speed-up works the ceiling through with the document’s own numbers, and draws it', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    const text = (await hoversAt(document.uri, find(document, '10x faster', 1))).join('\n');
    assert.match(text, /1\.05x/);
    assert.match(text, /1 \/ \(\(1 - f\) \+ f \/ s\)/);
    assert.match(text, /95 %/);
    assert.match(text, /\[line 18\]\(command:_fastEnough\.reveal\?/);
    assert.match(text, /!\[.*5 % of the time.*\]\(data:image\/svg\+xml,/);
  });

  it('may run three commands of our own and no others', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    const cards = await ours(document.uri, find(document, 'Discord did it', 2));
    const card = cards.find((content) => content.value.includes('Why it matters'));
    assert.ok(card);
    const trusted = card.isTrusted;
    assert.ok(typeof trusted === 'object', 'not trusted as a whole');
    assert.deepEqual([...trusted.enabledCommands].sort(), ['_fastEnough.reveal', 'fastEnough.openCard', 'fastEnough.openReview']);
    assert.ok(!card.supportHtml);
  });

  it('turns nothing of the author’s into a link, an image or a command', async () => {
    const hostile = 'Discord [did](command:workbench.action.closeWindow) it ![x](https://evil.example/p.png) https://evil.example';
    const { document } = await openText(
      `# RFC: rewrite the service in Rust\n\nWe rewrite the service from Python to Rust. ${hostile}, and got faster.\n`,
    );
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    const positions = [...document.getText().matchAll(/Discord|rewrite|faster|Python/g)].map((match) =>
      document.positionAt(match.index + 1),
    );
    let cards = 0;
    for (const position of positions) {
      for (const card of await ours(document.uri, position)) {
        if (!card.value.includes('Q&A')) continue;
        cards += 1;
        const links = [...card.value.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map((match) => match[1] ?? '');
        for (const link of links) assert.match(link, /^(command:(fastEnough\.open|_fastEnough\.reveal)|data:image\/svg)/);
        assert.ok(!/(?<!\\):\/\/evil/.test(card.value));
      }
    }
    assert.ok(cards > 0);
  });

  it('on a term of the trade shows its small card, once per screen of text', async () => {
    const text = [
      '# RFC: rewrite the order service in Rust',
      '',
      'We rewrite the order service from Python to Rust, it will be 3x faster.',
      '',
      'Where a payback is asked for, the payback is this.',
      '',
    ].join('\n');
    const { document } = await openText(text);
    await waitForDiagnostics(document.uri, (found) => found.length > 0);
    const first = (await hoversAt(document.uri, find(document, 'payback', 1))).join('\n');
    assert.match(first, /\*\*Payback/);
    assert.match(first, /Q9/);
    const second = document.getText().lastIndexOf('payback');
    assert.deepEqual(await ours(document.uri, document.positionAt(second + 1)), []);
    await withSettings({ termCards: false }, async () => {
      assert.deepEqual(await ours(document.uri, find(document, 'payback', 1)), []);
    });
  });

  it('says nothing in a document that is no proposal', async () => {
    const { document } = await openText('# ADR: log as JSON\n\nThe payback is small, the SLO is met.\n');
    assert.deepEqual(await hoversAt(document.uri, find(document, 'payback', 1)), []);
  });
});
