/** The world as a command sees it, so that a test can be another one. */
import { fstatSync, writeSync } from 'node:fs';
import { OutputError, reason } from './errors';

export interface Sink {
  /**
   * Resolves once more may be written, so that a long run never piles up output in memory. Where the reader has gone (`| head`) text is dropped: the
   * run goes on for its other outputs and its status. Rejects with `OutputError` where text is lost that somebody waits for.
   */
  write(text: string): Promise<void>;
  readonly isTTY: boolean;
  /** Width in columns where it is a terminal. */
  readonly columns: number | undefined;
}

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Sink;
  readonly err: Sink;
  readonly readStdin: () => Promise<Uint8Array>;
  readonly now: () => Date;
}

interface WritableLike {
  write(text: string, done?: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What the systems say of a pipe or socket that nobody reads any more. */
const GONE: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'EOF', 'ERR_STREAM_DESTROYED']);

/** Writes all of it; `writeSync` alone may take a part and say so by its result only. */
export function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      // A full pipe that does not block: its reader is given a moment.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** A writer that stops at its first failure, and says so once unless only the reader has gone. */
export function untilItFails(name: string, write: (text: string) => void | Promise<void>): (text: string) => Promise<void> {
  let failed = false;
  return async (text) => {
    if (failed || text === '') return;
    try {
      await write(text);
    } catch (error) {
      failed = true;
      if (!GONE.has((error as NodeJS.ErrnoException).code)) throw new OutputError(name, reason(error));
    }
  };
}

function writer(fd: 1 | 2, stream: WritableLike | null): (text: string) => void | Promise<void> {
  if (stream === null) return (text) => writeAll(fd, text);
  // The failure is told by the write itself; unheard, the event would end the process.
  stream.on('error', () => undefined);
  return (text) => new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));
}

function isFileOrPipe(fd: number): boolean {
  try {
    const stat = fstatSync(fd);
    return process.platform !== 'win32' && (stat.isFile() || stat.isFIFO());
  } catch {
    return false;
  }
}

/** Files and pipes are written to directly: making a stream of them costs a start some milliseconds. */
function open(fd: 1 | 2): Sink {
  const stream = isFileOrPipe(fd) ? null : fd === 1 ? process.stdout : process.stderr;
  const write = untilItFails(fd === 1 ? 'standard output' : 'standard error', writer(fd, stream));
  return {
    // Where standard error cannot be written to, there is nowhere left to say so.
    write: fd === 1 ? write : (text) => write(text).catch(() => undefined),
    isTTY: stream?.isTTY === true,
    columns: stream?.columns,
  };
}

/** The real one. Streams are opened on first use only: a run on files never touches standard input. */
export function processIo(): Io {
  let out: Sink | undefined;
  let err: Sink | undefined;
  return {
    cwd: process.cwd(),
    env: process.env,
    get out() {
      return (out ??= open(1));
    },
    get err() {
      return (err ??= open(2));
    },
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    now: () => new Date(),
  };
}
