import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { FileReader } from "../../src/cli/files/index.ts";
import { Budget } from "../../src/languages/arm/core/budget.ts";
import { type StackRun, TemplateInstance } from "../../src/languages/arm/core/instance.ts";
import { runTemplate } from "../../src/languages/arm/core/run.ts";
import type { Template } from "../../src/languages/arm/core/template.ts";
import { parseTemplate, readJson } from "../../src/languages/arm/json/index.ts";
import { BicepLoader, type Loaded } from "../../src/languages/bicep/load/index.ts";
import type { EvaluatedStack, RawResource } from "../../src/model/index.ts";
import { Diagnostics, type SourceFile } from "../../src/source/index.ts";
import { namedSymbol, TRUE, type Value } from "../../src/value/index.ts";
import { leavesOf, spelled } from "./canonical.ts";

/**
 * The Bicep compiler as referee: wherever a `main.bicep` lies beside the `main.json` that was compiled from it, both are evaluated and
 * must give the same resources with the same values. Once without parameters, and once for each `main.test.bicep` below it, with what that
 * hands in. Modules of registries are opaque on the Bicep side; what they make on the other is left out.
 */
async function main(args: readonly string[]): Promise<void> {
  const verbose = args.includes("--verbose");
  const totals = new Tally();
  for (const folder of args.filter((arg) => !arg.startsWith("--"))) {
    for (const place of [...pairsBelow(folder)]) comparePair(folder, place, totals, verbose);
  }
  totals.print();
  process.exit(totals.share < 0.99 ? 1 : 0);
}

function* pairsBelow(folder: string): Generator<string> {
  if (existsSync(join(folder, "main.bicep")) && existsSync(join(folder, "main.json"))) yield folder;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !["node_modules", ".git", "tests", "ptn"].includes(entry.name)) {
      yield* pairsBelow(join(folder, entry.name));
    }
  }
}

class Tally {
  pairs = 0;
  runs = 0;
  resources = 0;
  values = 0;
  spelledDifferently = 0;
  readonly differences = new Map<string, number>();

  differ(kind: string): void {
    this.differences.set(kind, (this.differences.get(kind) ?? 0) + 1);
  }

  get different(): number {
    return [...this.differences.values()].reduce((sum, count) => sum + count, 0);
  }

  get share(): number {
    return 1 - this.different / Math.max(1, this.values + this.resources);
  }

  print(): void {
    console.log(`${this.pairs} pairs, ${this.runs} runs, ${this.resources} resources, ${this.values} values`);
    console.log(
      `agreement ${(this.share * 100).toFixed(3)} %; unknown on both sides, spelled differently: ${this.spelledDifferently}`,
    );
    for (const [kind, count] of [...this.differences].sort((a, b) => b[1] - a[1]))
      console.log(`${count}\t${kind}`);
  }
}

function comparePair(root: string, folder: string, totals: Tally, verbose: boolean): void {
  totals.pairs++;
  const reader = new FileReader({ cwd: root, roots: [root] });
  const loader = new BicepLoader(reader, undefined);
  const path = relative(root, folder) || ".";
  const source = reader.read(join(path, "main.bicep"));
  const compiled = reader.read(join(path, "main.json"));
  if (typeof source === "string" || typeof compiled === "string")
    throw new Error(`${folder}: cannot be read`);
  const bicep = loader.load(source);
  const inputs = [new Map<string, Value>(), ...testInputs(join(path, "tests"), reader, loader, source)];
  for (const parameters of inputs) {
    totals.runs++;
    const diagnostics = new Diagnostics();
    const { root: json } = readJson(compiled);
    if (!json) throw new Error(`${folder}: main.json cannot be parsed`);
    const arm = parseTemplate(compiled, json, { reader, diagnostics, opening: [], around: [] });
    const ours = run(bicep.template, "bicep", source, parameters);
    const theirs = run(arm, "arm", compiled, parameters);
    const report = (kind: string, detail: string): void => {
      totals.differ(kind);
      if (verbose) console.log(`${path}: ${kind}: ${detail}`);
    };
    for (const { code, message, span } of bicep.diagnostics.concat(ours.diagnostics)) {
      report(
        `diagnostic ${code}`,
        `${message} ${span ? `${span.file.path}:${span.file.position(span.start).line}` : ""}`,
      );
    }
    compareStacks(ours, theirs, totals, report);
  }
}

function run(
  template: Template,
  language: "arm" | "bicep",
  file: SourceFile,
  parameters: ReadonlyMap<string, Value>,
): EvaluatedStack {
  return runTemplate(template, {
    language,
    // The same for both: it is part of what unknown names are called.
    path: "main",
    inputs: [],
    parameters,
    diagnostics: new Diagnostics(),
    options: {},
    files: [file],
    comments: [],
  });
}

/** What the tests of a module hand to it. */
function testInputs(
  folder: string,
  reader: FileReader,
  loader: BicepLoader,
  main: SourceFile,
): readonly ReadonlyMap<string, Value>[] {
  const found: ReadonlyMap<string, Value>[] = [];
  const visit = (at: string): void => {
    for (const entry of reader.list(at)) {
      if (entry.kind === "directory") visit(join(at, entry.name));
      else if (entry.name === "main.test.bicep") found.push(...inputsOf(join(at, entry.name)));
    }
  };
  const inputsOf = (path: string): readonly ReadonlyMap<string, Value>[] => {
    const file = reader.read(path);
    if (typeof file === "string") return [];
    const loaded: Loaded = loader.load(file);
    const diagnostics = new Diagnostics();
    const stack: StackRun = {
      diagnostics,
      budget: new Budget(diagnostics),
      resources: [],
      deployments: [],
      opaqueModules: [],
      instances: [],
      language: "bicep",
    };
    const scope = {
      subscription: namedSymbol("computed", "", "subscription().subscriptionId", { segment: true }),
    };
    const placement = { scope, parameters: new Map(), prefix: "", condition: TRUE, depth: 0 };
    new TemplateInstance(loaded.template, placement, stack).expand();
    const called = stack.instances.find(({ template }) => template.file === main);
    return called ? [called.placement.parameters] : [];
  };
  visit(folder);
  return found;
}

function compareStacks(
  ours: EvaluatedStack,
  theirs: EvaluatedStack,
  totals: Tally,
  report: (kind: string, detail: string) => void,
): void {
  const opaque = ours.opaqueModules.map(({ address }) => `${address.replace(/\[[^\]]*\]$/, "")}`);
  const isOpaque = ({ address }: RawResource): boolean =>
    opaque.some((one) => address.startsWith(`${one}::`) || address.startsWith(`${one}[`));
  const left = theirs.resources.filter((one) => !isOpaque(one));
  totals.resources += ours.resources.length;
  // By address and name, then by name alone, then by address alone: what nobody knows can be spelled in two ways.
  const sameAddress = (a: RawResource, b: RawResource): boolean =>
    a.address === b.address && a.type === b.type;
  const sameIdentity = (a: RawResource, b: RawResource): boolean => identity(a) === identity(b);
  let mine: readonly RawResource[] = ours.resources;
  let rest: readonly RawResource[] = left;
  for (const same of [
    (a: RawResource, b: RawResource) => sameAddress(a, b) && sameIdentity(a, b),
    sameIdentity,
    (a: RawResource, b: RawResource) => sameAddress(a, b) && !(isNamed(a) && isNamed(b)),
  ]) {
    const others = [...rest];
    mine = mine.filter((one) => {
      const at = others.findIndex((other) => same(one, other));
      const [other] = at === -1 ? [] : others.splice(at, 1);
      if (other) compareResources(one, other, totals, report);
      return !other;
    });
    rest = others;
  }
  // The compiler leaves out existing resources that only lend their name.
  for (const one of mine)
    if (one.mode !== "existing") report("only in Bicep", `${one.address} ${identity(one)}`);
  for (const one of rest) report("only in JSON", `${one.address} ${identity(one)}`);
}

function isNamed(resource: RawResource): boolean {
  return (resource.names ?? []).every(({ kind }) => kind === "literal");
}

function identity(resource: RawResource): string {
  const names = (resource.names ?? []).map(spelled);
  return `${resource.mode} ${resource.type} ${names.join(" / ")}`.toLowerCase();
}

function compareResources(
  mine: RawResource,
  other: RawResource,
  totals: Tally,
  report: (kind: string, detail: string) => void,
): void {
  const left = leavesOf(mine.body);
  const right = leavesOf(other.body);
  left.set("(condition)", { text: spelled(mine.condition), known: mine.condition.kind === "literal" });
  right.set("(condition)", { text: spelled(other.condition), known: other.condition.kind === "literal" });
  for (const path of new Set([...left.keys(), ...right.keys()])) {
    totals.values++;
    const a = left.get(path);
    const b = right.get(path);
    if (a?.text === b?.text) continue;
    const detail = `${mine.address} ${path}\n    ours   ${a?.text}\n    theirs ${b?.text}`;
    if (a && b && !a.known && !b.known) {
      totals.spelledDifferently++;
      report("(unknown both)", detail);
      totals.differences.set("(unknown both)", 0);
    } else if (!a || !b) report(a ? "value only in Bicep" : "value only in JSON", detail);
    else if (a.known && b.known) report("known and different", detail);
    else report(a.known ? "known only in Bicep" : "known only in JSON", detail);
  }
}

await main(process.argv.slice(2));
