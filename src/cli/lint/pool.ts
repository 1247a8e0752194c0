/** Many documents over all cores, results in the order of the inputs, memory bounded by a window of batches. */
import type { Worker as Thread } from 'node:worker_threads';
import { besideEntry } from '../companion';
import type { Input } from '../input/arguments';
import { Job, type ConfigRemark, type Door, type JobOptions, type Outcome } from './job';
import type { BatchResult } from './worker';

/** Fewer documents than this are read before a worker would have started. */
export const POOL_FROM = 400;
const BATCH = 64;
/** Batches under way or waiting for an earlier one, by worker. */
const WINDOW = 4;
/** More threads than this for a core read no faster, and each takes the memory of an engine. */
const THREADS_PER_CORE = 4;

export type Event = { readonly outcome: Outcome } | { readonly remarks: readonly ConfigRemark[] };

/** Reads inputs as they come and gives their outcomes in order. Starts workers only where there is work for them. */
export async function* runAll(inputs: AsyncIterable<Input>, options: JobOptions, door: Door = {}, jobs?: number): AsyncGenerator<Event> {
  const iterator = inputs[Symbol.asyncIterator]();
  const first: Input[] = [];
  let done = false;
  while (first.length < POOL_FROM && !done) {
    const next = await iterator.next();
    if (next.done) done = true;
    else first.push(next.value);
  }
  const threads = done || door.createLinter ? 1 : await threadsFor(jobs);
  if (threads < 2) yield* alone(first, iterator, done, options, door);
  else yield* shared(first, iterator, options, threads);
}

async function threadsFor(jobs: number | undefined): Promise<number> {
  const cores = (await import('node:os')).availableParallelism();
  return jobs === undefined ? cores : Math.min(jobs, THREADS_PER_CORE * cores);
}

async function* alone(
  first: readonly Input[],
  rest: AsyncIterator<Input>,
  done: boolean,
  options: JobOptions,
  door: Door,
): AsyncGenerator<Event> {
  const job = new Job(options, door);
  const one = async function* (input: Input): AsyncGenerator<Event> {
    const outcome = await job.run(input);
    const remarks = job.takeRemarks();
    if (remarks.length > 0) yield { remarks };
    yield { outcome };
  };
  for (const input of first) yield* one(input);
  if (done) return;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield* one(next.value);
}

async function* shared(first: Input[], rest: AsyncIterator<Input>, options: JobOptions, jobs: number): AsyncGenerator<Event> {
  // Loaded only here: threads cost a start some milliseconds.
  const { Worker } = await import('node:worker_threads');
  const results = new Map<number, BatchResult>();
  const workers: Thread[] = [];
  const idle: Thread[] = [];
  const failures: Error[] = [];
  let wake: () => void = () => undefined;
  const start = (): Thread => {
    const worker = new Worker(besideEntry('cli/worker.cjs'), { workerData: { options } });
    workers.push(worker);
    worker.on('message', (result: BatchResult) => {
      results.set(result.id, result);
      idle.push(worker);
      wake();
    });
    worker.on('error', (error) => {
      failures.push(error instanceof Error ? error : new Error(String(error)));
      wake();
    });
    return worker;
  };
  const batch = async (): Promise<Input[]> => {
    const taken = first.splice(0, BATCH);
    while (taken.length < BATCH) {
      const next = await rest.next();
      if (next.done) break;
      taken.push(next.value);
    }
    return taken;
  };
  let sent = 0;
  let given = 0;
  // A thread is started with the first batch that finds no other one idle, so there are never more of them than batches.
  const free = (): boolean => (idle.length > 0 || workers.length < jobs) && sent - given < jobs * WINDOW;
  try {
    let ended = false;
    while (!ended || given < sent) {
      while (!ended && free()) {
        const taken = await batch();
        if (taken.length === 0) ended = true;
        else (idle.shift() ?? start()).postMessage({ id: sent++, inputs: taken });
      }
      for (let ready = results.get(given); ready; ready = results.get(given)) {
        results.delete(given++);
        if (ready.remarks.length > 0) yield { remarks: ready.remarks };
        for (const outcome of ready.outcomes) yield { outcome };
      }
      if (failures[0]) throw failures[0];
      const canSend = !ended && free();
      if (given < sent && !canSend && !results.has(given)) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    await Promise.all(workers.map((w) => w.terminate()));
  }
}
