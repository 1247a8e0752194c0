/** The manifest and the words: complete, in both languages, and true to the rules. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createLinter, RULES } from '../../src/core';
import { BRIEFLY, WHY } from '../../src/vscode/sentences';

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
type Words = Readonly<Record<string, string>>;

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: Readonly<Record<string, string>> }[] }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly yamlValidation: readonly { readonly url: string }[];
  };
}
interface Setting {
  readonly type: string;
  readonly default?: unknown;
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, { readonly enum: readonly string[] }>>;
}

const manifest = json<Manifest>('package.json');
const english = json<Words>('package.nls.json');
const chinese = json<Words>('package.nls.zh-cn.json');
const bundle = json<Words>('l10n/bundle.l10n.json');
const translated = json<Words>('l10n/bundle.l10n.zh-cn.json');
const slots = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const links = (text: string): string[] => (text.match(/\]\(command:[^)]*\)/g) ?? []).sort();

describe('the manifest', () => {
  const keys = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1] ?? '');

  it('finds every word it names, and names every word there is', () => {
    assert.deepEqual(
      [...new Set(keys)].filter((key) => english[key] === undefined),
      [],
    );
    assert.deepEqual(
      Object.keys(english).filter((key) => !keys.includes(key)),
      [],
    );
  });

  it('offers exactly the rules there are, with every severity', () => {
    const setting = manifest.contributes.configuration[0]?.properties['fastEnough.rules'];
    assert.deepEqual(Object.keys(setting?.properties ?? {}).sort(), RULES.map((rule) => rule.id).sort());
    for (const { enum: all } of Object.values(setting?.properties ?? {}))
      assert.deepEqual(all, ['off', 'hint', 'information', 'warning', 'error']);
  });

  it('gives each setting a default of its type, a description and the scope of a resource', () => {
    for (const [name, setting] of Object.entries(manifest.contributes.configuration[0]?.properties ?? {})) {
      const type = Array.isArray(setting.default) ? 'array' : Number.isInteger(setting.default) ? 'integer' : typeof setting.default;
      assert.equal(type, setting.type, name);
      assert.equal(setting.scope, 'resource', name);
      assert.match(setting.markdownDescription ?? '', /^%config\./, name);
      if (setting.enum) assert.ok(setting.enum.includes(String(setting.default)), name);
    }
  });

  it('puts only its own commands into menus', () => {
    const own = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const items of Object.values(manifest.contributes.menus)) for (const { command } of items) assert.ok(own.has(command), command);
  });

  it('names files that exist', () => {
    const media = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap((step) => [step.media['svg'], step.media['markdown']]),
    );
    const paths = [manifest.icon, ...manifest.contributes.snippets.map(({ path }) => path), ...media.filter((path) => path !== undefined)];
    for (const path of [...paths, ...manifest.contributes.yamlValidation.map(({ url }) => url)]) assert.ok(existsSync(path), path);
  });

  it('is not activated by everything', () => {
    for (const event of manifest.activationEvents) assert.ok(!/^\*$|onStartupFinished|workspaceContains/.test(event), event);
  });
});

describe('the second language', () => {
  it('has every word of the manifest, with its links', () => {
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) assert.deepEqual(links(chinese[key] ?? ''), links(text), key);
  });

  it('has every sentence of the editor and the engine, with its slots', () => {
    assert.deepEqual(Object.keys(translated).sort(), Object.keys(bundle).sort());
    for (const key of Object.keys(bundle)) assert.deepEqual(slots(translated[key] ?? ''), slots(key), key);
  });

  it('is Chinese', () => {
    const same = Object.keys(bundle).filter((key) => !/[\u4e00-\u9fff]/.test(translated[key] ?? '') && !/^[^a-zA-Z]*$/.test(key));
    assert.deepEqual(same, ['s = {s}: {value}x']);
  });

  it('knows what the engine says about the samples', () => {
    const linter = createLinter({ profile: 'full' });
    for (const name of readdirSync('samples').filter((file) => file.endsWith('.md'))) {
      const result = linter.lint(readFileSync(`samples/${name}`, 'utf8'));
      const review = result.review();
      assert.ok(WHY.includes(result.proposal.why), result.proposal.why);
      assert.ok(BRIEFLY[result.proposal.why] !== undefined, result.proposal.why);
      const sentences = [
        ...review.greenlight.flatMap((criterion) => [criterion.title, criterion.ask]),
        ...review.refuse.map((sign) => sign.title),
        ...review.advice,
        ...review.derivations.flatMap((derivation) => derivation.inputs.map((input) => input.name)),
        ...result.findings.flatMap((finding) => RULES.find((rule) => rule.id === finding.rule)?.messages[finding.messageId] ?? []),
      ];
      for (const sentence of sentences) assert.ok(bundle[sentence] !== undefined, `${name}: ${sentence}`);
    }
  });
});
