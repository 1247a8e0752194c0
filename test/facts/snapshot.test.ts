// Findings on the labelled documents against `test/snapshots/findings.txt`. The documents are not part of the project, so this runs only where they lie.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hasCorpus, readCorpus } from '../../scripts/evaluate/corpus.mjs';
import { judgeWith } from '../../scripts/evaluate/judge.mjs';
import { snapshotOf } from '../../scripts/evaluate/snapshot.mjs';
import { lintWithCode } from '../rules/linting';

const CORPUS = path.join('..', 'shared', 'corpus', 'dev');
const SNAPSHOT = path.join('test', 'snapshots', 'findings.txt');

describe('The snapshot of findings on labelled documents', function () {
  this.timeout(60_000);

  it('is what the engine finds today', function () {
    if (!hasCorpus(CORPUS)) {
      console.log('      skipped: the labelled documents are not here (they belong to their authors and are no part of the project)');
      this.skip();
    }
    const judge = judgeWith(lintWithCode);
    const now = snapshotOf(readCorpus(CORPUS).map(({ id, text }) => ({ id, judgement: judge(text) })));
    assert.equal(
      now.trimEnd(),
      readFileSync(SNAPSHOT, 'utf8').trimEnd(),
      'The judgement has changed. If it is meant, run `npm run evaluate -- --snapshot` and read the difference before you commit it.',
    );
  });

  it('holds no words of a document', () => {
    for (const line of readFileSync(SNAPSHOT, 'utf8').split('\n').slice(1))
      assert.match(line, /^(?:|[\w.-]+ \((?:\w+), (?:\w+)\)| {2}\d+ (?:\+ )?[a-z-]+)$/, line);
  });
});
