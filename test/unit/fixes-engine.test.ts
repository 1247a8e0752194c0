// Fixes and engine together, on the samples and on documents of several forms: an inserted template changes no finding, a suppression
// silences exactly the one it was asked for.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter, type Finding } from '../../src/core';
import { apply } from './fixes-helper';

const linter = createLinter({ profile: 'full' });
const SAMPLES = readdirSync('samples').filter((n) => n.endsWith('.md') && n !== 'README.md');
const NYGARD =
  '# 7. Rewrite the orders service in Rust\r\n\r\n## Context\r\n\r\nPython is slow. 95 % of the time of a request is spent waiting on the database.\r\n' +
  '\r\n## Decision\r\n\r\nWe rewrite the entire orders service in Rust,\r\nbecause it is 10x faster and Discord did it.\r\n\r\n## Consequences\r\n\r\n* Much faster.\r\n';
const MADR =
  '# Rewrite search in Go\n\n## Context and Problem Statement\n\nThe search API is slow.\n\n## Considered Options\n\n* Go\n* Keep Python\n\n## Decision Outcome\n\n' +
  'Chosen option: "Go", because it is blazingly fast.\n\n| Option | Speed |\n| --- | --- |\n| Go | very fast |\n| Python | too slow |\n\n### Consequences\n\n* Good, because it scales better.\n';
const DOCUMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SAMPLES.map((n) => [`samples/${n}`, readFileSync(`samples/${n}`, 'utf8')])),
  Nygard: NYGARD,
  MADR,
};

/** Rule and words of each finding: what may not change when the text moves. */
const shape = (text: string, findings: readonly Finding[]): string[] =>
  findings.map((f) => `${f.rule}: ${text.slice(f.span.from, f.span.to).replace(/\s+/g, ' ')}`).sort();

describe('fixes in the engine', () => {
  for (const [name, text] of Object.entries(DOCUMENTS)) {
    const before = linter.lint(text);

    it(`an open template is no evidence in ${name}`, () => {
      for (const finding of before.findings)
        for (const fix of before.fixes(finding).filter((f) => f.id.startsWith('insert-'))) {
          const after = apply(text, fix.edits);
          assert.deepEqual(shape(after, linter.lint(after).findings), shape(text, before.findings), `${fix.id} for ${finding.rule}`);
        }
    });

    it(`a suppression silences the finding it was asked for, and no other, in ${name}`, () => {
      for (const finding of before.findings)
        for (const fix of before.fixes(finding).filter((f) => f.applicability === 'suppress')) {
          const after = apply(text, fix.edits).replace('{reason}', 'agreed in the review');
          const result = linter.lint(after);
          assert.ok(
            result.suppressed.some((s) => s.finding.rule === finding.rule && s.reason === 'agreed in the review'),
            `${fix.id} for ${finding.rule}`,
          );
          const left = shape(after, result.findings);
          const wanted = shape(text, before.findings);
          if (fix.id === 'suppress-file')
            assert.deepEqual(
              left,
              wanted.filter((s) => !s.startsWith(`${finding.rule}:`)),
            );
          else
            for (const other of wanted)
              if (!other.startsWith(`${finding.rule}:`)) assert.ok(left.includes(other), `${fix.id} for ${finding.rule} lost ${other}`);
        }
    });

    it(`a second use of a fix adds nothing in ${name}`, () => {
      for (const finding of before.findings)
        for (const fix of before.fixes(finding).filter((f) => f.applicability === 'template')) {
          const once = apply(text, fix.edits);
          const result = linter.lint(once);
          const same = result.findings.find((f) => f.rule === finding.rule);
          if (!same) continue;
          const again = result.fixes(same).find((f) => f.id === fix.id);
          if (fix.id.startsWith('insert-')) assert.equal(again, undefined, fix.id);
        }
    });
  }
});
