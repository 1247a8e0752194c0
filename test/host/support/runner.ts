/**
 * Runs the host suite inside an extension host. The same bundle serves the Node host and the web-worker host, so mocha comes in its browser
 * build, and all that leaves the host are lines on the console: one per test, and at the end one with the counts for the script outside.
 */
import 'mocha/mocha.js';
import type Mocha from 'mocha';

/** What failed, with the stack of the test's own frames. */
function explain(error: Error | undefined): string {
  if (error === undefined) return 'no error was given';
  const frames = (error.stack ?? error.message).split('\n').map((line) => line.trim());
  // Below `callFn` there is only mocha.
  const end = frames.findIndex((line) => line.startsWith('at callFn'));
  return frames.slice(0, end < 0 ? 12 : end).join('\n      ');
}

/**
 * The prefix by which the script outside tells our lines from VS Code's own; `@@results` and `@@fatal` are for the script itself.
 */
const OURS = '@@ ';

class ConsoleReporter {
  constructor(runner: Mocha.Runner) {
    let depth = 0;
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const say = (text: string): void => print(text.replace(/^/gm, '  '.repeat(Math.max(depth, 0))));
    runner.on('suite', (suite) => {
      if (!suite.root) say(suite.title);
      depth++;
    });
    runner.on('suite end', () => void depth--);
    runner.on('retry', (test, error: Error) => say(`↻ ${test.title}, tried again after\n      ${explain(error)}`));
    runner.on('pass', (test) => {
      counts.passed++;
      say(`✔ ${test.title}${(test.duration ?? 0) > 500 ? ` (${test.duration} ms)` : ''}`);
    });
    runner.on('pending', (test) => {
      counts.skipped++;
      say(`- ${test.title}`);
    });
    runner.on('fail', (test, error: Error) => {
      counts.failed++;
      say(`✘ ${test.title}\n      ${explain(error)}`);
    });
    runner.on('end', () => write(`@@results ${JSON.stringify(counts)}`));
  }
}

const write = console.log.bind(console);
/** One console line per line of text, so that each carries the mark. */
const print = (text: string): void => {
  for (const line of text.split('\n')) write(OURS + line);
};

/**
 * @param load defines the tests (requires the test files).
 * @returns rejects when a test failed, which is how VS Code learns of it.
 */
export async function run(load: () => void): Promise<void> {
  const shown = console.log;
  // What a test itself logs is shown as well.
  console.log = (...values: unknown[]): void => print(values.map(String).join(' '));
  try {
    const failures = await runAll(load);
    if (failures > 0) throw new Error(`${failures} host tests failed.`);
  } catch (error) {
    // One line: the message for the script outside, which must not wait for a suite that could not even be loaded.
    write(`@@fatal ${JSON.stringify((error as Error).stack ?? String(error))}`);
    throw error;
  } finally {
    console.log = shown;
  }
}

function runAll(load: () => void): Promise<number> {
  const instance = mocha;
  instance.setup({
    ui: 'bdd',
    timeout: 20_000,
    slow: 2_000,
    // A whole editor on a busy machine: one more try, and the first one's error is shown.
    retries: 1,
    reporter: ConsoleReporter as unknown as Mocha.ReporterConstructor,
  });
  load();
  // Not `mocha.run` of the browser build: that one reads the address of a page, which a Node host does not have.
  const prototype = Object.getPrototypeOf(instance) as Mocha;
  return new Promise((resolve) => void prototype.run.call(instance, resolve));
}
