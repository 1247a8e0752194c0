/**
 * Preloaded into a program: says at its end how much memory it held at most. Not `maxRSS` where Linux can be asked better, because that
 * figure is inherited from whoever started the program.
 */
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

function peak() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

if (isMainThread) process.once('exit', () => writeSync(2, `@@peak ${peak()}\n`));
