import { Buffer } from "node:buffer";
import { joinPath, SourceFile } from "../../../source/index.ts";
import { isString, list, literal, object, type Value } from "../../../value/index.ts";
import { ANY, compareTexts, convert, STRING } from "../types/index.ts";
import { define, parameter, textOf, texts } from "./arguments.ts";
import { bytesOf, kindOf, sourceOf } from "./file.ts";
import { type FunctionContext, type FunctionResult, mistake, type TerraformFunction } from "./function.ts";
import { compileGlob } from "./glob.ts";
import { unknownCall } from "./unknown.ts";

const PATH = [parameter("path", STRING)];

function file([path]: readonly Value[], context: FunctionContext): FunctionResult {
  const source = sourceOf(textOf(path), context);
  return source instanceof SourceFile ? literal(source.text) : source;
}

function fileBase64([path]: readonly Value[], context: FunctionContext): FunctionResult {
  const bytes = bytesOf(textOf(path), context);
  return bytes instanceof Uint8Array ? literal(Buffer.from(bytes).toString("base64")) : bytes;
}

function fileExists(args: readonly Value[], context: FunctionContext): FunctionResult {
  const kind = kindOf(textOf(args[0]), context);
  if (kind === "directory") return mistake(`"${textOf(args[0])}" is a folder`, 0);
  return kind === undefined
    ? unknownCall({ name: "fileexists", returns: "bool" }, args)
    : literal(kind === "file");
}

/** Files and folders looked at above which a search is given up. */
const MOST_ENTRIES = 50_000;

function fileSet(args: readonly Value[], context: FunctionContext): FunctionResult {
  const root = joinPath(context.folder, textOf(args[0]));
  const pattern = compileGlob(textOf(args[1]));
  if (!pattern) return mistake("the pattern is not valid", 1);
  const found: string[] = [];
  const folders = [""];
  let looked = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of context.reader.list(joinPath(root, folder))) {
      if (++looked > MOST_ENTRIES) return unknownCall({ name: "fileset", returns: "list" }, args);
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.kind === "directory") folders.push(path);
      else if (pattern.test(path)) found.push(path);
    }
  }
  return list(texts(found.sort(compareTexts)), { collection: "set" });
}

/** A template file may hand on any type: one lone interpolation is the value itself. */
function templateFile([path, variables]: readonly Value[], context: FunctionContext): FunctionResult {
  if (!isString(path as Value))
    return unknownCall({ name: "templatefile", returns: "any" }, [path as Value, variables as Value]);
  const source = sourceOf(textOf(path), context);
  if (!(source instanceof SourceFile)) return source;
  return render("templatefile", source, variables as Value, context);
}

function templateString([template, variables]: readonly Value[], context: FunctionContext): FunctionResult {
  const { origin } = template as Value;
  if (!isString(template as Value))
    return unknownCall({ name: "templatestring", returns: "string" }, [
      template as Value,
      variables as Value,
    ]);
  const source = new SourceFile(`${origin?.span.file.path ?? ""} (template)`.trim(), textOf(template));
  const rendered = render("templatestring", source, variables as Value, context);
  if (rendered.kind === "mistake") return rendered;
  const conversion = convert(rendered, STRING);
  return "error" in conversion
    ? mistake(`the template does not give a string: ${conversion.error}`, 0)
    : conversion.value;
}

function render(
  name: string,
  source: SourceFile,
  variables: Value,
  context: FunctionContext,
): FunctionResult {
  if (variables.kind === "resource")
    return context.renderTemplate(source, object(new Map(), { rest: variables }));
  if (variables.kind === "symbol")
    return unknownCall({ name, returns: "string" }, [literal(source.text), variables]);
  if (variables.kind !== "object") return mistake("the variables must be an object", 1);
  return context.renderTemplate(source, variables);
}

/** The last part of a path; `.` for none. */
function baseName(path: string): string {
  const trimmed = path.replace(/\/+$/, "");
  return trimmed === "" ? (path === "" ? "." : "/") : trimmed.slice(trimmed.lastIndexOf("/") + 1);
}

/** All but the last part of a path, without `.`, `..` and doubled slashes. */
function dirName(path: string): string {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return folder === "" ? "." : joinPath(folder);
}

const TEMPLATE_TRAITS = { copes: "cases" } as const;

export const filesystem: readonly TerraformFunction[] = [
  // Where the configuration will be run from is not known here.
  define("abspath", PATH, "string", (args) =>
    textOf(args[0]).startsWith("/")
      ? literal(joinPath(textOf(args[0])))
      : unknownCall({ name: "abspath", returns: "string" }, args),
  ),
  define("basename", PATH, "string", ([path]) => literal(baseName(textOf(path)))),
  define("dirname", PATH, "string", ([path]) => literal(dirName(textOf(path)))),
  define("file", PATH, "string", file),
  define("filebase64", PATH, "string", fileBase64),
  define("fileexists", PATH, "bool", fileExists),
  define("fileset", [...PATH, parameter("pattern", STRING)], "list", fileSet),
  define("pathexpand", PATH, "string", (args) =>
    textOf(args[0]).startsWith("~")
      ? unknownCall({ name: "pathexpand", returns: "string" }, args)
      : (args[0] as Value),
  ),
  define("templatefile", [...PATH, parameter("vars", ANY)], "any", templateFile, TEMPLATE_TRAITS),
  define(
    "templatestring",
    [parameter("template", STRING), parameter("vars", ANY)],
    "string",
    templateString,
    TEMPLATE_TRAITS,
  ),
];
