import type { Discovery, StackSource } from "../../../model/index.ts";
import { joinPath, type Reader } from "../../../source/index.ts";
import { moduleFiles } from "../load/index.ts";
import { looksLikePlan } from "./plan.ts";

/** Folders that hold what tools have put there. */
const SKIPPED = new Set([".git", ".terraform", "node_modules"]);
const DEEPEST = 32;

/**
 * The plans among the paths. In a folder, a plan beside the configuration it was made from is left alone unless it is named: the
 * configuration is a stack already, and one thing would be judged twice.
 */
export function discoverPlans(reader: Reader, paths: readonly string[]): Discovery {
  const found = new Set<string>();
  for (const path of paths) {
    const start = joinPath(path);
    const kind = reader.kind(start);
    if (kind === "file" && isPlan(reader, start)) found.add(start);
    if (kind === "directory") for (const file of plansBelow(reader, start)) found.add(file);
  }
  const stacks = [...found].sort().map((path): StackSource => ({ language: "plan", path }));
  return { stacks, diagnostics: [] };
}

function plansBelow(reader: Reader, start: string): readonly string[] {
  const found: string[] = [];
  const waiting = [{ folder: start, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { folder, depth } = next;
    const entries = reader.list(folder);
    const hasConfiguration = moduleFiles(entries).primary.length > 0;
    for (const { name, kind } of entries) {
      const path = joinPath(folder, name);
      if (kind === "directory") {
        if (!SKIPPED.has(name) && depth < DEEPEST) waiting.push({ folder: path, depth: depth + 1 });
      } else if (!hasConfiguration && name.endsWith(".json") && isPlan(reader, path)) found.push(path);
    }
  }
  return found;
}

function isPlan(reader: Reader, path: string): boolean {
  if (!path.endsWith(".json")) return false;
  const file = reader.read(path);
  return typeof file !== "string" && looksLikePlan(file.text);
}
