/** `fast-enough init`: a configuration file in which everything is explained and nothing is set. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_FILE_NAME, configTemplate } from '../../core/config';
import { EXIT, InputError, reason } from '../errors';
import { shownPath } from '../input/arguments';
import type { Io } from '../io';

export async function init(folder: string, options: { readonly force?: boolean; readonly stdout?: boolean }, io: Io): Promise<number> {
  if (options.stdout) {
    await io.out.write(configTemplate());
    return EXIT.clean;
  }
  const file = path.resolve(io.cwd, folder, CONFIG_FILE_NAME);
  const shown = shownPath(io.cwd, file);
  try {
    // `wx` fails where a file is, even one that appeared a moment ago.
    writeFileSync(file, configTemplate(), { flag: options.force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new InputError(`${shown} is there already; --force replaces it`);
    throw new InputError(`${shown} cannot be written: ${reason(error)}`);
  }
  await io.out.write(`Wrote ${shown}. Every value in it is commented out.\n`);
  return EXIT.clean;
}
