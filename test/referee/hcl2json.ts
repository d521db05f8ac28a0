import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "@cdktf/hcl2json";
import { parseHcl } from "../../src/languages/terraform/syntax/parse.ts";
import { SourceFile } from "../../src/source/index.ts";
import { toHcl2Json } from "../languages/terraform/syntax/hcl2json.ts";

/**
 * Compares our parser with `@cdktf/hcl2json` on every file below the folders given, by content. Prints each difference and a
 * summary, and ends with 1 when there is one.
 */
async function main(folders: readonly string[]): Promise<void> {
  const counts = { same: 0, "rejected by both": 0, different: 0 };
  for (const path of folders.flatMap((folder) => [...filesBelow(folder)])) {
    const text = readFileSync(path, "utf8");
    const verdict = await compare(path, text);
    counts[verdict.is]++;
    if (verdict.is !== "same") console.log(`${path}: ${verdict.is}${verdict.detail}`);
  }
  console.log(counts);
  process.exit(counts.different > 0 ? 1 : 0);
}

function* filesBelow(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) {
    if (/\.(tf|tofu|tfvars|hcl)$/.test(path)) yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name !== ".git" && name !== "node_modules") yield* filesBelow(join(path, name));
  }
}

interface Verdict {
  readonly is: "same" | "rejected by both" | "different";
  readonly detail: string;
}

async function compare(path: string, text: string): Promise<Verdict> {
  const ours = parseHcl(new SourceFile(path, text));
  const mistake = ours.diagnostics[0];
  const where = mistake?.span ? ` ${ours.file.position(mistake.span.start).line}:` : "";
  const reason = mistake ? `\n  ours:${where} ${mistake.message}` : "";
  let theirs: unknown;
  try {
    theirs = await parse(path, text);
  } catch (error) {
    const detail = `${reason}\n  theirs: ${(error as Error).message.slice(0, 300)}`;
    return { is: mistake ? "rejected by both" : "different", detail };
  }
  if (mistake) return { is: "different", detail: reason };
  const mine = JSON.parse(JSON.stringify(toHcl2Json(ours)));
  if (isDeepStrictEqual(mine, theirs)) return { is: "same", detail: "" };
  return { is: "different", detail: `\n${firstDifference(mine, theirs, "")}` };
}

function firstDifference(ours: unknown, theirs: unknown, at: string): string {
  if (isDeepStrictEqual(ours, theirs)) return "";
  const bothObjects = ours && theirs && typeof ours === "object" && typeof theirs === "object";
  if (bothObjects) {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const found = firstDifference(
        (ours as Record<string, unknown>)[key],
        (theirs as Record<string, unknown>)[key],
        `${at}.${key}`,
      );
      if (found) return found;
    }
  }
  return `  at ${at}\n  ours:   ${JSON.stringify(ours)}\n  theirs: ${JSON.stringify(theirs)}`;
}

await main(process.argv.slice(2));
