import type { Expression } from "../../../../src/languages/arm/core/expression.ts";
import {
  type BicepFile,
  type Declaration,
  parseBicep,
} from "../../../../src/languages/bicep/syntax/index.ts";
import { type Diagnostic, locationOf, SourceFile, spanText } from "../../../../src/source/index.ts";

export function parse(text: string, path = "main.bicep"): BicepFile {
  return parseBicep(new SourceFile(path, text));
}

/** Declarations of a text that must have no mistakes. */
export function valid(text: string, path?: string): readonly Declaration[] {
  const file = parse(text, path);
  expect(file.diagnostics.map(where)).toEqual([]);
  return file.declarations;
}

/** `line:column message`. */
export function where({ span, message }: Diagnostic): string {
  const { start } = span ? locationOf(span) : { start: { line: 0, column: 0 } };
  return `${start.line}:${start.column} ${message}`;
}

/** The value of `var x = <text>`, as one line. */
export function expression(text: string): string {
  const [declaration] = valid(`var x = ${text}`);
  return declaration?.kind === "var" ? show(declaration.value) : "?";
}

/** An expression as one line: calls in ARM's spelling. */
export function show(node: Expression): string {
  switch (node.kind) {
    case "literal":
      return JSON.stringify(node.value);
    case "text":
      return `"${node.parts.map((part) => (part.kind === "literal" ? part.value : `\${${show(part)}}`)).join("")}"`;
    case "array":
      return `[${node.items.map((item) => (item.kind === "spread" ? `...${show(item.operand)}` : show(item))).join(", ")}]`;
    case "object":
      return `{${node.properties
        .map((one) =>
          one.kind === "spread" ? `...${show(one.operand)}` : `${show(one.key)}: ${show(one.value)}`,
        )
        .join(", ")}}`;
    case "call":
      return `${node.on ? `${show(node.on)}.` : ""}${node.namespace ? `${node.namespace}.` : ""}${node.name}(${node.args.map(show).join(", ")})`;
    case "member":
      return `${show(node.object)}${node.nested ? "::" : node.safe ? ".?" : "."}${node.name}`;
    case "index":
      return `${show(node.object)}[${node.safe ? "?" : ""}${node.fromEnd ? "^" : ""}${show(node.index)}]`;
    case "name":
      return node.name;
    case "conditional":
      return `(${show(node.condition)} ? ${show(node.then)} : ${show(node.otherwise)})`;
    case "lambda":
      return `(${node.parameters.join(", ")}) => ${show(node.body)}`;
    case "loop":
      return `[for ${node.loop.index === undefined ? node.loop.item : `(${node.loop.item}, ${node.loop.index})`} in ${node.loop.collection ? show(node.loop.collection) : "?"}: ${show(node.body)}]`;
    case "error":
      return "(error)";
  }
}

export { spanText };
