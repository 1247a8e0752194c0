// What the command line, the configuration and the library look like from outside: schemas/, docs/CLI.md, docs/CONFIGURATION.md, docs/API.md.
import { build } from 'esbuild';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import ts from 'typescript';
import { declaredValues } from '../build/types.mjs';
import { between } from './lib.mjs';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const VOCABULARY = 'src/core/types.ts';

/** Sources of the command line as they are in the working tree. */
async function loadDoors() {
  const folder = await mkdtemp(path.join(tmpdir(), 'fast-enough-gen-'));
  const outfile = path.join(folder, 'doors.cjs');
  const contents = `export { program } from './src/cli/program'; export { outputSchema } from './src/cli/output/schema';
    export { configSchema, configReference } from './src/core/config'; export { RULES } from './src/core/index';`;
  try {
    await build({
      stdin: { contents, resolveDir: ROOT, loader: 'ts' },
      outfile,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    });
    return createRequire(outfile)(outfile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As `npm run format` would write it. */
const formatted = async (text, parser) =>
  prettier.format(text, { ...(await prettier.resolveConfig(path.join(ROOT, 'package.json'))), parser });
const json = (value) => formatted(JSON.stringify(value), 'json');

export const schemasStep = {
  name: 'schemas',
  async run() {
    const { configSchema, outputSchema, RULES } = await loadDoors();
    return new Map([
      ['schemas/fastenough.schema.json', await json(configSchema(RULES))],
      ['schemas/check-output.schema.json', await json(outputSchema())],
    ]);
  },
};

const cell = (text) => text.replaceAll('|', '\\|');

/** One command as a section: usage, what it does, its options. */
function commandSection(command) {
  const args = command.registeredArguments.map((a) =>
    a.required ? `<${a.name()}${a.variadic ? '...' : ''}>` : `[${a.name()}${a.variadic ? '...' : ''}]`,
  );
  const usage = ['fast-enough', command.name(), ...(command.options.length > 0 ? ['[options]'] : []), ...args].join(' ');
  const rows = command.options.map((o) => {
    const choices = o.argChoices ? ` One of ${o.argChoices.map((c) => `\`${c}\``).join(', ')}.` : '';
    const fallback = o.defaultValue === undefined || typeof o.defaultValue === 'boolean' ? '' : ` Default: \`${o.defaultValue}\`.`;
    return `| \`${cell(o.flags)}\` | ${cell(sentence(o.description))}${cell(choices)}${fallback} |`;
  });
  const table = rows.length > 0 ? ['', '| Option | What it does |', '| --- | --- |', ...rows] : [];
  const named = command.registeredArguments.filter((a) => a.description).map((a) => `- \`${a.name()}\`: ${sentence(a.description)}`);
  return [
    `### \`${command.name()}\``,
    '',
    '```sh',
    usage,
    '```',
    '',
    sentence(command.description()),
    ...(named.length > 0 ? ['', ...named] : []),
    ...table,
  ].join('\n');
}

const sentence = (text) => {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
};

/** Two columns of one list, as a table reads better than a sentence. */
function outputTable(schema) {
  const rows = [];
  const walk = (node, at) => {
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      const name = at ? `${at}.${key}` : key;
      const items = value.type === 'array' ? value.items : value;
      const label = value.type === 'array' ? `${name}[]` : name;
      const type = items.enum
        ? items.enum.map((v) => `\`${v}\``).join(', ')
        : 'const' in items
          ? `\`${items.const}\``
          : [items.type].flat().join(' or ');
      // The same finding stands under three keys; it is described once.
      const again = /^documents\[\]\.(suppressed|accepted)/.test(label);
      rows.push(`| \`${label}\` | ${again ? 'as `findings[]`' : cell(type)} | ${cell(value.description ?? items.description ?? '')} |`);
      if (items.type === 'object' && !again) walk(items, label);
    }
  };
  walk(schema, '');
  return ['| Key | Value | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

export const doorDocsStep = {
  name: 'door-docs',
  async run() {
    const { program, outputSchema, configReference } = await loadDoors();
    const tree = program({ out: {}, err: {} }, {}, () => {});
    const cli = await readFile('docs/CLI.md', 'utf8');
    const configuration = await readFile('docs/CONFIGURATION.md', 'utf8');
    const api = await readFile('docs/API.md', 'utf8');
    const commands = tree.commands.map(commandSection).join('\n\n');
    const page = (text) => formatted(text, 'markdown');
    return new Map([
      [
        'docs/CLI.md',
        await page(between(between(cli, 'commands', commands, 'docs/CLI.md'), 'output', outputTable(outputSchema()), 'docs/CLI.md')),
      ],
      ['docs/CONFIGURATION.md', await page(between(configuration, 'options', configReference(), 'docs/CONFIGURATION.md'))],
      ['docs/API.md', await page(between(api, 'types', await apiReference(), 'docs/API.md'))],
    ]);
  },
};

/** Every exported name with its comment and its declaration, in the order of the file. */
async function apiReference() {
  const text = await readFile(VOCABULARY, 'utf8');
  const file = ts.createSourceFile(VOCABULARY, text, ts.ScriptTarget.ES2022, true);
  const values = declaredValues().map((v) => entry(v.name, v.comment, v.text.replace('export declare ', '')));
  const types = file.statements.flatMap((node) => {
    if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) return [];
    const comment = ts.getJSDocCommentsAndTags(node).map((c) => ts.getTextOfJSDocComment(c.comment) ?? '');
    return [entry(node.name.text, comment.join(' '), node.getText().replace(/^export /, ''))];
  });
  return ['### Values', ...values, '### Types', ...types].join('\n\n');
}

const entry = (name, comment, code) =>
  [`#### \`${name}\``, '', ...(comment ? [comment.replace(/\s+/g, ' ').trim(), ''] : []), '```ts', code, '```'].join('\n');
