// A filled form proves what it asks for, an open one nothing, whatever words stand around the slots.
import { strict as assert } from 'node:assert';
import { parseDocument } from '../../src/core/document';
import { render } from '../../src/core/fixes/render';
import { FORM_DATA } from '../../src/generated/forms';
import { comparedPrecedents, formProofs } from '../../src/core/forms';
import { TEMPLATES } from './fixes-helper';

const SECTIONS = TEMPLATES.filter((t) => t.place === 'section');
const kinds = (text: string): string[] => [...new Set(formProofs(parseDocument(text)).map((p) => p.kind))].sort();
const proved = (heading: string): string[] =>
  [...new Set(FORM_DATA.filter((f) => f.heading === heading.toLowerCase()).map((f) => f.kind))].sort();

describe('forms', () => {
  for (const template of SECTIONS) {
    const form = render(template.body, {}).text;
    const section = (body: string): string => `# RFC\n\n## ${template.heading}\n\n${body}\n\n## Next\n\nText.\n`;

    it(`prove nothing while open: ${template.id}`, () => {
      assert.deepEqual(kinds(section(form)), []);
    });

    it(`prove what they ask for once filled: ${template.id}`, () => {
      const filled = form.replace(/\{[^{}]+\}/g, 'about 42 pickup points');
      assert.ok(proved(template.heading).length > 0);
      assert.deepEqual(kinds(section(filled)), proved(template.heading));
      assert.deepEqual(kinds(section(filled).replaceAll('\n', '\r\n')), proved(template.heading));
      assert.deepEqual(kinds(section(filled).replace(/^- /gm, '* ')), proved(template.heading));
      assert.deepEqual(kinds(section(filled).replace('## ', '### 3.1 ')), proved(template.heading));
    });

    it(`prove nothing under another heading: ${template.id}`, () => {
      const filled = form.replace(/\{[^{}]+\}/g, 'about 42 pickup points');
      assert.deepEqual(kinds(section(filled).replace(template.heading, 'Something else')), []);
    });
  }

  it('take one filled slot for what it is, and no other', () => {
    const text = (item: string): string => `## When the old version stays\n\n- Watched: \n- ${item}\n- By: \n`;
    assert.deepEqual(kinds(text('Limit: 300 ms')), ['kill-criterion']);
    assert.deepEqual(kinds(text('Limit: {we stop if the gain is below this number}')), []);
    assert.deepEqual(kinds(text('Called by: the owner')), []);
  });

  it('ask for a digit where a number is meant', () => {
    const text = (target: string): string =>
      `## Service level objective\n\n| Quantity | Today | Target |\n| --- | --- | --- |\n| p99 | 420 ms | ${target} |\n`;
    assert.deepEqual(kinds(text('250 ms')), ['slo']);
    assert.deepEqual(kinds(text('to be decided')), []);
    assert.deepEqual(kinds(text('{limit with unit}')), []);
  });

  it('quote the place', () => {
    const text = '## When to look again\n\n- On: 1 November 2027\n';
    const [proof] = formProofs(parseDocument(text));
    assert.equal(proof?.quote, 'On: 1 November 2027');
    assert.equal(text.slice(proof.span.from, proof.span.to), 'On: 1 November 2027');
  });
});

describe('a comparison with a precedent', () => {
  const body = TEMPLATES.find((t) => t.id === 'precedent')!.body;
  const compared = (text: string): string[] => [...comparedPrecedents(parseDocument(text))];

  it('counts once both axes are filled in', () => {
    const open = render(body, { company: { shown: 'Discord' }, theirAxis: { shown: 'tail latency' } }).text;
    assert.deepEqual(compared(open), []);
    assert.deepEqual(compared(open.replace('{what we are graded on}', 'tail latency')), ['discord']);
    assert.deepEqual(compared(render(body, { theirAxis: { shown: 'a' }, axis: { shown: 'b' } }).text), [], 'nobody is named');
  });
});
