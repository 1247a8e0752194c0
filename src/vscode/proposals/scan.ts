/** One pass over the workspace, which several may wait for: it goes on while somebody wants it, and begins again where its ground has moved. */
import type * as vscode from 'vscode';

export interface ScanReport {
  readonly files: number;
  readonly proposals: number;
  readonly cancelled: boolean;
}

export type Progress = (done: number, all: number) => void;

export class Scan {
  private readonly listeners = new Set<Progress>();
  private askers = 0;
  private done = 0;
  /** Something changed that holds for files which may have been read already. */
  stale = false;

  /** Ends with the scan; fails where it fails. */
  readonly report: Promise<ScanReport>;

  /** @param pass reads everything once; called again while `stale` has been set meanwhile. */
  constructor(
    pass: (scan: Scan) => Promise<void>,
    private readonly proposals: () => number,
    private readonly source: vscode.CancellationTokenSource,
  ) {
    this.report = this.run(pass);
  }

  get cancelled(): boolean {
    return this.source.token.isCancellationRequested;
  }

  get token(): vscode.CancellationToken {
    return this.source.token;
  }

  /** Told by the pass. */
  progress(done: number, all: number): void {
    this.done = done;
    for (const listener of this.listeners) listener(done, all);
  }

  /** Waits for the scan, or until `token` is cancelled. The scan itself ends early when nobody waits for it any more. */
  ask(token?: vscode.CancellationToken, progress?: Progress): Promise<ScanReport> {
    this.askers += 1;
    if (progress) this.listeners.add(progress);
    if (!token) return this.report;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        if (progress) this.listeners.delete(progress);
        this.askers -= 1;
        if (this.askers === 0) this.source.cancel();
        else resolve({ files: this.done, proposals: this.proposals(), cancelled: true });
      };
      const subscription = token.onCancellationRequested(leave);
      if (token.isCancellationRequested) leave();
      this.report.then(resolve, reject).finally(() => subscription.dispose());
    });
  }

  private async run(pass: (scan: Scan) => Promise<void>): Promise<ScanReport> {
    // Whoever began it has asked by the time the first file is looked for.
    await Promise.resolve();
    try {
      do {
        this.stale = false;
        await pass(this);
      } while (this.stale && !this.cancelled);
      return { files: this.done, proposals: this.proposals(), cancelled: this.cancelled };
    } finally {
      this.source.dispose();
    }
  }
}
