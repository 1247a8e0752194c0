// Runs every annotated text of this folder; `annotated.ts` says how they are read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { checkFacts, expectationsIn } from './annotated';
import { casesOf, type FactCase } from './cases';
import { READERS } from './readers';

const FOLDER = 'test/facts';
const PENDING = 'pending';

const files = globSync('**/*.md', { cwd: FOLDER }).sort();
const factOf = (file: string): string => path.basename(file, '.md');
const read = (file: string): FactCase[] => casesOf(readFileSync(path.join(FOLDER, file), 'utf8'), factOf(file));

describe('Facts', () => {
  describe('the reader of annotated texts', () => {
    const one = (text: string, yaml: string, fact = 'quantities'): FactCase =>
      casesOf(`\`\`\`\`md\n${text}\n\`\`\`\`\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n`, fact)[0] as FactCase;

    it('fails on a fact that is missing, on one too many, and on a wrong value', () => {
      checkFacts(one('It takes 40 ms.', '- 40 ms: { kind: time, value: 40 }'));
      assert.throws(() => checkFacts(one('It takes long.', '- 40 ms: 40')), /nothing is read at “40 ms”/);
      assert.throws(() => checkFacts(one('It takes 40 ms.', '- none')), /more is read/);
      assert.throws(() => checkFacts(one('It takes 40 ms.', '- 40 ms: 41')), /value should be 41, is 40/);
    });

    it('asks nothing of the frame', () => {
      const frame = '````md frame\nIt took 3 s.\n\n{{case}}\n\nThen 5 s.\n````\n';
      const [c] = casesOf(`${frame}\`\`\`\`md\nIt takes 40 ms.\n\`\`\`\`\n\`\`\`yaml\n- 40 ms: 40\n\`\`\`\n`, 'quantities');
      checkFacts(c as FactCase);
    });

    it('wants an expectation for every text', () => {
      assert.throws(() => casesOf('````md\na\n````\n````md\nb\n````\n', 'names'), /nothing is expected/);
      assert.throws(() => one('a\n<!-- or -->\nb', '- none'), /one entry for each/);
    });
  });

  for (const fact of Object.keys(READERS))
    it(`${fact} has its texts`, () => assert.ok(files.some((f) => read(f).some((c) => c.fact === fact))));

  it('are expected in more than 250 places', () => {
    const expectations = files.flatMap(read).reduce((n, c) => n + expectationsIn(c), 0);
    assert.ok(expectations >= 250, `${expectations} expectations`);
  });

  for (const file of files) {
    if (factOf(file) === PENDING) continue;
    describe(file, () => {
      for (const c of read(file)) it(`${c.line}: ${c.title}`, () => checkFacts(c));
    });
  }

  // Cases that a careful colleague would read otherwise than the engine does. One that has come to pass moves to the file of its fact.
  describe(PENDING, () => {
    for (const c of files.filter((f) => factOf(f) === PENDING).flatMap(read))
      it(`${c.line}: ${c.title}`, function () {
        try {
          checkFacts(c);
        } catch {
          this.skip();
        }
      });
  });
});
