/** Precision and recall on the labelled snippets, printed with every miss; each snippet is a test of its own. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyse } from '../../src/code';
import { type Snippet, readSnippets } from './snippets';

const snippets = readSnippets(join(process.cwd(), 'test/code/snippets'));

interface Outcome {
  readonly hits: string[];
  readonly misses: string[];
  readonly extras: string[];
}

function judge(snippet: Snippet): Outcome {
  const { hints } = analyse(snippet.code, { language: snippet.language, ...(snippet.path ? { path: snippet.path } : {}) });
  const left = hints.map((hint) => `${hint.line}: ${hint.rule} ${hint.data['callee']}`);
  const outcome: Outcome = { hits: [], misses: [], extras: left };
  for (const { line, rule, callee } of snippet.expected) {
    const key = `${line}: ${rule} ${callee}`;
    const at = left.indexOf(key);
    if (at === -1) outcome.misses.push(key);
    else outcome.hits.push(...left.splice(at, 1));
  }
  return outcome;
}

describe('code: labelled snippets', () => {
  const outcomes = snippets.map(judge);

  it('are enough, and two thirds of them are traps', () => {
    const traps = snippets.filter((snippet) => snippet.expected.length === 0).length;
    assert.ok(snippets.length >= 120, `${snippets.length} snippets`);
    assert.ok(traps / snippets.length >= 2 / 3, `${traps} traps of ${snippets.length}`);
  });

  it('meet precision 0.95 and recall 0.9, over all and for every rule', () => {
    const rules = ['code-n-plus-one', 'code-quadratic', 'code-sync-io', 'code-microbenchmark'];
    for (const rule of [...rules, '']) {
      const count = (kind: keyof Outcome): number =>
        outcomes.reduce((sum, outcome) => sum + outcome[kind].filter((key) => key.includes(rule)).length, 0);
      const [hits, misses, extras] = [count('hits'), count('misses'), count('extras')];
      const precision = hits / (hits + extras);
      const recall = hits / (hits + misses);
      console.log(
        `      ${(rule || 'all').padEnd(20)} expected ${hits + misses}, found ${hits}, wrong ${extras}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
      );
      assert.ok(precision >= 0.95 && recall >= 0.9, `${rule || 'all'}: precision ${precision}, recall ${recall}`);
    }
  });

  snippets.forEach((snippet, index) => {
    it(`${snippet.file}: ${snippet.title}`, () => {
      const { misses, extras } = outcomes[index]!;
      assert.deepEqual({ misses, extras }, { misses: [], extras: [] });
      const { hints } = analyse(snippet.code, { language: snippet.language, ...(snippet.path ? { path: snippet.path } : {}) });
      for (const expected of snippet.expected) {
        const hint = hints.find((h) => h.line === expected.line && h.rule === expected.rule);
        if (expected.before) assert.equal(hint?.data['before'], expected.before);
        if (expected.after) assert.equal(hint?.data['after'], expected.after);
      }
    });
  });
});
