/**
 * Memory stays flat over long work: what is kept belongs to one open document and goes with it. Weighed in a process of its own, as built,
 * through the public API. The first half of the work fills what is filled once (compiled code, tables); from then on nothing may be added.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
/** Bytes that the second half may add: a hundred for each of 5 000 edits, two thousand for each of 250 documents. */
const SLACK = 500_000;

function grown(work: string): { added: number; moments: readonly (readonly [number, number])[] } {
  const args = ['--expose-gc', 'test/contract/memory-child.mjs', 'dist/index.mjs', work];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const moments = JSON.parse(stdout) as [number, number][];
  const last = moments.at(-1) as [number, number];
  const middle = moments.find(([n]) => n >= last[0] / 2) as [number, number];
  return { added: last[1] - middle[1], moments };
}

describe('memory is flat', function () {
  this.timeout(0);

  for (const [work, what] of [
    ['edits', 'over 10 000 edits of one session'],
    ['documents', 'over 500 documents opened, edited and closed'],
    ['texts', 'over 500 texts read'],
  ] as const)
    it(what, () => {
      const { added, moments } = grown(work);
      assert.ok(added < SLACK, `${added} bytes more in the second half; bytes by step: ${JSON.stringify(moments)}`);
    });
});
