import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type SourceFile, type Span, span } from "../../source/index.ts";
import { type ConfigPath, type ParsedConfig, syntaxError } from "./parsed.ts";

/** JSON with comments and trailing commas. */
export function parseJson(file: SourceFile): ParsedConfig {
  const errors: ParseError[] = [];
  const root = parseTree(file.text, errors, { allowTrailingComma: true });
  const diagnostics = errors.map(({ error, offset, length }) =>
    syntaxError(
      `This is not valid JSON: ${worded(printParseErrorCode(error))}.`,
      span(file, offset, Math.min(offset + length, file.text.length)),
    ),
  );
  const whole = span(file, 0, file.text.length);
  return {
    data: root ? plain(root) : undefined,
    diagnostics,
    spanOf: (path, part) => (root ? nodeSpan(root, file, path, part) : whole),
  };
}

function nodeSpan(root: Node, file: SourceFile, path: ConfigPath, part: "key" | "value"): Span {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = findNodeAtLocation(root, path.slice(0, depth) as (string | number)[]);
    if (!node) continue;
    const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
    const shown = part === "key" && depth === path.length && key ? key : node;
    return span(file, shown.offset, shown.offset + shown.length);
  }
  return span(file, 0, file.text.length);
}

function plain(node: Node): unknown {
  if (node.type === "array") return node.children?.map(plain) ?? [];
  if (node.type !== "object") return node.value;
  const record: Record<string, unknown> = Object.create(null);
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value) record[String(key.value)] = plain(value);
  }
  return record;
}

/** `PropertyNameExpected` as `property name expected`. */
function worded(code: string): string {
  return code.replace(/(?<!^)([A-Z])/g, " $1").toLowerCase();
}
