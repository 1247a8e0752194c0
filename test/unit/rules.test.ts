// What holds for all rules together: their ids, words, cards, fixes and files.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../src/core';
import { CARDS } from '../../src/core/cards';
import { fixIdsOf } from '../../src/core/fixes';
import type { RuleMeta } from '../../src/core/types';

const FOLDER = 'src/core/rules';
const files = readdirSync(FOLDER).filter((f) => f.endsWith('.ts'));
const source = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');
/** Sources without comments and text literals, so that prose is not taken for code. */
const code = (file: string): string =>
  source(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/[^\n]*/g, '')
    .replace(/`(?:[^`\\]|\\.)*`/g, '``')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');

const MISSION = ['no-slo', 'no-profile', 'company-did-it', 'whole-service-rewrite'];

const each = (check: (rule: RuleMeta) => void): void => {
  for (const rule of RULES) check(rule);
};

describe('Rules', () => {
  it('cover every row of the catalogue: all eighteen questions but the exemption have one', () => {
    const asked = new Set(RULES.flatMap((r) => [r.question, ...r.questions]));
    assert.deepEqual(
      CARDS.map((c) => c.id).filter((q) => !asked.has(q)),
      [],
    );
    assert.equal(RULES.length, 43);
  });

  it('name smells in kebab case, once each, in files of the same name', () => {
    each((r) => assert.match(r.id, /^[a-z]+(-[a-z]+)*$/));
    assert.deepEqual(
      RULES.map((r) => `${r.id}.ts`),
      files.filter((f) => source(f).includes('export default defineRule(')).sort(),
    );
  });

  it('belong to the questions whose cards list them', () => {
    each((r) => {
      if (r.kind === 'meta') return;
      assert.deepEqual(
        r.questions,
        CARDS.filter((c) => c.rules.includes(r.id)).map((c) => c.id),
        r.id,
      );
      assert.ok(r.questions.includes(r.question), r.id);
    });
  });

  it('are as severe as the catalogue says: four and the arithmetic warn, no rule is an error', () => {
    each((r) => {
      const wanted =
        MISSION.includes(r.id) || r.kind === 'arithmetic'
          ? 'warning'
          : r.kind === 'gap' || r.id === 'open-criteria'
            ? 'hint'
            : 'information';
      assert.equal(r.severity, wanted, r.id);
      assert.equal(r.essential, r.kind === 'gap' && !MISSION.includes(r.id) ? 'folded' : 'own', r.id);
    });
  });

  it('speak in single sentences that end in a full stop and take no side', () => {
    each((r) => {
      for (const [id, message] of Object.entries(r.messages)) {
        const plain = message.replace(/\{\w+\}/g, 'x');
        assert.match(plain, /^[A-Z“x].*\.$/, `${r.id}.${id}`);
        assert.doesNotMatch(plain, /[.!?] [A-Z]/, `${r.id}.${id} is more than one sentence`);
        assert.doesNotMatch(plain, /\b(?:do not use|don't|you should|bad idea|wrong)\b/i, `${r.id}.${id}`);
        assert.ok(plain.length <= 190, `${r.id}.${id}: ${plain.length} characters`);
      }
    });
  });

  it('explain themselves: what, why and when not', () => {
    each((r) => {
      for (const text of [r.summary, r.why, r.whenNotToUse]) assert.match(text, /^["A-Z].{20,}\.$/s, r.id);
      assert.ok(r.title.length <= 60 && !r.title.endsWith('.'), r.title);
    });
  });

  it('have short titles in lower case where they are listed in the folded hint', () => {
    each((r) => {
      if (r.essential === 'folded') assert.match(r.title, /^[a-z][a-z ]{4,30}$/, r.id);
    });
  });

  it('offer every fix that content has for them, else say why there is none', () => {
    each((r) => {
      const ids = fixIdsOf(r.id);
      if (Array.isArray(r.fixes)) assert.deepEqual(r.fixes, ids, r.id);
      else {
        assert.deepEqual(ids, [], r.id);
        assert.ok('none' in r.fixes && r.fixes.none.length > 20, r.id);
      }
    });
  });

  it('close every gap with a template', () => {
    each((r) => {
      if (r.kind === 'gap') assert.ok(fixIdsOf(r.id).length > 0, r.id);
    });
  });
});

describe('Rule files', () => {
  it('hold no regular expression', () => {
    for (const file of files) {
      assert.doesNotMatch(code(file), /\bRegExp\b|\.(?:match|matchAll|search|test|exec)\(/, file);
      assert.doesNotMatch(code(file), /(?:^|[=(,:?&|[!])\s*\/[^/\s*]/m, file);
    }
  });

  it('see no text: neither documents nor facts are imported but as types', () => {
    for (const file of files) {
      for (const [line] of source(file).matchAll(/^import .*$/gm)) {
        const from = /from '([^']+)'/.exec(line)?.[1] ?? '';
        assert.doesNotMatch(from, /document|engine|proposal|review|generated/, `${file}: ${line}`);
        if (from.includes('/facts/')) assert.match(line, /^import type /, `${file}: ${line}`);
      }
      assert.doesNotMatch(code(file), /\bdoc\.|\.text\b(?!:)/, file);
    }
  });

  it('do not import each other', () => {
    const ids = new Set<string>(RULES.map((r) => r.id));
    for (const file of files.filter((f) => f !== 'index.ts'))
      for (const [, from = ''] of source(file).matchAll(/from '\.\/([^']+)'/g)) assert.ok(!ids.has(from), `${file} imports ${from}`);
  });

  it('are short', () => {
    for (const file of files) assert.ok(source(file).split('\n').length <= 150, file);
  });
});
