import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureProgram } from './support/apt';

const root = path.join(import.meta.dirname, '../..');

interface Seen {
  readonly error?: string;
  readonly first: string[];
  readonly word: string;
  readonly hover: string;
  readonly emptyStillFlagged: boolean;
  readonly last: string[];
}

describe('Neovim, a client of somebody else', () => {
  it('shows the findings of the weak sample, hovers, takes the SLO fix and sees the finding go once a number is typed', function () {
    this.timeout(240_000);
    if (!ensureProgram('nvim', 'neovim')) {
      assert.ok(!process.env['CI'], 'Neovim could not be installed');
      this.skip(); // No Neovim here and no right to install it.
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'fast-enough-nvim-'));
    try {
      const file = path.join(folder, 'rfc.md');
      copyFileSync(path.join(root, 'samples/weak-rewrite-rfc.md'), file);
      const out = path.join(folder, 'seen.json');
      const env = {
        ...process.env,
        FE_OUT: out,
        FE_FILE: file,
        FE_NODE: process.execPath,
        FE_CLI: path.join(root, 'dist/cli.cjs'),
        XDG_CONFIG_HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_STATE_HOME: folder,
        XDG_CACHE_HOME: folder,
      };
      const script = path.join(import.meta.dirname, 'support/session.lua');
      const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`], {
        cwd: folder,
        env,
        encoding: 'utf8',
        timeout: 90_000,
      });
      assert.ok(existsSync(out), `Neovim said nothing: ${run.stderr}`);
      const seen = JSON.parse(readFileSync(out, 'utf8')) as Seen;
      assert.equal(seen.error, undefined);
      for (const rule of ['no-slo', 'company-did-it', 'claim-above-ceiling', 'whole-service-rewrite'])
        assert.ok(seen.first.includes(rule), `${rule} in ${seen.first.join(' ')}`);
      assert.equal(seen.word, 'Discord', 'the range is the word');
      assert.match(seen.hover, /1\.05/);
      assert.equal(seen.emptyStillFlagged, true, 'an empty template is no evidence');
      assert.deepEqual([seen.last.includes('no-slo'), seen.last.includes('company-did-it')], [false, true]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
