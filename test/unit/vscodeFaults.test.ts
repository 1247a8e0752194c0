/** What keeps the editor alive when much happens at once, without an editor: turns, scans that several wait for, and a log that says things once. */
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { InternalIssue } from '../../src/core';
import { IssueLog } from '../../src/vscode/issueLog';
import { alternatives, excluder } from '../../src/vscode/proposals/excludes';
import { Scan } from '../../src/vscode/proposals/scan';
import { Turns } from '../../src/vscode/turns';

describe('turns', () => {
  /** A clock that only work moves, and pauses that are counted. */
  const machine = (): { turns: Turns; work: (name: string, ms: number) => () => string; happened: string[] } => {
    let now = 0;
    const happened: string[] = [];
    const turns = new Turns(
      () => now,
      () => {
        happened.push('pause');
        return Promise.resolve();
      },
    );
    const work = (name: string, ms: number) => (): string => {
      now += ms;
      happened.push(name);
      return name;
    };
    return { turns, work, happened };
  };

  it('five hundred pieces of work let the host have its turn in between', async () => {
    const { turns, work, happened } = machine();
    await Promise.all(Array.from({ length: 500 }, (_, i) => turns.run(work(String(i), 4))));
    assert.equal(happened.filter((what) => what === 'pause').length, 250);
    assert.deepEqual(
      happened.filter((what) => what !== 'pause'),
      Array.from({ length: 500 }, (_, i) => String(i)),
    );
  });

  it('a single piece is done at once', () => {
    const { turns, work, happened } = machine();
    void turns.run(work('keystroke', 100));
    assert.equal(happened[0], 'keystroke');
  });

  it('what is wanted first goes before what waits', async () => {
    const { turns, work, happened } = machine();
    await Promise.all([turns.run(work('a', 9)), turns.run(work('b', 9)), turns.run(work('in sight', 9), true)]);
    assert.deepEqual(happened, ['a', 'pause', 'in sight', 'pause', 'b', 'pause']);
  });

  it('work that fails fails for the one who asked, and the rest is done', async () => {
    const { turns, work } = machine();
    const failing = turns.run(() => {
      throw new Error('no');
    });
    const next = turns.run(work('next', 1));
    await assert.rejects(failing, /no/);
    assert.equal(await next, 'next');
  });
});

describe('a scan', () => {
  class Source implements vscode.CancellationTokenSource {
    private readonly listeners = new Set<() => void>();
    readonly token = {
      isCancellationRequested: false,
      onCancellationRequested: (listener: () => void) => {
        this.listeners.add(listener);
        return { dispose: () => this.listeners.delete(listener) };
      },
    } as unknown as vscode.CancellationToken;
    cancel(): void {
      (this.token as { isCancellationRequested: boolean }).isCancellationRequested = true;
      this.listeners.forEach((listener) => listener());
    }
    dispose(): void {
      this.listeners.clear();
    }
  }
  /** A pass over ten files, one a step. */
  const scanOf = (step: (scan: Scan, file: number) => void = () => undefined): { scan: Scan; read: number[] } => {
    const read: number[] = [];
    const pass = async (scan: Scan): Promise<void> => {
      for (let file = 0; file < 10 && !scan.cancelled; file++) {
        await Promise.resolve();
        read.push(file);
        scan.progress(file + 1, 10);
        step(scan, file);
      }
    };
    return { scan: new Scan(pass, () => 3, new Source()), read };
  };

  it('is one for all who ask', async () => {
    const { scan, read } = scanOf();
    const seen: number[] = [];
    const reports = await Promise.all([scan.ask(), scan.ask(new Source().token, (done) => seen.push(done))]);
    assert.deepEqual(
      reports,
      Array.from({ length: 2 }, () => ({ files: 10, proposals: 3, cancelled: false })),
    );
    assert.equal(read.length, 10);
    assert.equal(seen.length, 10);
  });

  it('ends when the only one who waits gives up', async () => {
    const source = new Source();
    const { scan, read } = scanOf((_, file) => {
      if (file === 3) source.cancel();
    });
    assert.deepEqual(await scan.ask(source.token), { files: 4, proposals: 3, cancelled: true });
    assert.equal(read.length, 4);
  });

  it('goes on for the others when one gives up', async () => {
    const source = new Source();
    const { scan } = scanOf((_, file) => {
      if (file === 3) source.cancel();
    });
    const [patient, other] = await Promise.all([scan.ask(), scan.ask(source.token)]);
    assert.deepEqual(patient, { files: 10, proposals: 3, cancelled: false });
    assert.deepEqual(other, { files: 4, proposals: 3, cancelled: true });
  });

  it('is over before it begins for a token that was cancelled already', async () => {
    const source = new Source();
    source.cancel();
    const { scan, read } = scanOf();
    assert.equal((await scan.ask(source.token)).cancelled, true);
    assert.equal(read.length, 0);
  });

  it('begins again where the ground has moved', async () => {
    let moved = false;
    const { scan, read } = scanOf((now, file) => {
      if (file === 5 && !moved) moved = now.stale = true;
    });
    await scan.ask();
    assert.equal(read.length, 20);
    assert.equal(scan.stale, false);
  });

  it('that fails fails for all who ask', async () => {
    const { scan } = scanOf((_, file) => {
      if (file === 2) throw new Error('disk');
    });
    const asked = [scan.ask(), scan.ask(new Source().token)];
    for (const one of asked) await assert.rejects(one, /disk/);
  });
});

describe('the log of issues', () => {
  const crashed: InternalIssue = { kind: 'rule-crashed', message: 'no-slo: x is undefined' };
  const front: InternalIssue = { kind: 'front-matter', message: 'no end' };
  const logged = (use: (log: IssueLog) => void): string[] => {
    const lines: string[] = [];
    use(new IssueLog((line) => lines.push(line)));
    return lines;
  };

  it('names a crashing rule once, however often and wherever it crashes', () => {
    const lines = logged((log) => {
      for (let i = 0; i < 100; i++) {
        log.take('file:///a.md', 'a.md', [{ ...crashed, message: `no-slo: ${i}` }]);
        log.take('file:///b.md', 'b.md', [crashed]);
      }
    });
    assert.deepEqual(lines, ['a.md: rule-crashed: no-slo: 0']);
  });

  it('says what is wrong with a document once, and again when it comes back', () => {
    const lines = logged((log) => {
      for (const issues of [[front], [front], [], [front]]) log.take('file:///a.md', 'a.md', issues);
      log.forget('file:///a.md');
      log.take('file:///a.md', 'a.md', [front]);
    });
    assert.equal(lines.length, 3);
  });

  it('begins anew after a restart', () => {
    const lines = logged((log) => {
      log.take('file:///a.md', 'a.md', [crashed]);
      log.clear();
      log.take('file:///a.md', 'a.md', [crashed]);
    });
    assert.equal(lines.length, 2);
  });
});

describe('files that the settings leave out', () => {
  const left = (pattern: string, path: string): boolean => excluder([pattern])(path);

  it('are those in the folders and of the names that the patterns say', () => {
    assert.ok(left('**/node_modules', 'a/node_modules/b/readme.md'));
    assert.ok(left('**/hidden', 'scan/hidden/x.md'));
    assert.ok(left('docs/*.md', 'docs/a.md'));
    assert.ok(left('**/{out,dist}', 'a/dist/x.md'));
    assert.ok(left('./drafts/', 'drafts/a.md'));
    assert.ok(!left('**/hidden', 'scan/hiding/x.md'));
    assert.ok(!left('build', 'a/build/x.md'), 'a pattern without a star begins at the folder');
    assert.ok(!left('docs/*.md', 'docs/old/a.md'));
    assert.ok(!left('**/Hidden', 'hidden/x.md'));
    assert.ok(!excluder([])('a.md'));
  });

  it('of alternatives there are not too many, and a pattern that would cost much is left out', () => {
    assert.deepEqual(alternatives('{a,b}/{c,d}').sort(), ['a/c', 'a/d', 'b/c', 'b/d']);
    assert.ok(alternatives('{a,b}'.repeat(30)).length <= 50);
    assert.ok(!left('*a'.repeat(40), 'a'.repeat(60)));
  });
});
