/** Output that programs read: SARIF, annotations, JUnit and GitLab, each as its reader takes it. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseJunit } from 'junit2json';
import path from 'node:path';
import { messageText } from '../../src/cli/output/sarif';
import { HOSTILE, PROPOSAL } from './support/proposal';
import { world, type World } from './support/io';

let w: World;
afterEach(() => w?.dispose());

interface SarifLog {
  runs: [
    {
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations: [{ physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string }; region: Record<string, number> } }];
        partialFingerprints: Record<string, string>;
        suppressions?: { kind: string; justification?: string }[];
        relatedLocations?: unknown[];
      }[];
      tool: { driver: { rules: { id: string; help: { text: string; markdown: string }; properties: { tags: string[] } }[] } };
      invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: { message: { text: string } }[] }];
    },
  ];
}

describe('SARIF output', () => {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    formats: { uri: /^[a-z][a-z0-9+.-]*:\S+$/i, 'uri-reference': /^\S*$/, uuid: /^[0-9a-f-]{36}$/, 'date-time': /^\d{4}-\d\d-\d\dT/ },
  });
  const validate = ajv.compile(
    JSON.parse(readFileSync(path.join(import.meta.dirname, 'support/sarif-schema-2.1.0.json'), 'utf8')) as object,
  );
  const sarif = async (args: readonly string[] = []): Promise<SarifLog> => {
    const { out } = await w.run(['check', '-f', 'sarif', ...args]);
    const log = JSON.parse(out) as SarifLog;
    assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3)));
    return log;
  };

  it('is valid by the schema of OASIS, with and without findings, problems and suppressions', async () => {
    w = world({
      'a.md': PROPOSAL,
      'b.md': '# Nothing\n',
      'c [d] é.md': `${PROPOSAL}<!-- fast-enough-disable -->`,
      'h.md': HOSTILE,
      '.fastenough.yaml': 'profil: full\n',
    });
    const { runs } = await sarif(['.', 'missing.md']);
    const [run] = runs;
    assert.deepEqual(
      [...new Set(run.results.map((r) => r.locations[0].physicalLocation.artifactLocation.uri))],
      ['a.md', 'c%20%5Bd%5D%20%C3%A9.md', 'h.md'],
    );
    for (const r of run.results) assert.equal(run.tool.driver.rules[r.ruleIndex]?.id, r.ruleId);
    const silenced = run.results.filter((r) => r.suppressions);
    assert.deepEqual(
      silenced.map((r) => [r.ruleId, r.suppressions]),
      [['company-did-it', [{ kind: 'inSource', justification: 'agreed with the team' }]]],
    );
    assert.equal(run.invocations[0].executionSuccessful, false);
    assert.deepEqual(
      run.invocations[0].toolExecutionNotifications.map((n) => n.message.text),
      ['no such file or folder', 'Unknown key "profil"; did you mean "profile"?'],
    );
    await sarif(['b.md']);
  });

  it('gives places, levels and the numbers worked through', async () => {
    w = world({ 'a.md': PROPOSAL });
    const [run] = (await sarif(['a.md'])).runs;
    const claim = run.results.find((r) => r.ruleId === 'claim-above-ceiling')!;
    assert.deepEqual(claim.locations[0].physicalLocation, {
      artifactLocation: { uri: 'a.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 4, startColumn: 9, endLine: 4, endColumn: 12 },
    });
    assert.equal(claim.level, 'warning');
    assert.match(claim.message.text, /1 \/ \(1 - 0\.05\) = 1\.05/);
    assert.equal(run.results.find((r) => r.ruleId === 'company-did-it')?.relatedLocations?.length, 1);
  });

  it('keeps fingerprints when lines move, and tells findings apart', async () => {
    w = world({ 'a.md': PROPOSAL });
    const prints = async (): Promise<string[]> =>
      (await sarif(['a.md'])).runs[0].results.map((r) => `${r.ruleId} ${r.partialFingerprints['fastEnoughFinding/v1']}`);
    const before = await prints();
    w.write({ 'a.md': `---\nstatus: proposed\n---\n\n# Another title\n\nMore words.\n\n${PROPOSAL.replace('# Orders', '')}` });
    assert.deepEqual(await prints(), before);
    w.write({ 'a.md': `${PROPOSAL}\nAgain 10x.\n` });
    const twice = await prints();
    assert.equal(new Set(twice).size, twice.length);
    for (const p of before) assert.ok(twice.includes(p));
  });

  it('names the question of every rule and the command that tells more of it', async () => {
    w = world({ 'a.md': PROPOSAL });
    const { rules } = (await sarif(['a.md'])).runs[0].tool.driver;
    for (const rule of rules) {
      assert.ok(rule.help && rule.properties.tags, rule.id);
      for (const words of [rule.help.text, rule.help.markdown]) {
        assert.ok(words.includes(`fast-enough explain ${rule.id}`), rule.id);
        for (const q of rule.properties.tags.filter((t) => /^Q\d+$/.test(t)))
          assert.ok(words.includes(`fast-enough explain ${q}`), `${rule.id} ${q}`);
      }
    }
    assert.match(rules.find((r) => r.id === 'no-slo')!.help.text, /\n\nQ2: .*\? \(fast-enough explain Q2\)\n/);
  });

  it('does not let words of a proposal become links or placeholders of a message', () => {
    assert.equal(messageText('see [here](javascript:x) {0}'), 'see \\[here\\](javascript:x) {{0}}');
  });

  it('names no folder of the machine', async () => {
    w = world({ 'a.md': PROPOSAL });
    assert.ok(!(await w.run(['check', '-f', 'sarif', 'a.md'])).out.includes(w.folder));
  });
});

describe('GitHub annotations', () => {
  it('are workflow commands with the documented escaping', async () => {
    w = world({ 'a,b:c%d.md': 'rewrite SLO Discord 100%: yes\n' });
    const { out } = await w.run(['check', '-f', 'github', 'a,b:c%d.md']);
    assert.equal(
      out,
      '::warning file=a%2Cb%3Ac%25d.md,line=1,endLine=1,col=13,endColumn=20,title=company-did-it (Q6)::"Discord 100%25: y" is their workload%0Aline 1: the title\n',
    );
  });

  it('cannot be forged from within a document', async () => {
    w = world({ 'a.md': 'rewrite SLO Discord\n::error::forged\n', 'b.md': HOSTILE });
    const { out } = await w.run(['check', '-f', 'github', 'a.md', 'b.md']);
    const lines = out.trimEnd().split('\n');
    assert.ok(
      lines.every((l) => /^::(?:error|warning|notice) file=[ab]\.md,line=\d/.test(l)),
      out,
    );
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(out.replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202e]/);
  });

  it('show inputs that could not be used as errors', async () => {
    w = world({});
    assert.equal(
      (await w.run(['check', '-f', 'github', 'nope.md'])).out,
      '::error file=nope.md,title=fast-enough::no such file or folder\n',
    );
  });
});

describe('JUnit output', () => {
  it('is read by a JUnit parser with the right counts and texts', async () => {
    w = world({ 'a.md': PROPOSAL, 'b.md': 'rewrite SLO\n', 'c.md': '# no proposal\n', 'd.md': `${PROPOSAL}slow fast-enough-disable` });
    const { out } = await w.run(['check', '-f', 'junit', 'a.md', 'b.md', 'c.md', 'd.md', 'nope.md']);
    const suites = (await parseJunit(out)) as {
      testsuite?: {
        name?: string;
        tests?: number;
        failures?: number;
        errors?: number;
        skipped?: number;
        testcase?: { name?: string; failure?: { message?: string; inner?: string }[] }[];
      }[];
    };
    assert.deepEqual(
      suites.testsuite?.map((s) => [s.name, s.tests, s.failures, s.errors, s.skipped]),
      [
        ['a.md', 3, 3, 0, 0],
        ['b.md', 1, 0, 0, 0],
        ['d.md', 4, 2, 0, 1],
        ['input', 1, 0, 1, 0],
      ],
    );
    for (const s of suites.testsuite ?? []) assert.equal(s.testcase?.length, s.tests);
    const failure = suites.testsuite?.[0]?.testcase?.find((t) => t.name === 'claim-above-ceiling line 4')?.failure?.[0];
    assert.equal(failure?.message, '"10x" is above the ceiling [a](b) {0}');
    assert.match(failure?.inner ?? '', /1 \/ \(1 - 0\.05\) = 1\.05/);
  });

  it('stays XML whatever a document says', async () => {
    w = world({ 'h.md': `${HOSTILE}\ud800 \uffff` });
    const { out } = await w.run(['check', '-f', 'junit', 'h.md']);
    const suites = (await parseJunit(out)) as { testsuite?: { tests?: number }[] };
    assert.equal(suites.testsuite?.[0]?.tests, 2);
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(out, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  });
});

describe('GitLab Code Quality output', () => {
  it('has the keys that GitLab reads, and fingerprints that differ between files', async () => {
    w = world({ 'a.md': PROPOSAL, 'b.md': PROPOSAL });
    const issues = JSON.parse((await w.run(['check', '-f', 'gitlab', 'a.md', 'b.md'])).out) as Record<string, unknown>[];
    assert.equal(issues.length, 6);
    assert.equal(new Set(issues.map((i) => i['fingerprint'])).size, 6);
    for (const issue of issues) {
      assert.deepEqual(Object.keys(issue), ['description', 'check_name', 'fingerprint', 'severity', 'location']);
      assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(issue['severity'] as string));
    }
    assert.deepEqual(issues[0]?.['location'], { path: 'a.md', lines: { begin: 4, end: 4 } });
    assert.deepEqual(JSON.parse((await w.run(['check', '-f', 'gitlab', '--stdin'], { stdin: '# x\n' })).out), []);
  });
});
