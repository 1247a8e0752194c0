import { strict as assert } from 'node:assert';
import { difference } from '../../src/lsp/documents';
import { chooseEncoding, Positions, type Encoding } from '../../src/lsp/positions';

describe('positions of the protocol', () => {
  const text = 'aé\r\n漢🚀x\rlast\n';

  it('count units of the encoding agreed on', () => {
    const at = (encoding: Encoding) => new Positions(text, encoding).position(text.indexOf('x'));
    assert.deepEqual(at('utf-16'), { line: 1, character: 3 });
    assert.deepEqual(at('utf-8'), { line: 1, character: 7 });
    assert.deepEqual(at('utf-32'), { line: 1, character: 2 });
  });

  it('go there and back for every offset that is no middle of a character', () => {
    for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
      const positions = new Positions(text, encoding);
      for (let offset = 0; offset <= text.length; offset++) {
        const middle = /[\udc00-\udfff]/.test(text[offset] ?? '') || (text[offset] === '\n' && text[offset - 1] === '\r');
        if (!middle) assert.equal(positions.offset(positions.position(offset)), offset, `${encoding} ${offset}`);
      }
    }
  });

  it('are total: past the end of a line is its end, past the last line is the end', () => {
    for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
      const positions = new Positions(text, encoding);
      assert.equal(positions.offset({ line: 0, character: 99 }), 2);
      assert.equal(positions.offset({ line: 99, character: 0 }), text.length);
      assert.equal(positions.offset({ line: 3, character: 5 }), text.length);
    }
    assert.equal(new Positions(text, 'utf-8').offset({ line: 1, character: 5 }), text.indexOf('🚀'), 'inside a character is its start');
  });

  it('use the first encoding that the client offers and we have', () => {
    assert.equal(chooseEncoding(undefined), 'utf-16');
    assert.equal(chooseEncoding([]), 'utf-16');
    assert.equal(chooseEncoding(['utf-8', 'utf-16']), 'utf-8');
    assert.equal(chooseEncoding(['utf-7', 'utf-32']), 'utf-32');
  });
});

describe('the difference of two texts', () => {
  it('is one edit that turns one into the other', () => {
    for (const [before, after] of [
      ['', 'a'],
      ['a', ''],
      ['abc', 'abxc'],
      ['aaa', 'aa'],
      ['abab', 'ab'],
      ['x🚀y', 'x🚁y'],
      ['same', 'other'],
    ] as const) {
      const c = difference(before, after)!;
      assert.equal(before.slice(0, c.from) + c.insert + before.slice(c.to), after);
    }
    assert.equal(difference('a', 'a'), null);
  });
});
