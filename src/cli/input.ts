import { resolve } from "node:path";
import type { GivenInputs } from "../lint/index.ts";
import type { Reader } from "../source/index.ts";
import { FileReader, type FileReaderOptions, OpenDocuments, repositoryOf } from "./files/index.ts";

import type { Terminal } from "./output.ts";
import { UsageError } from "./usage.ts";

/** The values of the flags that say what is read. */
export interface InputFlagValues {
  readonly config?: string;
  readonly "no-config"?: boolean;
  readonly "var-file"?: readonly string[];
  readonly var?: readonly string[];
  readonly parameters?: readonly string[];
  readonly "stdin-filename"?: string;
}

export interface OpenedInput {
  readonly reader: Reader;
  /** How to open the same files again; undefined when some come from standard input. */
  readonly files: FileReaderOptions | undefined;
  /** The paths to look below, relative to the working directory. */
  readonly paths: readonly string[];
  /** What the flags name, relative to the working directory. */
  readonly named: { readonly inputs: GivenInputs; readonly config?: string | false };
}

/** Opens the files for a command: the repositories of the working directory and of every path given. */
export async function openReader(
  values: InputFlagValues,
  paths: readonly string[],
  terminal: Terminal,
): Promise<OpenedInput> {
  const { cwd } = terminal;
  const onDisk = paths.filter((path) => path !== "-");
  const files = [
    ...(values["var-file"] ?? []).flatMap((list) => list.split(",")),
    ...(values.parameters ?? []),
    ...(values.config === undefined ? [] : [values.config]),
  ];
  const roots = [...new Set([cwd, ...onDisk.map((path) => resolve(cwd, path))].map(repositoryOf))];
  const options = { cwd, roots, named: files };
  const reader = new FileReader(options);
  const relative = onDisk.map((path) => reader.relative(path));
  for (const [at, path] of relative.entries()) {
    const kind = reader.kind(path);
    if (kind === "missing") throw new UsageError(`There is no file or folder '${onDisk[at]}'.`);
    if (kind === "denied") throw new UsageError(`'${onDisk[at]}' cannot be read: access is denied.`);
  }
  const name = values["stdin-filename"];
  if (onDisk.length === paths.length && name !== undefined)
    throw new UsageError("--stdin-filename goes with the path `-`.");
  const named = { inputs: inputsOf(values, reader), ...configOf(values, reader) };
  if (onDisk.length === paths.length) return { reader, files: options, paths: relative, named };
  if (name === undefined)
    throw new UsageError(
      "The path `-` needs --stdin-filename, which tells the language and where it belongs.",
    );
  const path = reader.relative(name);
  return {
    reader: new OpenDocuments(reader, [[path, await terminal.input()]]),
    files: undefined,
    paths: [...relative, path],
    named,
  };
}

function inputsOf(values: InputFlagValues, reader: FileReader): GivenInputs {
  const vars = values.var?.map((one): [string, string] => {
    const equals = one.indexOf("=");
    if (equals <= 0) throw new UsageError(`--var takes <name>=<value>, not '${one}'.`);
    return [one.slice(0, equals), one.slice(equals + 1)];
  });
  const existing = (path: string): string => {
    const relative = reader.relative(path);
    if (reader.kind(relative) !== "file") throw new UsageError(`There is no file '${path}'.`);
    return relative;
  };
  return {
    ...(values["var-file"] && { varFiles: values["var-file"].map((list) => list.split(",").map(existing)) }),
    ...(vars && { vars }),
    ...(values.parameters && { parameters: values.parameters.map(existing) }),
  };
}

function configOf(values: InputFlagValues, reader: FileReader): { readonly config?: string | false } {
  if (values["no-config"]) {
    if (values.config !== undefined) throw new UsageError("--config and --no-config exclude each other.");
    return { config: false };
  }
  return values.config === undefined ? {} : { config: reader.relative(values.config) };
}
