import { strict as assert } from 'node:assert';
import { parse as parseJunit } from 'junit2json';
import { PROPOSAL } from './support/proposal';
import { world, type World } from './support/io';

const HOSTILE = 'rewrite 10x Discord \u001b[31m\u009b2J\u202e\u0007\n';
// eslint-disable-next-line no-control-regex
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

let w: World;
afterEach(() => w?.dispose());

describe('every format', () => {
  const NAME = 'evil\u001b[2J\u009b\u202e.md';
  const FORMATS = ['text', 'unix', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'];

  it('keeps control and direction characters of a document and of a file name from a terminal', async () => {
    w = world({ [NAME]: HOSTILE });
    const runs = FORMATS.map((f) => ['check', '-f', f, '.', 'no\u001b]0;x\u0007.md']);
    const more = [
      ['review', NAME],
      ['review', '-f', 'json', NAME],
      ['check', '--print-config', '-f', 'json', NAME],
      ['check', '--\u001b[2J'],
    ];
    for (const args of [...runs, ...more]) {
      const { out, err } = await w.run(args);
      assert.ok(out + err !== '');
      assert.doesNotMatch((out + err).replaceAll('\n', ''), OBEYED, args.join(' '));
    }
  });

  it('gives programs the name of a file as it is', async () => {
    w = world({ [NAME]: PROPOSAL });
    const { documents } = JSON.parse((await w.run(['check', '-f', 'json', '.'])).out) as { documents: { path: string }[] };
    assert.deepEqual(
      documents.map((d) => d.path),
      [NAME],
    );
    const junit = (await parseJunit((await w.run(['check', '-f', 'junit', '.'])).out)) as { testsuite?: { name?: string }[] };
    assert.equal(junit.testsuite?.[0]?.name, NAME.replace('\u001b', '\ufffd'));
  });
});
