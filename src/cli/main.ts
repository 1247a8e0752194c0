/** Entry of dist/cli.cjs: a command in the main thread, a reader of documents in a worker. */
import { isMainThread, workerData } from 'node:worker_threads';

async function main(): Promise<void> {
  const { run } = await import('./run');
  const { processIo } = await import('./io');
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  // Set, not called: what is still in a pipe must reach the reader.
  process.exitCode = await run(process.argv.slice(2), processIo());
}

if (!isMainThread && (workerData as { fastEnoughWorker?: unknown } | null)?.fastEnoughWorker === true) {
  void import('./lint/worker').then((worker) => worker.serve());
} else {
  main().catch((error: unknown) => {
    process.stderr.write(
      `fast-enough: internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  });
}
