/** A world for one command: a temporary folder, captured output, a fixed clock. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Io } from '../../../src/cli/io';
import type { Door } from '../../../src/cli/lint/job';
import { run } from '../../../src/cli/run';
import { fakeLinter } from './fakeLinter';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly folder: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Runs a command with a linter whose findings the test knows. */
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  dispose(): void;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly tty?: boolean;
  readonly columns?: number;
  readonly now?: string;
  /** Working folder inside the world. */
  readonly cwd?: string;
  readonly door?: Door;
}

export function world(files: Readonly<Record<string, string | Uint8Array>> = {}): World {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fast-enough-cli-')));
  const write: World['write'] = (all) => {
    for (const [name, content] of Object.entries(all)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  };
  write(files);
  return {
    folder,
    write,
    async run(args, options = {}) {
      let out = '';
      let err = '';
      const sink = (add: (text: string) => void): Io['out'] => ({
        write: async (text) => add(text),
        isTTY: options.tty ?? false,
        columns: options.columns,
      });
      const io: Io = {
        cwd: path.join(folder, options.cwd ?? '.'),
        env: options.env ?? {},
        out: sink((t) => (out += t)),
        err: sink((t) => (err += t)),
        readStdin: async () => Buffer.from(options.stdin ?? ''),
        now: () => new Date(options.now ?? '2026-11-23T12:00:00Z'),
      };
      const status = await run(args, io, options.door ?? { createLinter: fakeLinter });
      return { status, out, err };
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
