/**
 * The whole engine over many documents: what holds of every judgement holds of these. A failure prints the seed and the smallest document
 * that fast-check finds.
 */
import { deepStrictEqual, ok } from 'node:assert';
import fc from 'fast-check';
import { createLinter, type Finding, type LintResult } from '../../src/core';
import type { Span } from '../../src/core/types';
import { apply } from '../unit/fixes-helper';
import { anyDocument, cut, rangeOf } from './grammar';
import { documents, seed } from './seed';

const linter = createLinter({ profile: 'full' });

/** All that a reader can see of a judgement. */
const seen = (r: LintResult): unknown => [r.proposal, r.findings, r.evidence, r.suppressed, r.issues, r.review(), r.numberNotes()];

function whole(text: string, span: Span, what: string): void {
  ok(span.from >= 0 && span.from < span.to && span.to <= text.length, `${what}: ${span.from}..${span.to} of ${text.length}`);
  for (const at of [span.from, span.to])
    ok(
      !((text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00),
      `${what} splits a character at ${at}`,
    );
}

/** Every place that a judgement points at. */
function* places(r: LintResult): Iterable<[Span, string]> {
  for (const f of [...r.findings, ...r.suppressed.map((s) => s.finding)]) {
    yield [f.span, f.rule];
    for (const x of f.related) yield [x.span, `${f.rule}, related`];
    for (const x of f.derivation?.inputs ?? []) yield [x.span, `${f.rule}, input`];
  }
  for (const e of r.evidence) yield [e.span, e.kind];
  for (const n of r.numberNotes()) yield [n.span, n.label];
  for (const t of r.terms()) yield [t.span, 'term'];
  for (const x of r.proposal.reasons) yield [x.span, x.shows];
  for (const i of r.issues) if (i.span) yield [i.span, i.kind];
}

/** Findings by what they say and where, `\r` not counted. */
const unixed = (text: string, findings: readonly Finding[]): unknown[] => {
  const before = [0];
  for (let i = 0; i < text.length; i++) before.push((before[i] as number) + (text[i] === '\r' ? 1 : 0));
  const at = (offset: number): number => offset - (before[offset] as number);
  return findings.map((f) => [f.rule, f.messageId, f.data, at(f.span.from), at(f.span.to)]);
};

function check<T>(arbitrary: fc.Arbitrary<T>, runs: number, property: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, property), { seed, numRuns: Math.max(1, Math.round(runs)) });
}

describe(`engine, random (FUZZ_SEED=${seed} FUZZ_DOCS=${documents})`, function () {
  this.timeout(0);

  it('judges every document, points into its text, and judges it the same again', () => {
    let applied = 0;
    check(anyDocument, documents * 0.6, (text) => {
      const result = linter.lint(text);
      const crashed = result.issues.filter((issue) => issue.kind === 'rule-crashed');
      deepStrictEqual(crashed, []);
      for (const [span, what] of places(result)) whole(text, span, what);
      deepStrictEqual(seen(linter.lint(text)), seen(result));
      if (result.proposal.applies) applied++;
      else deepStrictEqual(result.findings, []);
    });
    ok(applied > documents * 0.1, `only ${applied} of the documents are proposals: the grammar misses the point`);
  });

  it('finds the same whatever ends the lines', () => {
    check(anyDocument, documents * 0.15, (text) => {
      const unix = text.replace(/\r\n?/g, '\n');
      const dos = unix.replace(/\n/g, '\r\n');
      deepStrictEqual(unixed(dos, linter.lint(dos).findings), unixed(unix, linter.lint(unix).findings));
    });
  });

  it('after any edits judges as if it read the text afresh', () => {
    check(fc.tuple(anyDocument, fc.array(cut, { minLength: 1, maxLength: 6 })), documents * 0.2, ([text, cuts]) => {
      const session = linter.open(text);
      for (const c of cuts) {
        session.edit({ ...rangeOf(session.text, c), insert: c.insert });
        deepStrictEqual(seen(session.result), seen(linter.lint(session.text)));
      }
    });
  });

  it('offers fixes that stay inside the text; a suppression silences its finding once and for all', () => {
    check(anyDocument, documents * 0.05, (text) => {
      const before = linter.lint(text);
      for (const finding of before.findings)
        for (const fix of before.fixes(finding)) {
          for (const edit of fix.edits) ok(edit.from >= 0 && edit.from <= edit.to && edit.to <= text.length, fix.id);
          const after = apply(text, fix.edits).replace('{reason}', 'agreed');
          const result = linter.lint(after);
          if (fix.applicability !== 'suppress') continue;
          const silenced = result.suppressed.filter((s) => s.finding.rule === finding.rule);
          ok(silenced.length > before.suppressed.filter((s) => s.finding.rule === finding.rule).length, `${fix.id} for ${finding.rule}`);
        }
    });
  });
});
