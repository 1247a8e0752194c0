/** The other side of `pool.ts`: reads batches of documents and sends back their outcomes. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Input } from '../input/arguments';
import { Job, type ConfigRemark, type JobOptions, type Outcome } from './job';

export interface Batch {
  readonly id: number;
  readonly inputs: readonly Input[];
}

export interface BatchResult {
  readonly id: number;
  readonly outcomes: readonly Outcome[];
  readonly remarks: readonly ConfigRemark[];
}

export function serve(): void {
  const job = new Job((workerData as { options: JobOptions }).options);
  parentPort!.on('message', (batch: Batch) => {
    void (async () => {
      const outcomes: Outcome[] = [];
      for (const input of batch.inputs) outcomes.push(await job.run(input));
      parentPort!.postMessage({ id: batch.id, outcomes, remarks: job.takeRemarks() } satisfies BatchResult);
    })();
  });
}
