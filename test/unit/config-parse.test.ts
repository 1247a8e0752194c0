import { strict as assert } from 'node:assert';
import { configTemplate } from '../../src/core/config';
import { MAX_CONFIG_LENGTH } from '../../src/core/config/model';
import { parseConfigFile } from '../../src/core/config/parse';

const RULES = ['no-slo', 'no-profile', 'company-did-it', 'resume-driven'];
const parse = (text: string) => parseConfigFile(text, '.fastenough.yaml', RULES);
/** Problems as `severity "text they stand on": message`. */
const problems = (text: string): string[] =>
  parse(text).problems.map((p) => `${p.severity} ${JSON.stringify(text.slice(p.span.from, p.span.to))}: ${p.message}`);

describe('reading .fastenough.yaml', () => {
  it('reads every option', () => {
    const text = [
      'root: true',
      'profile: full',
      'rules:',
      '  no-slo: error',
      '  resume-driven: off',
      'include: docs/rfcs/',
      'exclude: [docs/archive/, "*.draft.md"]',
      'sloWords: [service level goal]',
      'ownCompanies:',
      '  - Example Corp',
      'languages: HouseScript',
      'profilers: []',
      'thresholds:',
      '  knee: 0.6',
      '  paybackMonths: 24',
      'phrases:',
      '  - id: cloud-scale',
      '    message: How many requests a second?',
      '    severity: hint',
      '    phrases: [cloud scale, web scale]',
      '    sections: decision',
      '    unless: { evidence: [slo], within: 3 }',
    ].join('\n');
    const { config, problems: found, root } = parse(text);
    assert.deepEqual(found, []);
    assert.equal(root, true);
    assert.deepEqual(
      { ...config, rules: { ...config.rules } },
      {
        profile: 'full',
        rules: { 'no-slo': 'error', 'resume-driven': 'off' },
        include: ['docs/rfcs/'],
        exclude: ['docs/archive/', '*.draft.md'],
        sloWords: ['service level goal'],
        ownCompanies: ['Example Corp'],
        languages: ['HouseScript'],
        profilers: [],
        thresholds: { knee: 0.6, paybackMonths: 24 },
        phrases: [
          {
            id: 'cloud-scale',
            message: 'How many requests a second?',
            severity: 'hint',
            phrases: ['cloud scale', 'web scale'],
            sections: ['decision'],
            unless: { evidence: ['slo'], within: 3 },
          },
        ],
      },
    );
  });

  it('takes an empty file, a comment and keys without a value as saying nothing', () => {
    for (const text of ['', '# nothing\n', 'rules:\nprofile:\n', 'null']) {
      const { config, problems: found } = parse(text);
      assert.deepEqual([config, found], [{}, []], JSON.stringify(text));
    }
  });

  it('names an unknown key, rule or value where it stands, with the nearest known one', () => {
    assert.deepEqual(problems('sloWord: [x]\n'), ['warning "sloWord": Unknown key "sloWord"; did you mean "sloWords"?']);
    assert.deepEqual(problems('rules:\n  no-sol: error\n'), ['warning "no-sol": Unknown rule "no-sol"; did you mean "no-slo"?']);
    assert.deepEqual(problems('profile: essentail\n'), ['error "essentail": "profile" cannot be "essentail"; did you mean "essential"?']);
    assert.deepEqual(problems('rules:\n  no-slo: loud\n'), [
      'error "loud": The severity of "no-slo" cannot be "loud"; known are "off", "hint", "information", "warning", "error"',
    ]);
    assert.deepEqual(problems('thresholds:\n  knee: 75\n'), [
      'error "75": "knee" must be a number above 0 and below 1; did you mean 0.75?',
    ]);
  });

  it('says what to write in its place, where that is one word', () => {
    const meant = (text: string): (string | undefined)[] => parse(text).problems.map((problem) => problem.meant);
    assert.deepEqual(meant('profil: full\n'), ['profile']);
    assert.deepEqual(meant('profile: "essentail"\nrules:\n  no-sol: of\n'), ['essential', 'off', 'no-slo']);
    assert.deepEqual(meant('thresholds:\n  knee: 75\n'), ['0.75']);
    assert.deepEqual(meant('rules:\n  no-slo: loud\n'), [undefined]);
    assert.deepEqual(meant('x: &a fulll\nprofile: *a\n'), [undefined, undefined], 'not where an alias stands');
  });

  it('leaves out only what cannot be used', () => {
    const { config } = parse('profile: loud\nsloWords: [ok, [nested], 7, ""]\nrules: { no-slo: warning, no-profile: 3 }\n');
    assert.equal(config.profile, undefined);
    assert.deepEqual(config.sloWords, ['ok', '7']);
    assert.deepEqual({ ...config.rules }, { 'no-slo': 'warning' });
  });

  it('says where a file is not YAML and then uses nothing of it', () => {
    const text = 'profile: full\nrules:\n  no-slo: "error\n';
    const { config, problems: found } = parse(text);
    assert.deepEqual(config, {});
    assert.equal(found[0]?.severity, 'error');
    assert.match(found[0]?.message ?? '', /^Not valid YAML: /);
    assert.ok((found[0]?.span.from ?? 0) >= text.indexOf('"error'), 'the place is where the quote was left open');
  });

  it('names a key stated twice', () => {
    assert.deepEqual(problems('profile: full\nprofile: essential\n'), [
      'warning "profile": "profile" is stated twice; the first one counts',
    ]);
    assert.equal(parse('profile: full\nprofile: essential\n').config.profile, 'full');
  });

  it('refuses phrase rules that lack a part, take a built-in id or are no id', () => {
    assert.deepEqual(problems('phrases:\n  - id: a\n    message: m\n'), [
      'error "id: a\\n    message: m\\n": A phrase rule needs "phrases"',
    ]);
    assert.deepEqual(problems('phrases: [{ id: no-slo, message: m, phrases: x }]'), [
      'error "no-slo": "no-slo" is the id of a built-in rule',
    ]);
    assert.deepEqual(problems('phrases: [{ id: "Bad Id", message: m, phrases: x }]'), [
      'error "\\"Bad Id\\"": "Bad Id" is no rule id: lower-case letters, digits and hyphens only',
    ]);
    assert.deepEqual(problems('phrases: [{ id: a, message: m, phrases: x, unless: { within: 2 } }]'), [
      'error "unless": "unless" needs "evidence", a list of kinds',
    ]);
  });

  it('refuses patterns that would be slow to match or lead out of the folder', () => {
    assert.match(problems('exclude: ["*a*a*a*a*b"]')[0] ?? '', /has more than 3 wildcards between two slashes/);
    assert.match(problems(`exclude: ["${'**/a/'.repeat(13)}"]`)[0] ?? '', /has more than 12 wildcards/);
    assert.match(problems('include: ["../secret/"]')[0] ?? '', /leads out of its folder/);
  });
});

describe('hostile .fastenough.yaml', () => {
  it('does not expand an alias bomb', () => {
    const lines = ['a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
    for (let i = 1; i < 26; i++) {
      const [name, before] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
      lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    lines.push('sloWords: *z');
    const started = performance.now();
    const { config, problems: found } = parse(lines.join('\n'));
    assert.ok(performance.now() - started < 1000, 'took as long as the text is, not as long as it expands to');
    assert.ok((config.sloWords ?? []).length <= 100);
    assert.ok(found.length > 0 && found.length <= 50);
  });

  it('cuts off thousands of aliases', () => {
    const { problems: found } = parse(`languages: [&a x${', *a'.repeat(5000)}]`);
    assert.ok(found.some((p) => p.message.startsWith('More than 100 aliases')));
  });

  it('survives nesting of any depth', () => {
    for (const text of ['['.repeat(100_000), '{a: '.repeat(50_000), `profile: ${'- '.repeat(60_000)}x`]) {
      const { config, problems: found } = parse(text);
      assert.deepEqual(config, {});
      assert.equal(found[0]?.severity, 'error');
    }
  });

  it('refuses a huge file without reading it', () => {
    const { problems: found } = parse(`# ${'x'.repeat(MAX_CONFIG_LENGTH)}`);
    assert.deepEqual(
      found.map((p) => p.message),
      ['The file is larger than 256 KB'],
    );
  });

  it('reads tens of thousands of keys in linear time', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n');
    const started = performance.now();
    parse(text);
    assert.ok(performance.now() - started < 3000);
  });

  it('gives prototype keys no power', () => {
    const text = 'rules:\n  __proto__: error\n  constructor: "off"\n  toString: warning\n__proto__: { profile: full }\n';
    const { config } = parse(text);
    assert.equal(config.profile, undefined);
    assert.equal(Object.getPrototypeOf(config.rules), null);
    assert.equal(({} as Record<string, unknown>)['profile'], undefined);
    assert.equal(config.rules?.['hasOwnProperty'], undefined);
  });

  it('shows foreign text in messages without control or bidirectional characters', () => {
    for (const message of problems('"\\u001b[31mred\\u202E": 1\n"a\\nb": 2\n')) {
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(JSON.parse(JSON.stringify(message.slice(message.indexOf(': ')))) as string, /[\u0000-\u001f\u202e]/);
    }
  });

  it('never throws and keeps every span inside the text', () => {
    const pieces = [
      'rules',
      ':',
      ' ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a',
      '*a',
      '#',
      'profile',
      'full',
      '|',
      '>',
      '\t',
      '?',
      '%YAML',
      '---',
      '!!',
      '\ud83d',
      '\0',
      '0x1',
    ];
    let seed = 20261123;
    const random = (n: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    for (let i = 0; i < 5000; i++) {
      let text = '';
      for (let k = random(30); k >= 0; k--) text += pieces[random(pieces.length)]!;
      for (const { span } of parse(text).problems) {
        assert.ok(span.from >= 0 && span.to <= text.length && span.from < span.to, `${JSON.stringify(text)} ${span.from}-${span.to}`);
      }
    }
  });
});

describe('the file that init writes', () => {
  it('changes nothing as it is, and is valid in every line once uncommented', () => {
    assert.deepEqual(parse(configTemplate()), { config: {}, problems: [], root: false, places: new Map() });
    const uncommented = configTemplate()
      .split('\n')
      .filter((line) => !/^# \S/.test(line))
      .map((line) => line.replace(/^#/, ''))
      .join('\n');
    const { problems: found, config } = parse(uncommented);
    assert.deepEqual(found, []);
    assert.deepEqual(Object.keys(config).sort(), [
      'exclude',
      'include',
      'languages',
      'ownCompanies',
      'phrases',
      'profile',
      'profilers',
      'rules',
      'sloWords',
      'thresholds',
    ]);
  });
});
