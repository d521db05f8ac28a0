import type { StackInputs, StackSource } from "../../../model/index.ts";
import { type Diagnostic, joinPath, type Reader } from "../../../source/index.ts";
import type { BicepLoader } from "../load/index.ts";
import type { BicepFile } from "../syntax/index.ts";
import { filesBelow } from "./files.ts";
import { jsonScenarios } from "./scenarios.ts";

/** What the files of a run are to each other. */
interface Survey {
  readonly files: ReadonlyMap<string, BicepFile>;
  /** Files that others deploy as modules: they are judged through those. */
  readonly called: ReadonlySet<string>;
  /** Parameter files by the main file that they use. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The stacks below the paths: files that deploy something and that no other file of the run deploys, files that are
 * given by themselves, and files that a `.bicepparam` file uses.
 */
export function findStacks(
  paths: readonly string[],
  loader: BicepLoader,
  reader: Reader,
): { readonly stacks: readonly StackSource[]; readonly diagnostics: readonly Diagnostic[] } {
  const given = new Set(paths.map((path) => joinPath(path)));
  const survey = surveyOf(paths, loader, reader);
  const stacks: StackSource[] = [];
  for (const path of [...new Set([...survey.files.keys(), ...survey.parameters.keys()])].sort()) {
    const parsed = survey.files.get(path) ?? parsedAt(path, loader, reader);
    if (!parsed) continue;
    const used = survey.parameters.get(path) ?? [];
    const main = deploysSomething(parsed) && !survey.called.has(path);
    if (!main && !given.has(path) && used.length === 0) continue;
    const scenarios: readonly StackInputs[] = [
      ...used.map((parameters) => ({ parameters: [parameters] })),
      ...jsonScenarios(path, declaredParameters(parsed), reader),
    ];
    stacks.push({ language: "bicep", path, ...(scenarios.length > 0 && { scenarios }) });
  }
  return { stacks, diagnostics: survey.diagnostics };
}

function surveyOf(paths: readonly string[], loader: BicepLoader, reader: Reader): Survey {
  const files = new Map<string, BicepFile>();
  const called = new Set<string>();
  const parameters = new Map<string, string[]>();
  const diagnostics: Diagnostic[] = [];
  for (const path of filesBelow(paths, /\.bicep(param)?$/i, reader)) {
    const file = reader.read(path);
    if (typeof file === "string") {
      const message = `The file cannot be read (${file}).`;
      diagnostics.push({ severity: "error", code: "unreadable-file", message, path });
      continue;
    }
    const parsed = loader.parse(file);
    if (path.toLowerCase().endsWith(".bicep")) files.set(path, parsed);
    for (const declaration of parsed.declarations) {
      if (declaration.kind !== "module" && declaration.kind !== "using") continue;
      const target = declaration.path === undefined ? undefined : loader.pathFrom(file, declaration.path);
      if (target === undefined) continue;
      if (declaration.kind === "module") called.add(target);
      else if (target.toLowerCase().endsWith(".bicep")) {
        parameters.set(target, [...(parameters.get(target) ?? []), path]);
      }
    }
  }
  return { files, called, parameters, diagnostics };
}

function parsedAt(path: string, loader: BicepLoader, reader: Reader): BicepFile | undefined {
  const file = reader.read(path);
  return typeof file === "string" ? undefined : loader.parse(file);
}

/** Files that only hold types, functions and values for others deploy nothing. A broken declaration may have been a resource. */
function deploysSomething({ declarations }: BicepFile): boolean {
  return declarations.some(({ kind }) => kind === "resource" || kind === "module" || kind === "broken");
}

function declaredParameters({ declarations }: BicepFile): ReadonlySet<string> {
  return new Set(declarations.flatMap((one) => (one.kind === "param" ? [one.name.toLowerCase()] : [])));
}
