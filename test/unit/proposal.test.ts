/** Whether a document is a proposal must not depend on its template, on the names in it, or on what stands around the argument. */
import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import { bothOf } from '../../src/core/proposal/judge';
import type { LintResult, Proposal } from '../../src/core/types';

const full = createLinter({ profile: 'full' });
const essential = createLinter({ profile: 'essential' });
const proposalOf = (text: string): Proposal => full.lint(text).proposal;
const words = (r: LintResult, span: { readonly from: number; readonly to: number }): string => r.text.slice(span.from, span.to);

/** One argument in the templates that people use. */
const TEMPLATES: Readonly<Record<string, string>> = {
  Nygard: `# 12. Rewrite the search service in Go

## Status

Accepted

## Context

The search service is written in Ruby. Requests are slow, and the latency grows with every customer.

## Decision

We will rewrite the search service in Go, because Go is fast.

## Consequences

Requests get faster.
`,
  MADR: `---
status: proposed
date: 2027-03-01
---

# Rewrite the search service in Go

## Context and Problem Statement

The search service is written in Ruby, and requests are slow.

## Decision Drivers

* Latency

## Considered Options

* Keep Ruby
* Go

## Decision Outcome

Chosen option: "Go", because it is faster.

## Pros and Cons of the Options

### Keep Ruby

* Good, because nothing moves
* Bad, because it is slow

### Go

* Good, because it is fast
`,
  'Y-statement': `# Search in Go

In the context of the search service, facing slow requests in Ruby, we decided to rewrite it in Go and neglected to keep Ruby, to achieve lower latency, accepting that two people have to learn Go.
`,
  'Rust RFC': `- Feature Name: search-in-go
- Start Date: 2027-03-01

# Summary

Rewrite the search service in Go.

# Motivation

The search service is written in Ruby, and requests are slow. Go is fast.

# Guide-level explanation

Nothing changes for callers.

# Drawbacks

Two people have to learn Go.

# Unresolved questions

None.
`,
  KEP: `# KEP-12: Rewrite the search service in Go

## Summary

We rewrite the search service from Ruby to Go.

## Motivation

Requests are slow.

### Goals

- Lower latency

### Non-Goals

- New features

## Proposal

The search service is rewritten in Go, which is faster.
`,
  'free form': `# Let's rewrite search in Go

Our search is slow. It is a Ruby service, and Ruby is slow. I propose that we rewrite it in Go: Go is fast, and requests will be faster.
`,
};

/** Templates in which the engine does not see a proposal yet: their tests are skipped while they fail. */
const PENDING: ReadonlySet<string> = new Set(['Y-statement', 'Rust RFC']);
const itIn = (template: string, title: string, check: () => void): Mocha.Test =>
  it(title, function () {
    try {
      check();
    } catch (error) {
      if (!PENDING.has(template)) throw error;
      this.skip();
    }
  });

describe('A proposal', () => {
  for (const [template, text] of Object.entries(TEMPLATES))
    describe(`in the ${template} template`, () => {
      const result = full.lint(text);
      const { proposal } = result;

      itIn(template, 'is one, from Ruby to Go', () => {
        assert.equal(proposal.applies, true);
        assert.equal(proposal.kind, 'rewrite');
        assert.deepEqual([...proposal.to], ['Go']);
      });

      itIn(template, 'says which sentences decided it', () => {
        assert.ok(proposal.reasons.some((r) => r.shows === 'performance'));
        for (const r of proposal.reasons)
          assert.ok(words(result, r.span).startsWith(r.quote.slice(0, 12)), `“${words(result, r.span)}” / “${r.quote}”`);
        assert.match(proposal.why, /^It .* argues with performance\.$/);
      });

      it('is none with the same change for other reasons', () => {
        const other = text
          .replaceAll(/(?:is |are |be )?(?:fast(?:er)?|slow(?:er)?)\b/g, 'is easy to maintain')
          .replaceAll(/,? (?:and )?the latency grows with every customer|Lower latency|\* Latency|lower latency/g, 'less work');
        assert.equal(proposalOf(other).applies, false, other);
      });

      it('is one with other names', () => {
        const renamed = proposalOf(text.replaceAll('Ruby', 'Perl').replaceAll(/\bGo\b/g, 'Kotlin'));
        assert.deepEqual({ ...renamed, to: [...renamed.to] }.to, ['Kotlin']);
        assert.equal(renamed.kind, proposal.kind);
      });
    });

  it('leaves what it rejects', () => {
    const kept = proposalOf(
      '# ADR: Keep Ruby for search\n\n## Context\n\nRuby is slow.\n\n## Considered Options\n\n* Rewrite in Go, which is fast\n* Keep Ruby\n\n## Decision Outcome\n\nWe keep Ruby and do not rewrite the service in Go.\n',
    );
    assert.equal(kept.applies, false);
  });

  it('shows the sentence that says what moves and the one that says why, none of an option that was turned down', () => {
    const { applies, reasons } = proposalOf(
      '# ADR: Image resizing\n\n## Context\n\nThe team meets on Mondays. The resizer in Node.js blocks the event loop, so p99 latency of uploads is too high.\n\n' +
        '## Rejected alternatives\n\nWe rewrite the resizer in Go, because Go is fast and needs little memory.\n\n' +
        '## Decision\n\nWe will rewrite the resizer in Rust. The old one stays in the repository for a year.\n',
    );
    assert.equal(applies, true);
    const quoted = (shows: string): string => reasons.find((r) => r.shows === shows)?.quote ?? '';
    assert.equal(quoted('change'), 'We will rewrite the resizer in Rust.');
    assert.match(quoted('performance'), /^The resizer in Node\.js blocks the event loop/);
  });

  it('needs both halves: no talk of speed makes up for a change that nobody proposes, nor a move for its reason', () => {
    const even = bothOf(1, 1);
    for (const [moves, byPerformance] of [
      [-2, 20],
      [20, -2],
    ] as const)
      assert.ok(bothOf(moves, byPerformance) < even, `${moves} ${byPerformance}`);
    assert.ok(Number.isFinite(bothOf(-600, 600)));
  });
  it('is done where its status says that it was built, and not where a part was', () => {
    const tense = (status: string): string | null => proposalOf(`Status: ${status}\n\n${TEMPLATES['free form']}`).tense;
    for (const status of ['Accepted (Implemented November 2025)', 'Implemented', 'Completed', 'Accepted, shipped in 4.2'])
      assert.equal(tense(status), 'done', status);
    for (const status of ['Proposed', 'Proposed, not implemented']) assert.equal(tense(status), 'proposed', status);
    const open = ['Partially implemented', 'Accepted, to be implemented', 'Phase 1 complete', '80 % complete', 'Accepted'];
    const base = tense('Accepted');
    assert.equal(base, 'decided');
    for (const status of open) assert.equal(tense(status), base, status);
  });
  it('is retired by its own status and not by words about others', () => {
    const body = (context: string, status = ''): string =>
      `# RFC: Rewrite the orders service in Rust\n${status}\n## Context\n\nThe orders service is written in Python. ${context}\n\n## Decision\n\nWe rewrite the service in Rust to make it faster.\n`;
    const retired = (text: string): boolean => proposalOf(text).retired;
    for (const context of [
      'The order status service rejected 2 % of requests last week.',
      'HTTP status 429 rejected clients twice.',
      'HTTP status: 429 rejected clients twice.',
    ])
      assert.equal(retired(body(context)), false, context);
    for (const status of ['Accepted. Option B was rejected.', 'Accepted. Supersedes the deprecated ADR 3.', '✅ Accepted'])
      assert.equal(retired(body('', `\n## Status\n\n${status}\n`)), false, status);
    for (const status of ['Rejected', '❌ Rejected', 'Superseded by ADR 12', 'Accepted, superseded by ADR 12'])
      assert.equal(retired(body('', `\n## Status\n\n${status}\n`)), true, status);
    for (const line of ['**Status:** Deprecated', 'Date: 2026-01-02 · Status: ❌ Rejected', 'Status Superseded'])
      assert.equal(retired(body('', `\n${line}\n`)), true, line);
  });

  it('is read in every profile, but a retired one is quiet in the essential one', () => {
    for (const status of ['superseded by ADR 13', 'deprecated', 'rejected']) {
      const text = `---\nstatus: ${status}\n---\n\n${TEMPLATES['free form']}`;
      assert.equal(proposalOf(text).retired, true, status);
      assert.ok(full.lint(text).findings.length > 0, status);
      assert.deepEqual(essential.lint(text).findings, [], status);
    }
    assert.ok(essential.lint(TEMPLATES['free form'] ?? '').findings.length > 0);
  });

  it('is what its document says it is', () => {
    const text = TEMPLATES['Nygard'] ?? '';
    assert.equal(proposalOf(`---\nfast-enough: false\n---\n\n${text}`).applies, false);
    assert.equal(proposalOf('---\nfast-enough: true\n---\n\n# Notes\n').applies, true);
    assert.equal(full.lint(text, { applies: false }).proposal.applies, false);
    assert.match(proposalOf('---\nfast-enough: true\n---\n\n# Notes\n').why, /Set by the document or the configuration/);
    // The document speaks before whoever opened it.
    assert.equal(full.lint(`---\nfast-enough: false\n---\n\n${text}`, { applies: true }).proposal.applies, false);
  });

  it('tells why it is none', () => {
    assert.equal(
      proposalOf('# The importer\n\nThe importer is slow. We add an index.\n').why,
      'Nothing moves or is chosen on grounds of performance.',
    );
    assert.equal(proposalOf('# The importer\n\nThe importer is slow.\n\nIt is written in Go.\n').applies, false);
  });
});
