import { joinPath, type SourceFile, type Unreadable } from "../../../source/index.ts";
import { appliedSymbol, type Value } from "../../../value/index.ts";
import { type FunctionContext, type FunctionError, mistake } from "./function.ts";

/** The path as the reader names it; undefined for one in the user's home, which is not read. */
function pathOf(path: string, { folder }: FunctionContext): string | undefined {
  return path.startsWith("~") ? undefined : joinPath(folder, path);
}

/** The bytes of a file of the configuration; a symbol where they cannot be had here though they may exist. */
export function bytesOf(path: string, context: FunctionContext): Uint8Array | Value | FunctionError {
  const place = pathOf(path, context);
  const bytes = place === undefined ? "outside" : context.reader.bytes(place);
  return typeof bytes === "string" ? unreadable(path, bytes, context) : bytes;
}

/** The text of a file of the configuration, likewise. */
export function sourceOf(path: string, context: FunctionContext): SourceFile | Value | FunctionError {
  const place = pathOf(path, context);
  const file = place === undefined ? "outside" : context.reader.read(place);
  return typeof file === "string" ? unreadable(path, file, context) : file;
}

function unreadable(path: string, why: Unreadable, context: FunctionContext): Value | FunctionError {
  switch (why) {
    case "missing":
      return mistake(`there is no file "${path}"`, 0);
    case "binary":
      return mistake(`"${path}" is no text in UTF-8`, 0);
    default:
      // A file in the home of whoever runs Terraform, mostly a public key, is nothing to wonder at.
      if (why === "outside" && !path.startsWith("~")) context.notRead(path);
      return appliedSymbol("file", [{ kind: "literal", value: path }], `file("${path}")`, {
        reason: "function",
        type: "string",
      });
  }
}

/** Whether there is a file; undefined when the place is not read. */
export function kindOf(path: string, context: FunctionContext): "file" | "directory" | "missing" | undefined {
  const place = pathOf(path, context);
  const kind = place === undefined ? "outside" : context.reader.kind(place);
  if (kind === "file" || kind === "directory" || kind === "missing") return kind;
  return kind === "binary" || kind === "too-large" ? "file" : undefined;
}
