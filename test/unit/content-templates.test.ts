// Templates and snippets as a set: one for every gap, one source for both, and nothing in them that could pass for evidence.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { render } from '../../src/core/fixes/render';
import { TEMPLATES, expand } from './fixes-helper';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}
const SNIPPETS = JSON.parse(readFileSync('snippets/markdown.json', 'utf8')) as Record<string, Snippet>;
const snippet = (prefix: string): string => {
  const found = Object.values(SNIPPETS).find((s) => s.prefix === prefix);
  assert.ok(found, `no snippet ${prefix}`);
  return found.body.join('\n');
};

const GAPS =
  'no-slo slo-without-consequence no-workload-shape no-profile cheap-fixes-not-ruled-out no-amdahl no-opportunity-cost no-payback no-prototype-delta ' +
  'no-shadow-run no-kill-criterion axis-not-named no-talent-cost no-revisit-trigger no-load-test no-polyglot-alternative';

describe('templates', () => {
  it('exist for every gap of the catalogue', () => {
    for (const gap of GAPS.split(' '))
      assert.ok(
        TEMPLATES.some((t) => t.closes.includes(gap)),
        gap,
      );
  });

  it('have headings that differ, since a heading tells whether the section is there already', () => {
    const headings = TEMPLATES.filter((t) => t.heading).map((t) => t.heading.toLowerCase());
    assert.equal(new Set(headings).size, headings.length);
  });
});

describe('snippets', () => {
  it('hold the same sections as the quick fixes', () => {
    for (const template of TEMPLATES) {
      if (template.place !== 'section') continue;
      const name = `Fast Enough: ${template.heading}`;
      const plain = expand(SNIPPETS[name]!.body.join('\n').replace(/\$0$/, ''));
      assert.equal(plain, `## ${template.heading}\n\n${render(template.body, {}).text}\n`);
    }
  });

  it('are well-formed, with one prefix each and a last stop at the end', () => {
    const prefixes = Object.values(SNIPPETS).map((s) => s.prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const s of Object.values(SNIPPETS)) {
      assert.match(s.prefix, /^fe-[a-z-]+$/);
      assert.ok(s.description.length > 10);
      assert.match(s.body.at(-1)!, /\$0$/);
      assert.doesNotThrow(() => expand(s.body.join('\n').replace(/\$0$/, '')), s.prefix);
    }
  });

  it('have a whole rewrite RFC with a form for every gap', () => {
    const rfc = expand(snippet('fe-rfc').replace(/\$0$/, ''));
    for (const template of TEMPLATES) {
      // What a miss means is a line of the SLO form.
      if (template.place !== 'section' || template.id === 'consequence') continue;
      assert.ok(rfc.includes(`\n### ${template.heading}\n`), template.id);
    }
    assert.match(rfc, /A miss means \{what/);
  });
});
