/** Entry of dist/cli.cjs. As small as can be: the code cache has to be on before the rest is read. */
import * as nodeModule from 'node:module';
import path from 'node:path';

/** A folder that belongs to the user alone; a cache of code in a shared one could be somebody else's code. */
function cacheFolder(): string | null {
  const { env } = process;
  const base =
    process.platform === 'win32'
      ? env['LOCALAPPDATA']
      : (env['XDG_CACHE_HOME'] ?? (env['HOME'] && path.join(env['HOME'], process.platform === 'darwin' ? 'Library/Caches' : '.cache')));
  return base && path.isAbsolute(base) ? path.join(base, 'fast-enough') : null;
}

/**
 * Node 22 and later keep compiled code between runs, which halves our start. On a build server every run is the first, so it would only be
 * written there and never read. NODE_DISABLE_COMPILE_CACHE turns it off, as for all of Node.
 */
function keepCompiledCode(): void {
  const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };
  const folder = process.env['CI'] ? null : cacheFolder();
  if (enableCompileCache && folder !== null) enableCompileCache(folder);
}

async function main(): Promise<void> {
  const { run, processIo } = await import('./hot');
  // Set, not called: what is still in a pipe must reach the reader.
  process.exitCode = await run(process.argv.slice(2), processIo());
}

keepCompiledCode();
main().catch((error: unknown) => {
  process.stderr.write(
    `fast-enough: internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 2;
});
