import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parseConfigFile } from '../../src/core/config/parse';
import { RULES } from '../../src/core';
import { ensureProgram } from '../lsp/support/apt';
import { world, type World } from './support/io';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const fences = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((m) => m[1]!);
const ruleIds = RULES.map((r) => r.id);

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly env?: Record<string, string>;
}

/** Has findings with the linter of the built command. */
const WEAK = read('samples/weak-rewrite-rfc.md');

let w: World;
afterEach(() => w?.dispose());

describe('action.yml', () => {
  const action = parse(read('action.yml')) as {
    inputs: Record<string, { default: string }>;
    outputs: Record<string, unknown>;
    runs: { using: string; steps: Step[] };
  };
  const step = action.runs.steps.find((s) => s.id === 'check')!;

  /** Runs the step's script with a fake npx that writes down its arguments. */
  function runStep(inputs: Record<string, string>, exit = 0): { status: number | null; args: string[]; outputs: string } {
    w = world();
    mkdirSync(path.join(w.folder, 'bin'));
    const log = path.join(w.folder, 'args');
    writeFileSync(path.join(w.folder, 'bin/npx'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${log}'\ntouch fast-enough.sarif\nexit ${exit}\n`);
    chmodSync(path.join(w.folder, 'bin/npx'), 0o755);
    const env: Record<string, string> = { PATH: `${w.folder}/bin:${process.env['PATH']}`, GITHUB_OUTPUT: path.join(w.folder, 'outputs') };
    for (const [name, value] of Object.entries(step.env ?? {})) {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? '';
      assert.ok(input in action.inputs, value);
      env[name] = inputs[input] ?? action.inputs[input]!.default;
    }
    const { status } = spawnSync('bash', ['-eo', 'pipefail', '-c', step.run!], { cwd: w.folder, env });
    return { status, args: readFileSync(log, 'utf8').trimEnd().split('\n'), outputs: readFileSync(env['GITHUB_OUTPUT']!, 'utf8') };
  }

  it('is a composite action whose steps all say their shell', () => {
    assert.equal(action.runs.using, 'composite');
    for (const s of action.runs.steps) assert.ok(s.uses !== undefined || s.shell === 'bash');
  });

  it('lets no input into a script except through the environment', () => {
    for (const s of action.runs.steps) assert.doesNotMatch(s.run ?? '', /\$\{\{/);
  });

  it('passes paths, one a line, and options, whatever characters are in them', () => {
    const { status, args } = runStep({
      paths: 'docs/\nwith space/*.md\n$(touch pwned)\n',
      'changed-since': 'origin/main; touch pwned',
      profile: 'full',
      code: 'false',
    });
    assert.equal(status, 0);
    assert.deepEqual(args.slice(1), [
      'fast-enough@0.1.0',
      'check',
      '--format',
      'github',
      '--output',
      'sarif=fast-enough.sarif',
      '--fail-on=warning',
      '--profile=full',
      '--changed-since=origin/main; touch pwned',
      '--',
      'docs/',
      'with space/*.md',
      '$(touch pwned)',
    ]);
    assert.ok(!existsSync(path.join(w.folder, 'pwned')));
  });

  it('keeps the exit status for the step after the upload', () => {
    const { status, outputs } = runStep({}, 1);
    assert.deepEqual([status, outputs], [0, 'exit-status=1\nsarif-file=./fast-enough.sarif\n']);
  });

  it('names options that the command line has, and the version of the package', async () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    assert.equal(action.inputs['version']?.default, version);
    w = world();
    const { out } = await w.run(['check', '--help']);
    for (const [option] of step.run!.matchAll(/--[a-z-]{3,}/g)) if (option !== '--yes') assert.ok(out.includes(option), option);
  });
});

describe('recipes', () => {
  it('of pre-commit and GitLab are YAML with commands that exist', async () => {
    w = world();
    const { out } = await w.run(['check', '--help']);
    const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; language: string; types: string[] }[];
    const gitlab = (parse(read('docs/ci/gitlab.yml')) as Record<string, { script: string[] }>)['fast-enough']!;
    for (const command of [...hooks.map((h) => h.entry), ...gitlab.script]) {
      assert.match(command, /fast-enough(@[\d.]+)? check/);
      for (const [option] of command.matchAll(/--[a-z-]+/g)) if (option !== '--yes') assert.ok(out.includes(option), option);
    }
  });

  it('of the docs name commands and options that exist', async () => {
    w = world();
    const help = new Map<string, string>();
    for (const file of [
      'docs/CLI.md',
      'docs/CONFIGURATION.md',
      ...readdirSync(path.join(root, 'docs/ci')).map((f) => `docs/ci/${f}`),
      ...readdirSync(path.join(root, 'docs/editors')).map((f) => `docs/editors/${f}`),
    ]) {
      for (const [, command, rest] of read(file).matchAll(
        /fast-enough (check|review|explain|init|amdahl|payback|completion|lsp|mcp)\b([^`\n|]*)/g,
      )) {
        if (!help.has(command!)) help.set(command!, (await w.run([command!, '--help'])).out);
        for (const [option] of (rest ?? '').matchAll(/(?<=\s)--[a-z-]+/g))
          assert.ok(help.get(command!)!.includes(option), `${file}: ${command} ${option}`);
      }
    }
    assert.ok(help.size >= 8);
  });

  it('of configuration files are read without a problem', () => {
    const all = fences(read('docs/CONFIGURATION.md'), 'yaml').filter((f) => !f.startsWith('fast-enough-disable'));
    assert.ok(all.length > 10);
    for (const text of all) assert.deepEqual(parseConfigFile(text, 'docs/CONFIGURATION.md', ruleIds).problems, [], text);
  });

  it('of a sweep lose no shard to a broken configuration, and read nothing through a link', () => {
    const [workflow] = fences(read('docs/ci/organisation.md'), 'yaml');
    const { jobs } = parse(workflow!) as { jobs: Record<string, { if?: string; steps: Step[] }> };
    assert.equal(jobs['merge']?.if, 'always()');
    const steps = jobs['sweep']!.steps;
    assert.equal(steps.find((s) => s.uses?.startsWith('actions/upload-artifact@'))?.if, 'always()');
    w = world({
      'checkouts/o/good/a.md': WEAK,
      'checkouts/o/bad/.fastenough.yaml': 'rules: [\n',
      'checkouts/o/bad/b.md': WEAK,
      'outside.md': WEAK,
      'bin/npx': `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${path.join(root, 'dist/cli.cjs')}' "$@"\n`,
    });
    chmodSync(path.join(w.folder, 'bin/npx'), 0o755);
    symlinkSync('nowhere.md', path.join(w.folder, 'checkouts/o/good/dangling.md'));
    symlinkSync('../../../outside.md', path.join(w.folder, 'checkouts/o/good/out.md'));
    const sweep = (): SpawnSyncReturns<string> =>
      spawnSync('bash', ['-e', '-c', steps.find((s) => s.name === 'Sweep')!.run!], {
        cwd: w.folder,
        encoding: 'utf8',
        env: { ...process.env, PATH: `${path.join(w.folder, 'bin')}:${process.env['PATH']}`, SHARD: '0' },
      });
    const { status, stdout, stderr } = sweep();
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^::warning::Shard 0: [^\n]+\n$/);
    assert.match(stderr, /o\/bad\/\.fastenough\.yaml:1:9: [^\n]+\n$/);
    const sarif = readFileSync(path.join(w.folder, 'sweep-0.sarif'), 'utf8');
    for (const name of ['good/a.md', 'bad/b.md']) assert.ok(sarif.includes(name), name);
    assert.ok(!sarif.includes('out.md'));
    w.write({ 'bin/npx': '#!/bin/sh\nexit 2\n' });
    assert.equal(sweep().status, 2, 'without a report the step fails');
  });

  it('of a sweep merge SARIF logs with the line that is printed', async function () {
    if (!ensureProgram('jq')) {
      assert.ok(!process.env['CI'], 'jq could not be installed');
      this.skip(); // No jq here and no right to install it.
    }
    w = world({ 'a.md': '# T\nrewrite Discord\n', 'b.md': '# T\nrewrite 10x\n' });
    const filter = /jq -s '([^']+)'/.exec(read('docs/ci/organisation.md'))?.[1];
    assert.ok(filter);
    for (const name of ['a', 'b'])
      writeFileSync(path.join(w.folder, `${name}.sarif`), (await w.run(['check', '-f', 'sarif', `${name}.md`])).out);
    const merged = JSON.parse(execFileSync('jq', ['-s', filter, 'a.sarif', 'b.sarif'], { cwd: w.folder, encoding: 'utf8' })) as {
      version: string;
      runs: { results: unknown[] }[];
    };
    assert.deepEqual([merged.version, merged.runs.map((r) => r.results.length)], ['2.1.0', [2, 2]]);
  });
});

describe('schemas', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const output = ajv.compile(JSON.parse(read('schemas/check-output.schema.json')) as object);
  const config = ajv.compile(JSON.parse(read('schemas/fastenough.schema.json')) as object);

  it('of the JSON output hold for what the engine says of every sample, and for remarks', async () => {
    w = world({ 'x.md': '\0', '.fastenough.yaml': 'nope: 1\n' });
    for (const name of readdirSync(path.join(root, 'samples')).filter((f) => f.endsWith('.md')))
      w.write({ [name]: read(`samples/${name}`) });
    const { out } = await w.run(['check', '-f', 'json', '--profile', 'full', '.', 'missing.md'], { door: {} });
    const data = JSON.parse(out) as { documents: { findings: unknown[] }[]; problems: unknown[] };
    assert.ok(output(data), JSON.stringify(output.errors?.slice(0, 3)));
    assert.ok(data.documents.some((d) => d.findings.length > 5));
    assert.equal(data.problems.length, 3);
    const fake = JSON.parse((await w.run(['check', '-f', 'json', '.'])).out) as unknown;
    assert.ok(output(fake), JSON.stringify(output.errors?.slice(0, 3)));
  });

  it('of the configuration agree with the parser on what is right and what is wrong', () => {
    const good = [
      ...fences(read('docs/CONFIGURATION.md'), 'yaml').filter((f) => !f.startsWith('fast-enough-disable')),
      '',
      'rules:\nprofile:\n',
    ];
    const bad = [
      'profile: loud',
      'nope: 1',
      'thresholds: { knee: 2 }',
      'thresholds: { nope: 2 }',
      'root: 1',
      'rules: { no-slo: loud }',
      'phrases: [{ id: a, message: m }]',
      'phrases: [{ id: "A b", message: m, phrases: x }]',
      'phrases: [{ id: a, message: m, phrases: x, unless: { within: 2 } }]',
      'sloWords: { a: b }',
      '- a',
    ];
    for (const text of good) assert.deepEqual([config(parse(text)), parseConfigFile(text, 'x', ruleIds).problems], [true, []], text);
    for (const text of bad)
      assert.deepEqual([config(parse(text)), parseConfigFile(text, 'x', ruleIds).problems.length > 0], [false, true], text);
  });
});
