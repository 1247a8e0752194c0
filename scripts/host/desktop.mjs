// The desktop VS Code, for those who have one or may download one: VSCODE_EXECUTABLE names it, else @vscode/test-electron fetches it.
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { join } from 'node:path';
import { VSCODE_TEST } from './paths.mjs';
import { run, startGroup } from './processes.mjs';
import { VSCODE_VERSION } from './vscode-server.mjs';

/** The path of the desktop executable. */
export async function desktopExecutable() {
  const given = process.env.VSCODE_EXECUTABLE;
  if (given !== undefined && given !== '') return given;
  return downloadAndUnzipVSCode({ version: process.env.VSCODE_VERSION ?? VSCODE_VERSION, cachePath: join(VSCODE_TEST, 'desktop') });
}

/**
 * Installs the VSIX into the given profile and opens the folder; resolves with the exit code when the window is closed.
 * @param {{vsix: string, folder: string, file: string | undefined, userDataDir: string, extensionsDir: string, trust: boolean}} what
 */
export async function startDesktop({ vsix, folder, file, userDataDir, extensionsDir, trust }) {
  const executable = await desktopExecutable();
  const [cli = executable, ...cliArgs] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const profile = [`--user-data-dir=${userDataDir}`, `--extensions-dir=${extensionsDir}`];
  await run(cli, [...cliArgs, ...profile, '--install-extension', vsix, '--force']);
  const args = [...profile, '--new-window', '--wait', '--disable-telemetry', '--disable-updates', '--skip-welcome', '--skip-release-notes'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  if (!trust) args.push('--disable-workspace-trust');
  const { child } = startGroup(executable, [...args, folder, ...(file === undefined ? [] : ['--goto', file])], { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
