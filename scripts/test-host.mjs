// `node scripts/test-host.mjs node|web [path-part ...]`: the host suite inside a real VS Code, in the Node extension host or in the web-worker
// one; with parts of paths, only the test files that have one of them.
//   default              the embedded VS Code
//   VSCODE_HOST=desktop  the desktop build that @vscode/test-electron downloads
//   VSCODE_EXECUTABLE    an installed desktop VS Code
import { runTests } from '@vscode/test-electron';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { desktopExecutable } from './host/desktop.mjs';
import { underNode24 } from './host/node24.mjs';
import { OUT, ROOT } from './host/paths.mjs';
import { fail } from './host/progress.mjs';
import { build } from './host/vsix.mjs';
import { temporaryFolder } from './host/workspace.mjs';
import { bundleForHost, findTests } from './tests/bundle.mjs';
import { countLine, forgetResults, writeResults } from './tests/results.mjs';
import { globSync } from 'tinyglobby';

const SHIM = join(ROOT, 'scripts', 'host', 'vscode-shim.mjs');

/** The extension under test; FAST_ENOUGH_EXTENSION names another folder to try the machinery with. */
const EXTENSION = process.env.FAST_ENOUGH_EXTENSION ?? ROOT;

/** The files of the package, as patterns: .vscodeignore is a list of what is let in. */
const packagedFiles = () =>
  readFileSync(join(ROOT, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));

/** A copy of the extension whose manifest has no `main`, so that every VS Code runs it in the web-worker host. */
function stageWebExtension() {
  const staged = join(OUT, 'web-extension');
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  for (const path of globSync(packagedFiles(), { cwd: EXTENSION })) {
    cpSync(join(EXTENSION, path), join(staged, path), { recursive: true });
  }
  const { main: _, ...rest } = JSON.parse(readFileSync(join(EXTENSION, 'package.json'), 'utf8'));
  writeFileSync(join(staged, 'package.json'), JSON.stringify(rest, null, 2));
  return staged;
}

/** What the window opens: our samples and the suite's fixtures, copied so that tests may write. */
function fillWorkspace(/** @type {string} */ folder) {
  for (const source of ['samples', 'test/host/fixtures']) {
    if (existsSync(join(ROOT, source))) cpSync(join(ROOT, source), folder, { recursive: true });
  }
  mkdirSync(join(folder, 'links'));
  for (const [name, target] of /** @type {const} */ ([
    ['nowhere.md', 'missing.md'],
    ['itself.md', 'itself.md'],
    ['up', '..'],
  ])) {
    try {
      symlinkSync(target, join(folder, 'links', name));
    } catch {
      // Not every system lets everybody make links, and a suite without them still tests the rest.
    }
  }
  return folder;
}

/**
 * Reads the console of the window: shows the suite's own lines, takes the counts out of it, and keeps VS Code's chatter for the case that
 * the suite never reports (`DEBUG=1` shows it all).
 */
function readConsole() {
  /** @type {{counts?: import('./tests/results.mjs').Counts, chatter: string[], stream: Writable}} */
  const read = {
    chatter: [],
    stream: new Writable({
      write(chunk, _encoding, done) {
        const lines = (rest + String(chunk)).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(line);
        done();
      },
    }),
  };
  let rest = '';
  const line = (/** @type {string} */ text) => {
    const [, mark, content = ''] = /@@(results|fatal|) (.*)$/.exec(text) ?? [];
    if (mark === 'results') read.counts = JSON.parse(content);
    else if (mark === '') process.stdout.write(`${content}\n`);
    else if (process.env.DEBUG) process.stderr.write(`${text}\n`);
    else read.chatter.push(mark === 'fatal' ? JSON.parse(content) : text);
  };
  return read;
}

/** For *Extension Tests* of .vscode/launch.json: the bundle and a folder to open, without starting anything. */
async function prepareForDebugger() {
  await bundleForHost(findTests(['test/host/**/*.test.ts']), join(OUT, 'host', 'index.js'));
  fillWorkspace(join(OUT, 'host', 'workspace'));
  return true;
}

async function main() {
  const [kind, ...parts] = process.argv.slice(2);
  if (kind === 'build') return prepareForDebugger();
  if (kind !== 'node' && kind !== 'web') throw new Error('Say which extension host: `node scripts/test-host.mjs node` or `... web`.');
  const suite = `host-${kind}`;
  forgetResults(suite);
  if (!process.env.FAST_ENOUGH_BUILT) await build();
  const all = findTests(['test/host/**/*.test.ts']);
  const files = parts.length === 0 ? all : all.filter((file) => parts.some((part) => file.includes(part)));
  if (files.length === 0) throw new Error(`No test file matches ${parts.join(' ')}.`);
  const extension = kind === 'web' ? stageWebExtension() : EXTENSION;
  // VS Code runs the tests in the host of the extension that contains them.
  const bundle = kind === 'web' ? join(extension, 'test', 'index.js') : join(OUT, 'host', 'index.js');
  await bundleForHost(files, bundle);

  const desktop = process.env.VSCODE_HOST === 'desktop' || Boolean(process.env.VSCODE_EXECUTABLE);
  const profile = temporaryFolder('profile');
  const output = readConsole();
  await runTests({
    vscodeExecutablePath: desktop ? await desktopExecutable() : SHIM,
    extensionDevelopmentPath: extension,
    extensionTestsPath: bundle,
    extensionTestsEnv: { FAST_ENOUGH_HOST: kind },
    launchArgs: [
      fillWorkspace(temporaryFolder('workspace')),
      '--disable-extensions',
      `--user-data-dir=${join(profile, 'user-data')}`,
      `--extensions-dir=${join(profile, 'extensions')}`,
      ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    ],
    stdout: output.stream,
    stderr: output.stream,
  }).catch(() => undefined); // Failing tests end VS Code with an error; their counts say more.
  const { counts, chatter } = output;
  if (counts === undefined) throw new Error(`VS Code ended before the tests reported. Its last words:\n${chatter.slice(-60).join('\n')}`);
  writeResults(suite, counts);
  if (counts.passed + counts.failed === 0) process.stderr.write('No test ran, which counts as a failure.\n');
  process.stdout.write(`${suite}: ${countLine(counts)}\n`);
  return counts.failed === 0 && counts.passed > 0;
}

await underNode24(import.meta.url);
process.exit((await main().catch(fail)) ? 0 : 1);
