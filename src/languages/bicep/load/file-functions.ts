import { parse as parseYaml } from "yaml";
import {
  baseName,
  joinPath,
  type Reader,
  type SourceFile,
  type Span,
  type Unreadable,
} from "../../../source/index.ts";
import {
  appliedSymbol,
  describe,
  errorSymbol,
  fromPlain,
  isString,
  isUnset,
  item,
  list,
  literal,
  memberIgnoringCase,
  namedSymbol,
  type Origin,
  object,
  type Value,
} from "../../../value/index.ts";
import type { Evaluator } from "../../arm/core/evaluate.ts";
import type { CallExpression } from "../../arm/core/expression.ts";
import type { FileFunctions } from "../../arm/core/template.ts";
import { JsonLowering, readJson } from "../../arm/json/index.ts";

type FileFunction = (call: FileCall) => Value | undefined;

interface FileCall {
  readonly reader: Reader;
  readonly folder: string;
  readonly call: CallExpression;
  readonly args: readonly Value[];
  readonly evaluator: Evaluator;
}

/** The functions that only Bicep has: those that read what lies beside a file, and those of parameter files. */
export function fileFunctionsIn(folder: string, reader: Reader): FileFunctions {
  return (call, args, evaluator) =>
    call.name === "nameof"
      ? nameOf(call)
      : FUNCTIONS.get(call.name)?.({ reader, folder, call, args: args(), evaluator });
}

/** `nameof(a.b)`: the last name as it is written; nothing is evaluated. */
function nameOf({ args: [named] }: CallExpression): Value | undefined {
  if (named?.kind === "name" || named?.kind === "member") return literal(named.name);
  if (named?.kind === "index" && named.index.kind === "literal") return literal(String(named.index.value));
  return undefined;
}

const FUNCTIONS: ReadonlyMap<string, FileFunction> = new Map<string, FileFunction>([
  ["loadTextContent", (call) => withText(call, (file) => literal(file.text, origin(call, file)))],
  ["loadFileAsBase64", loadFileAsBase64],
  ["loadJsonContent", (call) => withText(call, (file) => select(call, readJsonValue(call, file)))],
  ["loadYamlContent", (call) => withText(call, (file) => select(call, readYamlValue(call, file)))],
  ["loadDirectoryFileInfo", loadDirectoryFileInfo],
  ["readEnvironmentVariable", given],
  ["externalInput", given],
  ["readCliArg", given],
  ["roleDefinitions", unknownCall],
  ["getSecret", (call) => ({ ...given(call), sensitive: true })],
]);

/** What is only known where the deployment is started from. */
function given({ call, args }: FileCall): Value {
  const text = `${call.name}(${args.map((arg) => describe(arg, 1)).join(", ")})`;
  return namedSymbol("input", "", text, { origin: { kind: "input", span: call.span, label: text } });
}

function origin({ call }: FileCall, file: SourceFile): Origin {
  const label = `content of ${baseName(file.path)}`;
  return {
    kind: "reference",
    span: call.span,
    label,
    from: { kind: "written", span: { file, start: 0, end: 0 }, label: file.path },
  };
}

function pathOf(call: FileCall): string | undefined {
  const [path] = call.args;
  return path && isString(path) ? joinPath(call.folder, path.value.replaceAll("\\", "/")) : undefined;
}

function withText(call: FileCall, use: (file: SourceFile) => Value): Value {
  const path = pathOf(call);
  if (path === undefined) return unknownCall(call);
  const file = call.reader.read(path);
  return typeof file === "string" ? unreadable(call, path, file) : use(file);
}

function unknownCall({ call, args }: FileCall): Value {
  return appliedSymbol(call.name.toLowerCase(), args, `${call.name}(…)`, { reason: "function" });
}

function unreadable({ call, evaluator }: FileCall, path: string, why: Unreadable): Value {
  const { diagnostics } = evaluator;
  if (why === "outside")
    diagnostics.error("outside-repository", `'${path}' leads out of the repository.`, call.span);
  else if (why === "missing") diagnostics.error("missing-file", `There is no file '${path}'.`, call.span);
  else diagnostics.warning("unreadable-file", `'${path}' cannot be read (${why}).`, call.span);
  return errorSymbol(`${call.name}(…)`, { kind: "written", span: call.span, label: call.name });
}

function loadFileAsBase64(call: FileCall): Value {
  const path = pathOf(call);
  if (path === undefined) return unknownCall(call);
  const bytes = call.reader.bytes(path);
  return typeof bytes === "string"
    ? unreadable(call, path, bytes)
    : literal(Buffer.from(bytes).toString("base64"));
}

function readJsonValue({ evaluator }: FileCall, file: SourceFile): Value {
  const { root, diagnostics } = readJson(file);
  for (const diagnostic of diagnostics) evaluator.diagnostics.add(diagnostic);
  if (!root) return errorSymbol(file.path, { kind: "written", span: start(file), label: file.path });
  return evaluator.evaluate(new JsonLowering(file, evaluator.diagnostics, "literal").expression(root));
}

function readYamlValue({ evaluator }: FileCall, file: SourceFile): Value {
  try {
    return fromPlain(parseYaml(file.text, { maxAliasCount: 100 }), {
      kind: "written",
      span: start(file),
      label: file.path,
    });
  } catch (fault) {
    const why = fault instanceof Error ? (fault.message.split("\n")[0] ?? "") : "";
    evaluator.diagnostics.error("parse-error", `This is not YAML: ${why}`, start(file));
    return errorSymbol(file.path, { kind: "written", span: start(file), label: file.path });
  }
}

function start(file: SourceFile): Span {
  return { file, start: 0, end: 0 };
}

/** The part of a loaded document that a path such as `$.networks[0].name` names; whole paths with filters stay unknown. */
function select(call: FileCall, whole: Value): Value {
  const [, path] = call.args;
  if (!path || isUnset(path)) return whole;
  const steps = isString(path) ? stepsOf(path.value) : undefined;
  if (!steps) return unknownCall(call);
  return steps.reduce<Value>(
    (at, step) => (typeof step === "number" ? item(at, step) : memberIgnoringCase(at, step)),
    whole,
  );
}

function stepsOf(path: string): readonly (string | number)[] | undefined {
  const steps: (string | number)[] = [];
  const step = /\.?([\w-]+)|\[(\d+)\]|\['([^']*)'\]/y;
  step.lastIndex = path.startsWith("$") ? 1 : 0;
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (!found) return undefined;
    steps.push(found[2] === undefined ? (found[1] ?? found[3] ?? "") : Number(found[2]));
  }
  return steps;
}

/** The files of a folder, or those that fit `*.ext`. */
function loadDirectoryFileInfo(call: FileCall): Value | undefined {
  const path = pathOf(call);
  if (path === undefined) return unknownCall(call);
  const kind = call.reader.kind(path);
  if (kind !== "directory") return unreadable(call, path, kind === "file" ? "missing" : kind);
  const [, pattern] = call.args;
  const fits = pattern && isString(pattern) ? wildcard(pattern.value) : /^/;
  const files = call.reader.list(path).filter((entry) => entry.kind === "file" && fits.test(entry.name));
  const [written] = call.args;
  return list(
    files.map(({ name }) => {
      const dot = name.lastIndexOf(".");
      return object({
        baseName: literal(dot > 0 ? name.slice(0, dot) : name),
        extension: literal(dot > 0 ? name.slice(dot) : ""),
        name: literal(name),
        relativePath: literal(joinPath(written && isString(written) ? written.value : ".", name)),
      });
    }),
  );
}

function wildcard(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "i");
}
