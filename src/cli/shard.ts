import { UsageError } from "./usage.ts";

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** `--shard 2/5`. */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || index < 1 || index > count)
    throw new UsageError(`--shard takes i/n with i from 1 to n, not '${text}'.`);
  return { index, count };
}
