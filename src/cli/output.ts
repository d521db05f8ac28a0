import { realpathSync } from "node:fs";
import { dirname } from "node:path";

/** Where a command writes and reads: the process's own streams, or a test's. */
export interface Terminal {
  readonly cwd: string;
  /** The folder of this package: its pages lie below. */
  readonly packageFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly isTerminal: boolean;
  /** Columns; 80 when nobody knows. */
  readonly width: number;
  out(text: string): void;
  error(text: string): void;
  /** All of standard input. */
  input(): Promise<string>;
}

/** Columns beyond which lines are no longer easy to read. */
const WIDEST = 120;

export function processTerminal(): Terminal {
  // A reader that has seen enough (`| head`) is no fault of ours: what is still to be written is dropped.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return {
    cwd: process.cwd(),
    packageFolder: dirname(dirname(realpathSync(process.argv[1] ?? ""))),
    environment: process.env,
    isTerminal: process.stdout.isTTY === true,
    width: Math.max(40, Math.min(process.stdout.columns ?? 80, WIDEST)),
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    input: readInput,
  };
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
