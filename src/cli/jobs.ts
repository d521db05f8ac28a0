import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { FlagSettings } from "../config/index.ts";
import type { StackOutcome } from "../engine/index.ts";
import type { Helper, StackTask } from "../lint/index.ts";
import type { FileReaderOptions } from "./files/index.ts";
import { UsageError } from "./usage.ts";

/** What a worker thread gets: plain data. */
export interface WorkerInput {
  readonly files: FileReaderOptions;
  readonly tasks: readonly StackTask[];
  readonly flags: FlagSettings;
  readonly config: string | false | undefined;
  readonly passes: boolean;
}

/** Stacks for one worker below which starting it costs more than it gives. */
const FEWEST_STACKS = 64;
const MOST_JOBS = 64;

/** `--jobs`: how many threads; as many as there are processors when left out. */
export function parseJobs(text: string | undefined): { readonly count: number; readonly isGiven: boolean } {
  if (text === undefined) return { count: availableParallelism(), isGiven: false };
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > MOST_JOBS) {
    throw new UsageError(`--jobs takes a number from 1 to ${MOST_JOBS}, not '${text}'.`);
  }
  return { count, isGiven: true };
}

/** Worker threads as helpers. One that has too little to do, or cannot start, leaves the work to the main thread. */
export function workers(
  jobs: { readonly count: number; readonly isGiven: boolean },
  packageFolder: string,
  input: Omit<WorkerInput, "tasks">,
): readonly Helper[] {
  const script = join(packageFolder, "dist", "worker.cjs");
  const help: Helper = async (tasks) => {
    const isWorthIt = tasks.length >= (jobs.isGiven ? 1 : FEWEST_STACKS);
    return isWorthIt && existsSync(script) ? inWorker(script, { ...input, tasks }) : undefined;
  };
  return Array.from({ length: jobs.count - 1 }, () => help);
}

async function inWorker(
  script: string,
  workerData: WorkerInput,
): Promise<readonly StackOutcome[] | undefined> {
  const { Worker } = await import("node:worker_threads");
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData });
    worker.once("message", (outcomes: readonly StackOutcome[]) => resolve(outcomes));
    worker.once("error", () => resolve(undefined));
    worker.once("exit", () => resolve(undefined));
  });
}
