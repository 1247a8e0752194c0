import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { createLinter } from '../../src/core';

const root = path.join(import.meta.dirname, '../..');

interface Answer {
  readonly content: { type: string; text: string }[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: boolean;
}

describe('fast-enough mcp, asked by the official client', () => {
  let folder: string;
  let other: string;
  let client: Client;
  const call = async (name: string, args: Record<string, unknown>): Promise<Answer> =>
    (await client.callTool({ name, arguments: args })) as unknown as Answer;

  before(async function () {
    this.timeout(30_000);
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fast-enough-mcp-')));
    copyFileSync(path.join(root, 'samples/weak-rewrite-rfc.md'), path.join(folder, 'rfc.md'));
    writeFileSync(path.join(folder, '.fastenough.yaml'), 'rules: { company-did-it: off }\n');
    symlinkSync('/etc/hostname', path.join(folder, 'link.md'));
    other = realpathSync(mkdtempSync(path.join(tmpdir(), 'fast-enough-mcp-other-')));
    mkdirSync(path.join(other, '.git'));
    writeFileSync(path.join(other, '.fastenough.yaml'), 'rulez: secret\n');
    writeFileSync(path.join(other, 'orders.ts'), 'export async function f(db, ids) { for (const id of ids) await db.query(id); }\n');
    symlinkSync(other, path.join(folder, 'way-out'));
    client = new Client({ name: 'test', version: '0' });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [path.join(root, 'dist/cli.cjs'), 'mcp'], cwd: folder }),
    );
  });
  after(async () => {
    await client.close();
    for (const f of [folder, other]) rmSync(f, { recursive: true, force: true });
  });

  it('offers three read-only tools', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map((t) => [t.name, t.annotations?.readOnlyHint, t.annotations?.openWorldHint]),
      [
        ['review_proposal', true, false],
        ['explain_smell', true, false],
        ['amdahl', true, false],
      ],
    );
  });

  it('reviews a file of the workspace under its configuration', async () => {
    const { content, structuredContent } = await call('review_proposal', { path: 'rfc.md' });
    assert.match(content[0]!.text, /^## Review: /);
    const { document, review } = structuredContent as {
      document: { path: string; proposal: { applies: boolean }; findings: { rule: string; line: number }[] };
      review: { verdict: string };
    };
    assert.equal(document.path, 'rfc.md');
    assert.equal(document.proposal.applies, true);
    const rules = document.findings.map((f) => f.rule);
    assert.ok(rules.includes('claim-above-ceiling') && !rules.includes('company-did-it'), rules.join(' '));
    assert.match(review.verdict, /of \d+ greenlight criteria met/);
  });

  it('reviews a text that is not saved, and says what the engine says', async () => {
    const text = '# ADR\n\nWe rewrite billing from Python to Go because Python is slow. It will be 10x faster.\n';
    const { structuredContent } = await call('review_proposal', { text, profile: 'essential', path: 'elsewhere/new.md' });
    const { findings } = (structuredContent as { document: { findings: { rule: string }[] } }).document;
    const want = createLinter({ rules: { 'company-did-it': 'off' } }).lint(text).findings;
    assert.deepEqual(
      findings.map((f) => f.rule),
      want.map((f) => f.rule),
    );
  });

  it('reads nothing outside the workspace, not through a link either, and says why', async () => {
    for (const [file, why] of [
      ['/etc/passwd', /outside the workspace/],
      ['../../../../etc/passwd', /outside the workspace/],
      ['link.md', /outside the workspace/],
      ['nope.md', /no such file/],
    ] as const) {
      const answer = await call('review_proposal', { path: file });
      assert.equal(answer.isError, true, file);
      assert.match(answer.content[0]!.text, why);
    }
    assert.equal((await call('review_proposal', {})).isError, true);
  });

  it('takes a text for no document outside the workspace, whose configuration and code it would then read', async () => {
    const text = '# ADR\n\nWe rewrite billing from Python to Go because [it](orders.ts) is slow. It will be 10x faster.\n';
    for (const file of [
      path.join(other, 'x.md'),
      path.join('..', path.basename(other), 'x.md'),
      'way-out/x.md',
      'way-out/new/x.md',
      '..',
    ]) {
      const answer = await call('review_proposal', { text, path: file });
      assert.equal(answer.isError, true, file);
      assert.match(answer.content[0]!.text, /outside the workspace/);
      assert.doesNotMatch(JSON.stringify(answer), /rulez|secret|code-n-plus-one/);
    }
    assert.notEqual((await call('review_proposal', { text, path: path.join(folder, 'new', 'x.md') })).isError, true);
  });

  it('explains rules and questions, and names the nearest for an unknown one', async () => {
    assert.match((await call('explain_smell', { id: 'no-slo' })).content[0]!.text, /^# no-slo: /);
    assert.match((await call('explain_smell', { id: 'q6' })).content[0]!.text, /^# Q6: /);
    const unknown = await call('explain_smell', { id: 'no-sol' });
    assert.equal(unknown.isError, true);
    assert.match(unknown.content[0]!.text, /did you mean "no-slo"\?/);
  });

  it('computes, and refuses what is no share', async () => {
    const { structuredContent } = await call('amdahl', { f: 0.05, s: 10 });
    assert.equal((structuredContent as { shown: string }).shown, '1.05x');
    assert.equal((await call('amdahl', { f: 5 })).isError, true);
  });

  it('has the eighteen cards as resources', async () => {
    const { resources } = await client.listResources();
    assert.equal(resources.length, 18);
    const { contents } = await client.readResource({ uri: 'fast-enough://cards/Q6' });
    assert.match((contents[0] as { text: string }).text, /^# Q6: /);
    await assert.rejects(client.readResource({ uri: 'fast-enough://cards/Q19' }));
  });
});
