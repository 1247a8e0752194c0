// Starting programs: once with its output kept for the error message, or for long in a process group of its own.
import { spawn } from 'node:child_process';
import { onLeave } from './cleanup.mjs';

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, allowFailure?: boolean, timeout?: number}} [options]
 *   `show` lets the program write to the terminal; otherwise its output is returned, and quoted when it fails.
 * @returns {Promise<{code: number, stdout: string, stderr: string}>}
 */
export function run(command, args, { cwd, env, show = false, allowFailure = false, timeout = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !/\.exe$/i.test(command),
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
    const ended = onLeave(() => child.kill());
    const timer = timeout > 0 ? setTimeout(() => child.kill('SIGKILL'), timeout) : undefined;
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${command} could not be started: ${error.message}`));
    });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      ended();
      const code = status ?? 1;
      if (code === 0 || allowFailure) return resolve({ code, stdout, stderr });
      const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n');
      reject(new Error(`${[command, ...args].join(' ')} ended with ${signal ?? `code ${code}`}${said ? `:\n${said}` : ''}`));
    });
  });
}

/**
 * Starts a program as the leader of its own process group, so that ending it ends all that it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: process.platform !== 'win32' });
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    if (child.pid === undefined) return;
    try {
      if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
      else process.kill(-child.pid, signal);
    } catch {
      // The group is gone already, which is what was wanted.
    }
  };
  const forget = onLeave(() => end('SIGKILL'));
  /** Ends the group and resolves once its leader is gone. */
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      end('SIGTERM');
      const timer = setTimeout(() => end('SIGKILL'), 3000);
      await gone;
      clearTimeout(timer);
    }
    forget(); // Also reaps children that outlived their leader.
  };
  return { child, stop };
}

/**
 * Runs npm itself, in whatever way this process was started by it.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  const env = { ...process.env };
  // A script run by npm inherits where *its* project is; the npm started here works in another folder.
  for (const name of ['npm_config_local_prefix', 'npm_package_json', 'npm_config_global', 'INIT_CWD']) delete env[name];
  const cli = process.env.npm_execpath;
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)) return run(process.execPath, [cli, ...args], { cwd, env });
  return run('npm', args, { cwd, env });
}
