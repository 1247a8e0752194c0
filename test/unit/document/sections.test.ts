import { strict as assert } from 'node:assert';
import type { SectionRole } from '../../../src/core/document/index';
import { roleOf } from '../../../src/core/document/roles';
import { read } from './read';

describe('sections', () => {
  it('nest by level and inherit the role above, but not that of the title', () => {
    const doc = read(
      'before',
      '',
      '# Move to Rust',
      '',
      'a',
      '',
      '## Considered Options',
      '',
      'b',
      '',
      '### Go',
      '',
      '#### Pros',
      '',
      'c',
      '',
      '## Foo',
      '',
      'd',
    );
    assert.deepEqual(
      doc.sections.map((s) => [s.level, s.title, s.parent, s.ownRole, s.role, s.path.join('/')]),
      [
        [0, '', -1, 'other', 'other', ''],
        [1, 'Move to Rust', -1, 'title', 'title', 'title'],
        [2, 'Considered Options', 1, 'options', 'options', 'options'],
        [3, 'Go', 2, 'other', 'options', 'options'],
        [4, 'Pros', 3, 'pros', 'pros', 'options/pros'],
        [2, 'Foo', 1, 'other', 'other', ''],
      ],
    );
    assert.deepEqual(Array.from(doc.sectionOf), [0, 1, 1, 2, 2, 3, 4, 4, 5, 5]);
    for (const section of doc.sections) {
      assert.equal(doc.text.slice(section.span.from, section.span.to).includes(section.title), true);
      for (let b = section.firstBlock; b < section.endBlock; b++) assert.equal(doc.sectionOf[b], section.index);
    }
    assert.equal(doc.sections.at(-1)!.span.to, doc.text.length);
  });

  it('take the first heading for the title unless it is the name of a section', () => {
    const first = (...lines: string[]): string => read(...lines).sections[1]!.ownRole;
    assert.equal(first('# Why we chose Rust', '', '# Context'), 'title');
    assert.equal(first('## Rewrite in Go', '', '### Context'), 'title');
    assert.equal(first('# Summary', '', '# Motivation'), 'summary');
    assert.equal(first('## Rewrite', '', '## Context'), 'other');
  });

  const roles: Partial<Record<SectionRole, readonly string[]>> = {
    status: ['Status', '## Status'],
    summary: ['TL;DR', 'Executive Summary', 'Abstract', '🎯 Executive Summary', '1. Summary'],
    context: ['Context', 'Background', '2.1 Current Architecture', 'Current state'],
    problem: ['Context and Problem Statement', 'Problem', 'Pain Points', 'The Problem', 'Problem Analysis'],
    goals: ['Goals', 'User Stories', 'Objectives', 'Requirements'],
    'non-goals': ['Non-Goals', 'Non-goals', 'Out of Scope'],
    drivers: ['Decision Drivers', 'Evaluation Criteria', 'Decision drivers <!-- optional -->'],
    options: [
      'Considered Options',
      'Alternatives',
      'Alternatives Considered',
      'Pros and Cons of the Options',
      'Rationale and alternatives',
      'Option 2: Go',
      'Option B — stay',
      'Comparison Matrix',
    ],
    rejected: ['Rejected Alternatives', 'Why not Go?', "Why we don't use Envoy", 'Node.js (Rejected)'],
    decision: [
      'Decision',
      'Decision Outcome',
      'Proposal',
      'Recommendation',
      '✅ Final Recommendation',
      '4. Proposed changes',
      'Go (Selected)',
    ],
    rationale: ['Rationale', 'Motivation', 'Why Rust?', '3.1. 🚀 Why Rust?', 'Industry Validation'],
    pros: ['Pros', 'Advantages', 'Positive Consequences', 'Benefits of Rust', 'Expected Benefits'],
    cons: ['Cons', 'Drawbacks', 'Negative Consequences', 'Disadvantages'],
    consequences: ['Consequences', 'Trade-offs', 'Consequences for operations'],
    risks: ['Risks and Mitigations', 'Risk Assessment', 'Risks of choosing Rust'],
    plan: [
      'Migration Plan',
      'Rollout',
      'Timeline',
      'Phase 1: Core',
      'Week 3: Gradual Rollout',
      'Next Steps',
      'Future possibilities',
      'Graduation Criteria',
      'Infrastructure Needed (Optional)',
    ],
    testing: ['Test Plan', 'Validation', 'Confirmation'],
    evidence: ['Benchmarks', 'Performance', 'Load Testing Results', 'Profiling', 'Proof of Concept'],
    targets: ['Success Criteria', 'Success Metrics', 'SLOs', 'Performance Targets'],
    design: ['Design Details', 'Guide-level explanation', 'Reference-level explanation', 'Architecture'],
    references: ['References', 'Links', 'Further reading', 'More Information', 'Appendix: Alternative Scenarios', 'Table of Contents'],
    'prior-art': ['Prior art', 'Related work'],
    history: ['Changelog', 'Implementation History', 'Revision history'],
    questions: ['Unresolved questions', 'Open Questions', 'FAQ'],
    other: [
      'Uber (API Gateway)',
      'Channel references',
      'Shepherd of the Proposal',
      'Source Updates',
      'A sentence that says the plan is to test the design of all the options we have considered so far',
      '🚀',
      '',
    ],
  };
  for (const [role, titles] of Object.entries(roles)) {
    it(`names ${role}`, () => {
      for (const title of titles) assert.equal(roleOf(title.replace(/^## | <!--.*$/g, '')), role, title);
    });
  }
});
