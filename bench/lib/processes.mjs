/** Programs as a person starts them: when the first finding appears, how long all takes, how much memory at most. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PEAK = fileURLToPath(new URL('peak.cjs', import.meta.url));

/**
 * Starts a program and waits for its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: object, first?: RegExp }} [options] `first`: how the first finding looks in its output.
 * @returns {Promise<{ first: number, whole: number, output: string }>} milliseconds; `first` is NaN where nothing was found.
 */
export function start(command, args, { cwd, env = {}, first } = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let found = NaN;
    const read = (chunk) => {
      output += chunk;
      if (first !== undefined && Number.isNaN(found) && first.test(output)) found = performance.now() - began;
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    child.once('close', () => resolve({ first: found, whole: performance.now() - began, output }));
  });
}

/** The most memory that a Node program held, in bytes, as it saw itself at its end. */
export async function peakOfNode(args, options = {}) {
  const { output } = await start(process.execPath, ['--require', PEAK, ...args], options);
  const peaks = [...output.matchAll(/@@peak (\d+)/g)].map(([, bytes]) => Number(bytes));
  if (peaks.length === 0) throw new Error(`${args.join(' ')} did not end as a Node program does:\n${output.slice(-500)}`);
  return Math.max(...peaks);
}

/** The same of another program, by looking again and again while it runs; undefined where the system has no /proc. */
export function peakOf(command, args, { cwd } = {}) {
  return new Promise((resolve, reject) => {
    let most;
    const child = spawn(command, args, { cwd, stdio: 'ignore' });
    const look = () => {
      try {
        most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024 || most;
      } catch {
        // It is gone, or there is no /proc.
      }
    };
    const timer = setInterval(look, 1);
    child.once('error', reject);
    child.once('close', () => (clearInterval(timer), resolve(most)));
  });
}
