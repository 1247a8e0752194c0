/** Bundles that lie beside this one and are loaded only when asked for. */
import { createRequire } from 'node:module';
import path from 'node:path';

export function companion<T>(file: string): T {
  return createRequire(__filename)(path.join(__dirname, file)) as T;
}
