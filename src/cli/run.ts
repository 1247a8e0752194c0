/** Arguments to exit status. Everything that can go wrong for a caller ends here, as one clear line and status 2. */
import { CommanderError, type Command } from 'commander';
import { EXIT, InputError } from './errors';
import type { Io } from './io';
import type { Door } from './lint/job';
import { plain, plainLines } from './output/terminal';
import { program } from './program';

/** `argv` without the interpreter and the script. */
export async function run(argv: readonly string[], io: Io, door: Door = {}): Promise<number> {
  let status: number = EXIT.clean;
  const writes: Promise<void>[] = [];
  const root = program(io, door, (s) => (status = s));
  const prepare = (command: Command): void => {
    command.exitOverride().configureOutput({
      writeOut: (text) => void writes.push(io.out.write(text)),
      // A message may quote an argument, and a glob of the shell may have made that of a file's name.
      writeErr: (text) => void writes.push(io.err.write(plainLines(text))),
      getOutHelpWidth: () => io.out.columns ?? 100,
      getErrHelpWidth: () => io.err.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
    command.commands.forEach(prepare);
  };
  prepare(root);
  try {
    if (argv.length === 0) root.help({ error: true });
    await root.parseAsync(argv, { from: 'user' });
    await Promise.all(writes);
  } catch (error) {
    status = await failure(error, writes, io);
  }
  return status;
}

/** What a command threw, as a status. Help and version end this way too, and their text may be what cannot be written. */
async function failure(error: unknown, writes: readonly Promise<void>[], io: Io): Promise<number> {
  if (error instanceof InputError) {
    await io.err.write(`fast-enough: ${plain(error.message)}\n`);
    return EXIT.error;
  }
  if (!(error instanceof CommanderError)) throw error;
  try {
    await Promise.all(writes);
  } catch (unwritten) {
    return failure(unwritten, [], io);
  }
  return error.exitCode === 0 ? EXIT.clean : EXIT.error;
}
