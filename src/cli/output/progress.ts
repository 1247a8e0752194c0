/** A counter on the terminal for runs long enough to wonder about; silent everywhere else. */
import type { Io } from '../io';

const AFTER_MS = 600;
const EVERY_MS = 100;

export class Progress {
  private readonly started: number;
  private shown = 0;
  private done = 0;

  /** `enabled` is false where output is piped or goes to the same terminal as findings would. */
  constructor(
    private readonly io: Io,
    private readonly enabled: boolean,
  ) {
    this.started = io.now().getTime();
  }

  async step(): Promise<void> {
    this.done++;
    if (!this.enabled || this.done % 64 !== 0) return;
    const now = this.io.now().getTime();
    if (now - this.started < AFTER_MS || now - this.shown < EVERY_MS) return;
    this.shown = now;
    await this.io.err.write(`\r\x1b[2K${this.done.toLocaleString('en')} documents read`);
  }

  /** Takes the counter off the screen; anything may be written after it. */
  async clear(): Promise<void> {
    if (this.shown === 0) return;
    this.shown = 0;
    await this.io.err.write('\r\x1b[2K');
  }
}
