// Progress that a person sees at once: a running clock on a terminal, one line per step elsewhere.

const live = process.stderr.isTTY === true && !process.env.CI;

/**
 * Shows `label` while `work` runs, then how long it took.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const draw = () => process.stderr.write(`\r${label} ... ${seconds()} `);
  const timer = live ? setInterval(draw, 200) : undefined;
  if (live) draw();
  else process.stderr.write(`${label} ...\n`);
  try {
    const result = await work();
    process.stderr.write(live ? `\r${label}: ${seconds()}      \n` : `${label}: ${seconds()}\n`);
    return result;
  } catch (error) {
    process.stderr.write(live ? `\r${label}: failed after ${seconds()}\n` : `${label}: failed after ${seconds()}\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Ends a command with a message for people instead of a stack trace; `DEBUG=1` shows the stack. */
export function fail(/** @type {unknown} */ error) {
  const shown = error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error);
  process.stderr.write(`\n${shown}\n`);
  process.exit(1);
}
