// The Q&A as a set: complete, consistent and with figures that its own formulas give.
import { strict as assert } from 'node:assert';
import { RULES } from '../../src/core';
import { CARDS, PRECEDENTS, TERMS, card, cardPage, precedents, term } from '../../src/core/cards';

describe('cards', () => {
  it('are Q1 to Q18, in order', () => {
    assert.deepEqual(
      CARDS.map((c) => c.id),
      Array.from({ length: 18 }, (_, i) => `Q${i + 1}`),
    );
  });

  it('answer in three to six sentences, one paragraph, short enough for a hover', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    for (const c of CARDS) {
      const sentences = [...segmenter.segment(c.short)].length;
      assert.ok(sentences >= 3 && sentences <= 6, `${c.id} has ${sentences} sentences`);
      assert.ok(!c.short.includes('\n'), `${c.id} has more than one paragraph`);
      assert.ok(c.short.length < 800, `${c.id} has ${c.short.length} characters`);
    }
  });

  it('relate to other cards that exist, and say why in a list of the same cards', () => {
    for (const c of CARDS) {
      const linked = [...c.body.matchAll(/^- \[(Q\d+)\]\(q(\d\d)\.md\): /gm)].map((m) => {
        assert.equal(`Q${Number(m[2])}`, m[1], `${c.id} links ${m[1]} to another card's file`);
        return m[1];
      });
      assert.deepEqual(linked, [...c.related], c.id);
      for (const q of c.related) assert.ok(q !== c.id && card(q), `${c.id} relates to ${q}`);
    }
  });

  it('name a formula exactly where they have a section for it, and show it there', () => {
    for (const c of CARDS) {
      assert.equal(c.body.includes('## The formula'), c.formula !== undefined, c.id);
      if (c.formula) assert.ok(c.body.includes(c.formula), `${c.id} does not show its formula`);
      if (c.formula) assert.ok(c.body.includes('Worked example'), `${c.id} has no worked example`);
    }
  });

  it('name rules that exist, and every rule stands on the card of its first question', () => {
    const ids = new Set(RULES.map((r) => r.id));
    for (const c of CARDS) {
      assert.ok(c.rules.length > 0, `${c.id} has no rule`);
      for (const id of c.rules) assert.ok(ids.has(id), `${c.id} names ${id}`);
    }
    for (const rule of RULES.filter((r) => r.kind !== 'meta'))
      assert.ok(card(rule.question)!.rules.includes(rule.id), `${rule.id}, ${rule.question}`);
  });

  it('become pages whose links are those of the door that shows them', () => {
    const page = cardPage(card('Q6')!, (q) => `command:open?${q}`);
    assert.ok(page.startsWith('# Q6: The Amdahl ceiling\n\n**95 % of the time'));
    assert.ok(page.includes('[Q3](command:open?Q3)'));
    assert.ok(!/\]\(q\d\d\.md\)/.test(page));
  });

  it('print the table of Q6 as Amdahl computes it', () => {
    const rows = [...card('Q6')!.body.matchAll(/^\| (\d+) % \| ([\d.]+)x \| ([\d.]+)x \|$/gm)];
    assert.equal(rows.length, 6);
    for (const [, percent, overall, ceiling] of rows) {
      const f = Number(percent) / 100;
      assert.equal(Number(overall), Number((1 / (1 - f + f / 10)).toFixed(2)));
      assert.equal(Number(ceiling), Number((1 / (1 - f)).toFixed(2)));
    }
  });
});

describe('terms', () => {
  it('point to a card and stay within three sentences', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    for (const t of TERMS) {
      assert.ok(card(t.question), `${t.id} points to ${t.question}`);
      assert.ok([...segmenter.segment(t.body)].length <= 3, `${t.id} is too long`);
      assert.ok(t.words.length > 0, `${t.id} has no spelling`);
    }
  });

  it('cover the terms of the trade that the product promises', () => {
    const promised = 'slo percentile tail-latency throughput amdahl io-bound cpu-bound n-plus-one cold-start gc-pause payback shadow-run';
    for (const id of `${promised} kill-criterion knee escape-hatch talent-cost error-budget flame-graph`.split(' '))
      assert.ok(term(id), id);
  });
});

describe('precedents', () => {
  it('are found by any name in any letter case', () => {
    assert.equal(precedents('discord').length, 2);
    assert.equal(precedents('Discord')[0]!.axis, 'tail latency');
    assert.deepEqual(precedents('a company of our own'), []);
  });

  it('cite a first-hand account over https', () => {
    for (const p of PRECEDENTS) assert.match(p.source, /^https:\/\/[^ ]+$/);
  });
});
