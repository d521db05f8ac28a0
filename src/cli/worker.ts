import { parentPort, workerData } from "node:worker_threads";
import { builtInRules } from "../../rules/index.ts";
import { checkTasks } from "../lint/index.ts";
import { FileReader } from "./files/index.ts";
import type { WorkerInput } from "./jobs.ts";

/** A worker thread: checks the stacks that it is given and answers with what came out of them. */
async function answer(): Promise<void> {
  const { files, tasks, flags, config, passes } = workerData as WorkerInput;
  parentPort?.postMessage(
    await checkTasks(tasks, {
      reader: new FileReader(files),
      rules: builtInRules,
      flags,
      passes,
      ...(config !== undefined && { config }),
    }),
  );
}

void answer();
