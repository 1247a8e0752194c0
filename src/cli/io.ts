/** The world as a command sees it, so that a test can be another one. */
import { fstatSync, writeSync } from 'node:fs';

export interface Sink {
  /** Resolves once more may be written, so that a long run never piles up output in memory. */
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
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Told about a pipe whose reader has gone. */
type Gone = (error: NodeJS.ErrnoException) => void;

function streamSink(stream: WritableLike, gone: Gone): Sink {
  stream.on('error', gone);
  return {
    write: (text) =>
      text === ''
        ? Promise.resolve()
        : new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve()))),
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}

/** Files and pipes are written to directly: making a stream of them costs a start some milliseconds. */
function fileSink(fd: number, gone: Gone): Sink {
  const write = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length;) {
      try {
        at += writeSync(fd, bytes, at);
      } catch (error) {
        // A full pipe that does not block: its reader is given a moment.
        if ((error as NodeJS.ErrnoException).code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        else return gone(error as NodeJS.ErrnoException);
      }
    }
  };
  return { write: async (text) => write(Buffer.from(text)), isTTY: false, columns: undefined };
}

function isFileOrPipe(fd: number): boolean {
  try {
    const stat = fstatSync(fd);
    return process.platform !== 'win32' && (stat.isFile() || stat.isFIFO());
  } catch {
    return false;
  }
}

const open = (fd: 1 | 2, gone: Gone): Sink =>
  isFileOrPipe(fd) ? fileSink(fd, gone) : streamSink(fd === 1 ? process.stdout : process.stderr, gone);

/** The real one. Streams are opened on first use only: a run on files never touches standard input. */
export function processIo(gone: Gone): Io {
  let out: Sink | undefined;
  let err: Sink | undefined;
  return {
    cwd: process.cwd(),
    env: process.env,
    get out() {
      return (out ??= open(1, gone));
    },
    get err() {
      return (err ??= open(2, gone));
    },
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    now: () => new Date(),
  };
}
