// What has been started must be ended, whichever way this process leaves: return, failure, Ctrl+C, a closed terminal.

/** @type {Set<() => void>} */
const steps = new Set();
let installed = false;

function runAll() {
  // Last started, first ended; one failing step must not keep the others from running.
  for (const step of [...steps].reverse()) {
    steps.delete(step);
    try {
      step();
    } catch {
      // Nothing sensible is left to do about it while leaving.
    }
  }
}

/**
 * Registers a synchronous step that is run once when the process leaves.
 * @param {() => void} step
 * @returns {() => void} runs the step now instead.
 */
export function onLeave(step) {
  if (!installed) {
    installed = true;
    process.once('exit', runAll);
    for (const [signal, code] of /** @type {const} */ ([
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ])) {
      process.once(signal, () => {
        runAll();
        process.exit(leaveCode ?? code);
      });
    }
  }
  steps.add(step);
  return () => {
    if (steps.delete(step)) step();
  };
}

/** Leaves when the parent is gone, for a program whose caller may be killed without a word. */
export function leaveWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1000).unref();
}

/** @type {number | undefined} */
let leaveCode;

/** The exit code for a signal, for programs such as `npm start` where Ctrl+C is the normal end. */
export function leaveWith(/** @type {number} */ code) {
  leaveCode = code;
}
