import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { blocksOf, parseHcl } from "../languages/terraform/syntax/index.ts";
import { SourceFile } from "../source/index.ts";

/** How many of the azurerm resource blocks of a folder have a property table. */
interface Share {
  readonly mapped: number;
  readonly all: number;
  /** Types without a table, the most frequent first, each with its number of blocks. */
  readonly unmapped: readonly (readonly [type: string, blocks: number])[];
}

/** How many of the blocks are of a mapped type; `counts` chooses the types that are looked at. */
export function shareOf(
  blocks: ReadonlyMap<string, number>,
  isMapped: (type: string) => boolean,
  counts: (type: string) => boolean = () => true,
): Share {
  const counted = [...blocks].filter(([type]) => counts(type));
  const unmapped = counted.filter(([type]) => !isMapped(type)).sort(([, a], [, b]) => b - a);
  const sum = (entries: readonly (readonly [string, number])[]) =>
    entries.reduce((total, [, number]) => total + number, 0);
  const all = sum(counted);
  return { mapped: all - sum(unmapped), all, unmapped };
}

/** Numbers of azurerm resource blocks by type, in all `.tf` files below a folder. */
export function blocksBelow(folder: string): ReadonlyMap<string, number> {
  const blocks = new Map<string, number>();
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".tf")) continue;
    const { body } = parseHcl(new SourceFile(path, readFileSync(join(folder, path), "utf8")));
    for (const block of blocksOf(body, "resource")) {
      const type = block.labels[0]?.text;
      if (type?.startsWith("azurerm_")) blocks.set(type, (blocks.get(type) ?? 0) + 1);
    }
  }
  return blocks;
}

/** `1200 of 1234 blocks (97.2%)` and the types that are missing. */
export function shareText({ mapped, all, unmapped }: Share): string {
  const percent = all === 0 ? "-" : `${((100 * mapped) / all).toFixed(1)}%`;
  const missing = unmapped.slice(0, 25).map(([type, blocks]) => `${type} ${blocks}`);
  return `${mapped} of ${all} blocks (${percent})${missing.length > 0 ? `; lacking ${missing.join(", ")}` : ""}`;
}
