/** What every `check` needs, in one file of the build (scripts/build/split.mjs). Anything else is loaded by the command that wants it. */
import './commands/check';
import './output/text';

export { processIo } from './io';
export { run } from './run';
