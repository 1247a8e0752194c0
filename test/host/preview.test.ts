/** Findings in the built-in Markdown preview. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, HOST, openFile, openText, waitFor, waitForDiagnostics } from './support/editor';
import { withSettings } from './support/settings';

const render = (document: vscode.TextDocument): Thenable<string> => vscode.commands.executeCommand<string>('markdown.api.render', document);

// The preview asks the extensions of its own host for plug-ins. In this test window it lives in the Node host; in a browser it shares ours.
(HOST === 'node' ? describe : describe.skip)('markdown preview', () => {
  afterEach(closeAll);

  it('marks findings in place, with a card and the verdict', async () => {
    const { document } = await openFile('weak-rewrite-rfc.md');
    const found = await waitForDiagnostics(document.uri, (all) => all.length > 0);
    const html = await waitFor('marks', async () => {
      const page = await render(document);
      return page.includes('<mark class="fast-enough') ? page : undefined;
    });
    assert.match(html, /<aside class="fast-enough-verdict"[^>]*>Rewrite proposal · \d of \d greenlight criteria met/);
    assert.match(html, /<mark class="fast-enough fast-enough-warning"[^>]*>Discord<\/mark>/);
    assert.equal(html.match(/<aside class="fast-enough-card/g)?.length, found.length);
  });

  it('marks nothing in a document that is no proposal, or when switched off', async () => {
    const ordinary = (await openFile('ordinary-adr.md')).document;
    assert.ok(!(await render(ordinary)).includes('fast-enough'));
    const { document } = await openFile('weak-rewrite-rfc.md');
    await waitForDiagnostics(document.uri, (all) => all.length > 0);
    await withSettings({ preview: false }, async () => {
      assert.ok(!(await render(document)).includes('<mark class="fast-enough'));
    });
  });

  it('lets no markup of a message through', async () => {
    const { document } = await openText(
      '# RFC: rewrite the service in Rust\n\n## Proposal\n\nWe rewrite the service from Python to Rust, so it gets `<b>` much &lt;i&gt; faster.\n\nDiscord`<script>`did it, so we can do it too.\n',
    );
    await waitForDiagnostics(document.uri, (all) => all.length > 0);
    const html = await waitFor('marks', async () => {
      const page = await render(document);
      return page.includes('<mark class="fast-enough') ? page : undefined;
    });
    for (const card of html.match(/<aside class="fast-enough-card.*?<\/aside>/gs) ?? []) {
      assert.ok(!/<(?!\/?(?:aside|p|code|details|summary)\b)/.test(card), card);
    }
  });
});
