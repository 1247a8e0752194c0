// The screen in front of the parser: what it turns away is no proposal anywhere, and what it looks at has an end.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from '../../src/core';
import { isScreened, opening, screen } from '../../src/core/screen';

const turnsAway = (text: string): boolean => screen(text).away;
const SAMPLES = readdirSync('samples').filter((n) => n.endsWith('.md') && n !== 'README.md');
const sample = (name: string): string => readFileSync(`samples/${name}`, 'utf8');

/** A package's page as packages have it. */
const PACKAGE = [
  '# parse-things\n\nParse things from strings in the browser.\n\n## Install\n\n```sh\nnpm install --save parse-things\n```\n\n## Usage\n\n```js\nvar parse = require("parse-things");\nparse("a=1");\n```\n\n## API\n',
  ...Array.from(
    { length: 40 },
    (_, i) =>
      `### parse.option${i}(string, options, callback)\n\nReturns a string or an array of strings, see the documentation of the function. Throws if the argument is undefined.\n`,
  ),
  '## License\n\nMIT, see LICENSE.\n',
].join('\n');

describe('The screen', () => {
  for (const name of SAMPLES.filter((n) => createLinter({}).lint(sample(n)).proposal.applies))
    it(`lets ${name} through`, () => assert.equal(turnsAway(sample(name)), false));

  it('turns the page of a package away, and so does every door', () => {
    assert.equal(turnsAway(PACKAGE), true);
    const linter = createLinter({ profile: 'full' });
    assert.equal(linter.lint(PACKAGE).proposal.applies, false);
    assert.equal(linter.open(PACKAGE).result.proposal.applies, false);
  });

  it('yields to the word of the author', () => {
    const own = `---\nfast-enough: true\n---\n\n${PACKAGE}`;
    assert.equal(createLinter({}).lint(own).proposal.applies, true);
  });

  it('never turns a short text away', () => {
    const short = PACKAGE.slice(0, 900);
    assert.equal(isScreened(short), false);
    assert.equal(turnsAway(short), false);
  });

  it('reads CRLF, CR and LF alike', () => {
    for (const text of [PACKAGE, ...SAMPLES.map(sample)])
      for (const end of ['\r\n', '\r']) {
        const other = text.replace(/\r?\n/g, end);
        assert.deepEqual(opening(other), opening(text));
        assert.equal(turnsAway(other), turnsAway(text));
      }
  });

  it('looks at the first six hundred words and no further', () => {
    const words = Array.from({ length: 600 }, (_, i) => `w${i}`).join(' ');
    assert.deepEqual(opening(`${words} ${'rewrite '.repeat(10)}`), opening(words));
    assert.equal(opening(words).size, 600);
  });

  it('is not asked again while the beginning stays, and says the same where it is', () => {
    for (const text of [PACKAGE, ...SAMPLES.map(sample), PACKAGE.slice(0, 900)]) {
      let seen = screen(text);
      for (const at of [text.length, text.length >> 1, 3000, 400, 0])
        for (const insert of ['x', ' ', '\n# rewrite it in Rust\n', '\0']) {
          const edited = text.slice(0, at) + insert + text.slice(at);
          seen = screen(edited, seen);
          assert.equal(seen.away, turnsAway(edited));
        }
    }
    const first = screen(PACKAGE);
    assert.equal(screen(`${PACKAGE}!`, first), first);
  });

  it('tells the words of headings from others', () => {
    assert.deepEqual([...opening('# Use Go\n\nGo is it.\n')], ['use', '#use', 'go', '#go', 'is', 'it']);
  });

  it('answers as before, whatever it was asked in between', () => {
    const asked = [PACKAGE, sample('weak-rewrite-rfc.md'), PACKAGE, '', PACKAGE];
    assert.deepEqual(asked.map(turnsAway), [true, false, true, false, true]);
  });
});
