/** Files that lie in dist beside the entry and are no part of this graph of modules. */
import { createRequire } from 'node:module';
import path from 'node:path';

/** Our own code lies in dist/cli (scripts/build/split.mjs), so dist is one up. */
export const besideEntry = (file: string): string => path.join(__dirname, '..', file);

export function companion<T>(file: string): T {
  return createRequire(__filename)(besideEntry(file)) as T;
}
