/**
 * Reading in small portions. The extension host is one thread for all extensions: five hundred documents that are opened at once must not
 * be read in one go. What is read first is for the caller to say, for instance what the user is looking at.
 */

/** Milliseconds of reading before the host gets its turn. */
const SLICE = 8;

export class Turns {
  private readonly waiting: (() => void)[] = [];
  private used = 0;
  private running = false;

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, 0)),
  ) {}

  /**
   * Does `work` when its turn comes: at once where nothing waits. Work that does not wait for anything itself is never interrupted.
   * @param first before all that waits already.
   */
  run<T>(work: () => T, first = false): Promise<T> {
    return new Promise((resolve, reject) => {
      const job = (): void => {
        try {
          resolve(work());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      if (first) this.waiting.unshift(job);
      else this.waiting.push(job);
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    for (let job = this.waiting.shift(); job !== undefined; job = this.waiting.shift()) {
      const started = this.now();
      job();
      this.used += this.now() - started;
      if (this.used < SLICE) continue;
      await this.pause();
      this.used = 0;
    }
    this.running = false;
  }
}
