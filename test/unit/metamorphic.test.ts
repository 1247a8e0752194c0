// Metamorphic tests: they generalise past labelled documents, because only the change and its effect have to be known.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CLAIMS, EVIDENCE, PLACES, PROPOSAL } from './metamorphic-cases';
import { findingsOf, lint, rulesOf, without, withoutSection, wrapped } from './metamorphic';

const sample = (name: string): string => readFileSync(`samples/${name}.md`, 'utf8');
const STRONG = sample('strong-rewrite-rfc');
const WEAK = sample('weak-rewrite-rfc');

describe('The strong sample', () => {
  it('has no finding', () => {
    const { findings, proposal } = lint(STRONG);
    assert.equal(proposal.applies, true);
    assert.equal(proposal.kind, 'rewrite');
    assert.deepEqual(
      findings.map((f) => f.message),
      [],
    );
  });

  const PROFILE_SENTENCE = ' A profile shows that one function, the rate calculation, takes 78 % of a request.';
  const cuts: readonly (readonly [what: string, gaps: readonly string[], cut: (text: string) => string])[] = [
    [
      'its target',
      ['no-slo'],
      (t) =>
        without(
          t,
          '- p99 of `POST /quotes` stays under 300 ms at 4,200 requests per second, measured at the load balancer over 28 days.\n',
          ', which meets the target',
          ', and the error budget has been spent by the ninth day of each of the last three months',
          'What a miss costs: ',
        ),
    ],
    [
      'the consequence of a miss',
      ['slo-without-consequence'],
      (t) =>
        without(
          t,
          'What a miss costs: in the May experiment a cart page that took 400 ms longer lost 0.7 % of completed checkouts, which is about $41,000 of revenue a month.\n',
        ),
    ],
    [
      'its profile and the share of the time',
      ['no-amdahl', 'no-profile', 'no-workload-shape'],
      (t) => withoutSection(without(t, PROFILE_SENTENCE), '### Where the time goes', '### What it can bring at most'),
    ],
    ['the cheaper fixes', ['cheap-fixes-not-ruled-out'], (t) => withoutSection(t, '## What we tried first')],
    [
      'its prototype',
      ['no-prototype-delta'],
      (t) =>
        withoutSection(
          without(
            t,
            ' A prototype on recorded production traffic brings p99 from 720 ms to 214 ms, which meets the target.',
            ' 720 ms divided by 3.5 is 206 ms, close to what we measured.',
            ' The prototype runs that part 12 times as fast, so the whole request gets 1 / (0.22 + 0.78 / 12) = 3.5x faster; the ceiling, with a calculation that takes no time at all, would be 4.5x.',
            ' in the present system and at 19,000 in the prototype; both run out of CPU first',
          ),
          '### Prototype',
        ),
    ],
    ['its payback', ['no-payback'], (t) => withoutSection(t, '### Payback')],
    [
      'what waits',
      ['no-opportunity-cost'],
      (t) => withoutSection(without(t, ', and $40,000 for work that waits'), '### What waits meanwhile'),
    ],
    [
      'its shadow run',
      ['no-shadow-run'],
      (t) =>
        without(
          t,
          '1. **October, shadow run.** 5 % of production requests are mirrored to the new version for two weeks, peak included. Its quotes are compared with the old ones to the cent and are not used.\n',
          '2. **November, canary.** 1 %, 10 %, then 50 % of traffic, one week each, behind a feature flag.\n',
          ' in the shadow run',
        ),
    ],
    [
      'its kill criterion',
      ['no-kill-criterion'],
      (t) =>
        without(
          t,
          'Kill criterion: we stop, and keep the Python version, if p99 in the shadow run is above 300 ms on 15 November, or if CPU time per request falls by less than 40 %. ',
          '; below that the kill criterion applies',
        ),
    ],
    ['its revisit trigger', ['no-revisit-trigger'], (t) => withoutSection(t, '## When to look again')],
    ['the people', ['no-talent-cost'], (t) => withoutSection(t, '### People')],
    ['its load test', ['no-load-test'], (t) => withoutSection(t, '### Load test')],
  ];
  for (const [what, gaps, cut] of cuts)
    it(`without ${what} has exactly ${gaps.join(', ')}`, () => assert.deepEqual(rulesOf(cut(STRONG)), gaps));
});

/** Evidence that is not found at one place yet: gap, place and wording. */
const NOT_YET: ReadonlySet<string> = new Set(['no-kill-criterion in a section of its own 1']);

describe('A bare proposal', () => {
  const bare = rulesOf(PROPOSAL(''));

  for (const { gap, sentences } of EVIDENCE) {
    it(`lacks what ${gap} asks for`, () => assert.ok(bare.includes(gap), `findings: ${bare.join(', ')}`));

    for (const [place, put] of Object.entries(PLACES))
      for (const [i, sentence] of sentences.entries())
        (NOT_YET.has(`${gap} ${place} ${i + 1}`) ? it.skip : it)(`has it with wording ${i + 1} ${place}: ${sentence}`, () => {
          const after = rulesOf(PROPOSAL(put(sentence)));
          assert.ok(!after.includes(gap), `${gap} is still open`);
          // A target that is new may be one that nobody would miss; nothing else may come up.
          const added = after.filter((r) => !bare.includes(r) && r !== 'slo-without-consequence');
          assert.deepEqual(added, []);
        });
  }
});

describe('A claim', () => {
  for (const { rule, said, denied, about } of CLAIMS)
    describe(`${rule}: ${said}`, () => {
      const speaks = (text: string, wanted: boolean): void => {
        const rules = rulesOf(PROPOSAL(text, about));
        assert.equal(rules.includes(rule), wanted, `${text}\nfindings: ${rules.join(', ')}`);
      };
      const fires = (text: string): void => speaks(text, true);
      const silent = (text: string): void => speaks(text, false);

      it('is reported where it is a reason', () => fires(`## Rationale\n\n${said}\n`));
      it('is reported in a list', () => fires(`## Rationale\n\n- ${said}\n- It is one binary.\n`));
      for (const text of denied) it(`is silent when denied: ${text}`, () => silent(`## Rationale\n\n${text}\n`));
      it('is silent as a quotation', () =>
        silent(`## Rationale\n\n> ${said}\n\nThat is what somebody wrote in the review, and it is not why we do this.\n`));
      it('is silent under what was rejected', () =>
        silent(`## Rejected\n\n### Crystal\n\n${said.replaceAll('Rust', 'Crystal')} We rejected it all the same.\n`));
      it('is silent among references', () => silent(`## References\n\n- [${said.slice(0, -1)}](https://example.org/said)\n`));
      it('is silent in a comment and in code', () => silent(`<!-- ${said} -->\n\n\`\`\`\n${said}\n\`\`\`\n`));
    });
});

describe('Nothing changes', () => {
  const documents = { strong: STRONG, weak: WEAK, bare: PROPOSAL('') };
  const changes: Readonly<Record<string, (text: string) => string>> = {
    'with CRLF': (t) => t.replaceAll('\n', '\r\n'),
    'with lines broken at 50': (t) => wrapped(t, 50),
    'with lines broken at 80': (t) => wrapped(t, 80),
    'with another list marker': (t) => t.replace(/^(\s*)- /gm, '$1* '),
    'with more blank lines': (t) => t.replace(/\n\n/g, '\n\n\n'),
    'with white space at the end of lines': (t) => t.replace(/([a-z.])\n\n/g, '$1 \n\n'),
    'with an unrelated section at the end': (t) => `${t}\n## Naming\n\nThe repository keeps its name, and so do the packages.\n`,
    'with a comment at the end': (t) => `${t}\n<!-- Python is slow, Discord did it, we rewrite everything from scratch. -->\n`,
    'with a table of contents in front': (t) => t.replace(/\n## /, '\n- [Summary](#summary)\n- [Context](#context)\n\n## '),
    'with closed headings': (t) => t.replace(/^(#+) (.+)$/gm, '$1 $2 $1'),
    'with underlined headings': (t) => t.replace(/^## (.+)$/gm, '$1\n---'),
    'with a reference at the end': (t) =>
      `${t}\n${/^## References/m.test(t) ? '' : '## References\n\n'}- [How a fast service was rewritten from scratch](https://example.org/rewrite)\n`,
  };
  for (const [name, text] of Object.entries(documents))
    for (const [how, change] of Object.entries(changes))
      it(`in the ${name} document ${how}`, () => {
        const changed = change(text);
        if (name !== 'bare') assert.notEqual(changed, text, 'the change does nothing');
        assert.deepEqual(findingsOf(changed), findingsOf(text));
      });

  const renamed: readonly (readonly [string, string, string])[] = [
    ['weak', 'Python', 'Ruby'],
    ['weak', 'Rust', 'Zig'],
    ['weak', 'Rust', 'Kotlin'],
    ['bare', 'Rust', 'Go'],
    ['bare', 'Python', 'PHP'],
    ['strong', 'Rust', 'Zig'],
  ];
  for (const [name, from, to] of renamed)
    it(`in the ${name} document with ${to} for ${from}`, () => {
      const text = documents[name as keyof typeof documents];
      const rename = (s: string): string => s.replaceAll(from, to);
      assert.deepEqual(findingsOf(rename(text)), findingsOf(text).map(rename).sort());
    });
});
