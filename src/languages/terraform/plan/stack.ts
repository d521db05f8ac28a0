import type { Node } from "jsonc-parser";
import type { EvaluatedStack, FrontendOptions, RawResource } from "../../../model/index.ts";
import { type Diagnostic, folderOf, type Reader, type SourceFile } from "../../../source/index.ts";
import { ABSENT, type Value } from "../../../value/index.ts";
import { evaluateStack } from "../evaluate/index.ts";
import { highestMajor, ModuleLoader, majorOf, moduleFiles, REASONS, readLockFile } from "../load/index.ts";
import { readTree } from "../syntax/index.ts";
import { PlanInstance } from "./instance.ts";
import { at, membersOf, textAt } from "./json.ts";
import { type PlannedResource, plannedResources, plannedVariables } from "./plan.ts";
import { plannedValue, type Reading } from "./planned-value.ts";
import { PlanReferences } from "./references.ts";

/**
 * Evaluates a plan. Where the configuration that it was made from lies in the same folder, resources have their places and their
 * references from there; otherwise places are those in the plan, and references come from its `configuration`.
 */
export async function evaluatePlan(
  reader: Reader,
  path: string,
  options: FrontendOptions,
): Promise<EvaluatedStack> {
  const file = reader.read(path);
  if (typeof file === "string") {
    return failed(path, [], {
      severity: "error",
      code: "unreadable-file",
      message: `The plan cannot be read: ${REASONS[file]}.`,
      path,
    });
  }
  const problems: { message: string; start: number; end: number }[] = [];
  const root = readTree(file.text, problems);
  const [problem] = problems;
  if (!root || problem) {
    const { message, start, end } = problem ?? { message: "This is not a plan.", start: 0, end: 0 };
    return failed(path, [file], {
      severity: "error",
      code: "parse-error",
      message,
      span: { file, start, end },
    });
  }
  const sources = await evaluatedSources(reader, folderOf(path), root, file, options);
  return assemble(root, file, sources, await lockedMajor(reader, folderOf(path)), options);
}

type Sources = EvaluatedStack | undefined;

/** The configuration beside the plan, evaluated with the plan's own variables. */
async function evaluatedSources(
  reader: Reader,
  folder: string,
  root: Node,
  file: SourceFile,
  options: FrontendOptions,
): Promise<Sources> {
  if (moduleFiles(reader.list(folder)).primary.length === 0) return undefined;
  const variables = new Map<string, Value>();
  const reading = knownIn(file);
  for (const [name, node] of plannedVariables(root)) {
    const trees = { value: node, unknown: undefined, sensitive: undefined };
    variables.set(name, plannedValue(trees, `var.${name}`, reading));
  }
  return await evaluateStack(new ModuleLoader(reader), folder, {}, options, variables);
}

/** Variables and outputs stand in a plan with what is known of them. */
function knownIn(file: SourceFile): Reading {
  return { file, keepNull: true, unknownPart: () => ABSENT };
}

type LockedMajor = (source: string) => number | undefined;

async function lockedMajor(reader: Reader, folder: string): Promise<LockedMajor> {
  const locked = await readLockFile(new ModuleLoader(reader), folder);
  return (source) => {
    const version = locked.get(source);
    return version === undefined ? undefined : majorOf(version);
  };
}

function assemble(
  root: Node,
  file: SourceFile,
  sources: Sources,
  locked: LockedMajor,
  options: FrontendOptions,
): EvaluatedStack {
  const references = new PlanReferences(root);
  const declared = new Map((sources?.resources ?? []).map((resource) => [resource.address, resource]));
  const instances = new Map<string, PlanInstance>();
  const providers = providersOf(root, locked);
  const context = {
    file,
    references,
    idOf: options.idOf ?? (() => undefined),
    byAddress: (address: string) => instances.get(address),
    inSource: (address: string) => declared.get(address),
    provider: (planned: PlannedResource) => providers.of(references.providerKey(planned), planned.type),
  };
  for (const planned of plannedResources(root))
    instances.set(planned.address, new PlanInstance(planned, context));
  const resources: readonly RawResource[] = [...instances.values()];
  const shared =
    sources && resources.some((resource) => declared.has(resource.address)) ? sources : undefined;
  return {
    path: file.path,
    language: "plan",
    inputs: [],
    resources,
    opaqueModules: [],
    diagnostics: [],
    files: [file, ...(shared?.files ?? [])],
    assumptions: providers.assumptions(),
    outputs: outputsOf(root, file, shared),
    comments: shared?.comments ?? [],
  };
}

function outputsOf(root: Node, file: SourceFile, sources: Sources): ReadonlyMap<string, Value> {
  const outputs = new Map<string, Value>(sources?.outputs);
  const reading = knownIn(file);
  for (const [name, output] of membersOf(at(root, "planned_values", "outputs"))) {
    const trees = { value: at(output, "value"), unknown: undefined, sensitive: at(output, "sensitive") };
    if (trees.value) outputs.set(name, plannedValue(trees, `output.${name}`, reading));
  }
  return outputs;
}

/** Providers by their keys in the plan's `provider_config`, with the major version that the lock file or the constraint gives. */
function providersOf(root: Node, locked: LockedMajor) {
  const configurations = membersOf(at(root, "configuration", "provider_config"));
  const majors = new Map<string, number | undefined>();
  const of = (key: string | undefined, type: string): NonNullable<RawResource["provider"]> => {
    const configuration = configurations.get(key ?? "");
    const local = textAt(configuration, "name") ?? type.split("_")[0] ?? type;
    const alias = textAt(configuration, "alias");
    const constraint =
      textAt(configuration, "version_constraint") ?? textAt(configurations.get(local), "version_constraint");
    const source = textAt(configuration, "full_name")?.split("/").slice(-2).join("/") ?? `hashicorp/${local}`;
    const major = locked(source) ?? (constraint === undefined ? undefined : highestMajor(constraint));
    majors.set(local, major);
    return { name: alias === undefined ? local : `${local}.${alias}`, major };
  };
  const assumptions = (): readonly string[] =>
    [...majors]
      .filter(([local, major]) => local === "azurerm" && major !== undefined)
      .map(([local, major]) => `${local} ${major} (from the plan)`);
  return { of, assumptions };
}

function failed(path: string, files: readonly SourceFile[], diagnostic: Diagnostic): EvaluatedStack {
  const nothing = { resources: [], opaqueModules: [], assumptions: [], comments: [], inputs: [] } as const;
  return { path, language: "plan", ...nothing, diagnostics: [diagnostic], files, outputs: new Map() };
}
