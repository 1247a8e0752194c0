/** The world as a command sees it, so that a test can be another one. */

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
  readonly isTTY?: boolean;
  readonly columns?: number;
}

function sink(stream: WritableLike): Sink {
  return {
    write: (text) =>
      text === ''
        ? Promise.resolve()
        : new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve()))),
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}

/** The real one. Streams are touched on first use only: opening standard input costs time that a run on files need not pay. */
export function processIo(): Io {
  let out: Sink | undefined;
  let err: Sink | undefined;
  return {
    cwd: process.cwd(),
    env: process.env,
    get out() {
      return (out ??= sink(process.stdout));
    },
    get err() {
      return (err ??= sink(process.stderr));
    },
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    now: () => new Date(),
  };
}
