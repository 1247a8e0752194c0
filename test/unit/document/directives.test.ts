import { strict as assert } from 'node:assert';
import type { Doc } from '../../../src/core/document/index';
import { read } from './read';

const said = (doc: Doc): string[] =>
  doc.directives.map(
    (d) =>
      `${d.action} [${d.rules.map((rule) => doc.text.slice(rule.span.from, rule.span.to)).join(' ')}] ${d.reason} @${JSON.stringify(doc.text.slice(d.span.from, d.span.to).slice(0, 30))}`,
  );

describe('suppressions', () => {
  it('are read from comments, block and inline, and from definitions', () => {
    const doc = read(
      '<!-- fast-enough-disable-file no-slo -->',
      '',
      '# T',
      '',
      '<!-- fast-enough-disable no-slo, no-profile: measured in',
      'ADR 7: yes -->',
      '',
      'text <!-- fast-enough-disable-line --> more',
      '',
      '> a',
      '> b <!-- fast-enough-disable-next-line axis-not-named : why not -->',
      '',
      '[//]: # (fast-enough-enable no-slo)',
      '',
      'p',
      '[//]: # "fast-enough-disable x: (y)"',
      '',
      '| a |',
      '|---|',
      '| <!-- fast-enough-disable-line b --> |',
    );
    assert.deepEqual(said(doc), [
      'disable-file [no-slo]  @"<!-- fast-enough-disable-file "',
      'disable [no-slo no-profile] measured in ADR 7: yes @"<!-- fast-enough-disable no-sl"',
      'disable-line []  @"<!-- fast-enough-disable-line "',
      'disable-next-line [axis-not-named] why not @"<!-- fast-enough-disable-next-"',
      'enable [no-slo]  @"[//]: # (fast-enough-enable no"',
      'disable [x] (y) @"[//]: # \\"fast-enough-disable x"',
      'disable-line [b]  @"<!-- fast-enough-disable-line "',
    ]);
  });

  it('that are misspelt are kept as unknown', () => {
    assert.deepEqual(said(read('<!-- fast-enough-disble no-slo -->', '', '<!-- fast-enough-ignore -->')), [
      'unknown [no-slo]  @"<!-- fast-enough-disble no-slo"',
      'unknown []  @"<!-- fast-enough-ignore -->"',
    ]);
  });

  it('are not seen in code, in prose or in a comment that is about something else', () => {
    assert.deepEqual(
      said(
        read(
          '`<!-- fast-enough-disable a -->`',
          '',
          '```html',
          '<!-- fast-enough-disable a -->',
          '```',
          '',
          'fast-enough-disable a',
          '',
          '<!-- see fast-enough-disable -->',
        ),
      ),
      [],
    );
  });

  it('may stand in front matter', () => {
    const doc = read('---', 'fast-enough-disable:', '  no-slo: agreed elsewhere', '  no-profile:', '---', 'x');
    assert.deepEqual(
      doc.directives.map((d) => [d.action, d.rules.map((r) => r.id), d.reason]),
      [
        ['disable-file', ['no-slo'], 'agreed elsewhere'],
        ['disable-file', ['no-profile'], ''],
      ],
    );
    assert.equal(doc.text.slice(doc.directives[0]!.rules[0]!.span.from, doc.directives[0]!.rules[0]!.span.to), 'no-slo');
    assert.deepEqual(
      read('---', 'fast-enough-disable: [a, b]', '---').directives[0]!.rules.map((r) => r.id),
      ['a', 'b'],
    );
    assert.deepEqual(read('---', 'fast-enough-disable: true', '---').directives[0]!.rules, []);
    assert.deepEqual(read('---', 'fast-enough-disable: 7', '---').directives, []);
  });
});
