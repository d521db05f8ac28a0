import { type Document, isCollection, isMap, isNode, isScalar, parseDocument } from "yaml";
import { type SourceFile, type Span, span } from "../../source/index.ts";
import { type ConfigPath, type ParsedConfig, syntaxError } from "./parsed.ts";

/** Aliases that one document may expand to: more is an attack, not a configuration. */
const MOST_ALIASES = 100;

export function parseYaml(file: SourceFile): ParsedConfig {
  const document = parseDocument(file.text, { prettyErrors: false, uniqueKeys: true });
  const diagnostics = document.errors.map(({ message, pos }) =>
    syntaxError(`This is not valid YAML: ${message}`, span(file, pos[0], pos[1])),
  );
  let data: unknown;
  try {
    data =
      diagnostics.length === 0
        ? plain(document.toJS({ mapAsMap: true, maxAliasCount: MOST_ALIASES }))
        : undefined;
  } catch (error) {
    diagnostics.push(
      syntaxError(
        `This YAML cannot be read: ${error instanceof Error ? error.message : ""}.`,
        span(file, 0, 0),
      ),
    );
  }
  return { data, diagnostics, spanOf: (path, part) => nodeSpan(document, file, path, part) };
}

function nodeSpan(document: Document, file: SourceFile, path: ConfigPath, part: "key" | "value"): Span {
  for (let depth = path.length; depth > 0; depth--) {
    const parent: unknown = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const last = path[depth - 1];
    if (!isCollection(parent)) continue;
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === last)
      : undefined;
    const node = part === "key" && depth === path.length && pair ? pair.key : parent.get(last, true);
    if (isNode(node) && node.range) return span(file, node.range[0], node.range[1]);
  }
  return span(file, 0, 0);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  const record: Record<string, unknown> = Object.create(null);
  for (const [key, item] of value) record[String(key)] = plain(item);
  return record;
}
