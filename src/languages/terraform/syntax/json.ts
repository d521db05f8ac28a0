import type { Node } from "jsonc-parser";
import type { SourceFile } from "../../../source/index.ts";
import type { Attribute, Block, Body, Expression, Label, ParsedFile, Range } from "./ast.ts";
import { type BlockShape, CONFIGURATION } from "./json-schema.ts";
import { expressionIn, templateIn } from "./json-string.ts";
import { readTree } from "./json-tree.ts";
import { diagnosticsOf, type Problem } from "./problem.ts";

/**
 * Parses a `.tf.json`, `.tofu.json` or `.tfvars.json` file into the tree of HCL. Blocks that Terraform itself defines become
 * blocks; all else becomes attributes, and where a provider wants blocks, an object, or a list of them,
 * stands for them. Strings are templates, but in the places where HCL wants a reference.
 */
export function parseJson(file: SourceFile): ParsedFile {
  const { text } = file;
  const problems: Problem[] = [];
  const root = readTree(text, problems);
  const reading: Reading = { text, problems, broken: problems.length > 0 };
  const shape = file.path.endsWith(".tfvars.json") ? {} : CONFIGURATION;
  const body = root
    ? readBody(reading, root, { labels: 0, blocks: shape })
    : emptyBody({ start: 0, end: text.length });
  return {
    file,
    body: { ...body, start: 0, end: text.length },
    comments: [],
    diagnostics: diagnosticsOf(file, problems),
  };
}

interface Reading {
  readonly text: string;
  readonly problems: Problem[];
  /** The JSON itself has mistakes, so that anything may be missing anywhere. */
  readonly broken: boolean;
}

function rangeOf(node: Node): Range {
  return { start: node.offset, end: node.offset + node.length };
}

function emptyBody(range: Range): Body {
  return { syntax: "json", attributes: [], blocks: [], broken: true, ...range };
}

/** A property of an object: its name, and its value where there is one. */
interface Property {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

/** The properties of an object, or of all objects of a list, as one; those named `//` are comments. */
function propertiesOf(reading: Reading, node: Node, what: string): Property[] {
  if (node.type === "array") return (node.children ?? []).flatMap((item) => objectsOf(reading, item, what));
  return objectsOf(reading, node, what);
}

function objectsOf(reading: Reading, node: Node, what: string): Property[] {
  if (node.type === "object") return propertiesIn(node).filter(({ name }) => name !== "//");
  reading.problems.push({ message: `Expected an object with ${what}.`, ...rangeOf(node) });
  return [];
}

function propertiesIn(node: Node): Property[] {
  const properties: Property[] = [];
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value) properties.push({ name: String(key.value), key, value });
  }
  return properties;
}

function readBody(reading: Reading, node: Node, shape: BlockShape): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  const names = new Set<string>();
  for (const property of propertiesOf(reading, node, "arguments and blocks")) {
    const { name, key, value } = property;
    const block = Object.hasOwn(shape.blocks ?? {}, name) ? shape.blocks?.[name] : undefined;
    if (block) {
      const opening: Opening = { reading, type: name, typeKey: key, shape: block, blocks };
      readBlocks(opening, value, []);
    } else if (names.has(name)) {
      const message = `\`${name}\` is set already; an argument can be set once.`;
      reading.problems.push({ message, ...rangeOf(key) });
    } else {
      names.add(name);
      attributes.push(readAttribute(reading, property, shape));
    }
  }
  return { syntax: "json", attributes, blocks, broken: reading.broken, ...inside(node) };
}

/** The range between the brackets. */
function inside(node: Node): Range {
  return { start: node.offset + 1, end: Math.max(node.offset + 1, node.offset + node.length - 1) };
}

/** Blocks of one type that are being read below their labels. */
interface Opening {
  readonly reading: Reading;
  readonly type: string;
  readonly typeKey: Node;
  readonly shape: BlockShape;
  readonly blocks: Block[];
}

function readBlocks(opening: Opening, node: Node, labels: readonly Label[]): void {
  const { reading, type, shape } = opening;
  if (labels.length < shape.labels) {
    for (const { name, key, value } of propertiesOf(reading, node, `the labels of \`${type}\` blocks`)) {
      readBlocks(opening, value, [...labels, { text: name, quoted: true, ...rangeOf(key) }]);
    }
  } else if (node.type === "array") {
    for (const item of node.children ?? []) readBlock(opening, item, labels);
  } else if (node.type !== "null") readBlock(opening, node, labels);
}

function readBlock(opening: Opening, node: Node, labels: readonly Label[]): void {
  const { reading, type, typeKey, shape } = opening;
  const { start, end } = rangeOf(node);
  // Blocks of a type share its name, and resources of a type also their first label: the last one is a block's own.
  const header = labels.at(-1) ?? rangeOf(typeKey);
  opening.blocks.push({
    kind: "block",
    type,
    typeRange: inside(typeKey),
    labels,
    body: node.type === "object" ? readBody(reading, node, shape) : wrongBody(reading, node, type),
    header: { start: header.start, end: header.end },
    openBrace: { start, end: start + 1 },
    closeBrace: { start: end - 1, end },
    start: header.start,
    end,
  });
}

function wrongBody(reading: Reading, node: Node, type: string): Body {
  reading.problems.push({
    message: `Expected an object: the inside of a \`${type}\` block.`,
    ...rangeOf(node),
  });
  return emptyBody(rangeOf(node));
}

function readAttribute(reading: Reading, property: Property, shape: BlockShape): Attribute {
  const { name, key, value } = property;
  const reference = shape.references?.includes(name) ?? false;
  return {
    kind: "attribute",
    name,
    nameRange: inside(key),
    expression: readValue(reading, value, reference),
    start: key.offset,
    end: value.offset + value.length,
  };
}

function readValue(reading: Reading, node: Node, reference: boolean): Expression {
  const range = rangeOf(node);
  switch (node.type) {
    case "string":
      return (
        (reference && expressionIn(reading.text, node)) || templateIn(reading.text, node, reading.problems)
      );
    case "number":
      return { kind: "number", raw: reading.text.slice(range.start, range.end), value: node.value, ...range };
    case "boolean":
      return { kind: "boolean", value: node.value, ...range };
    case "null":
      return { kind: "null", ...range };
    case "array": {
      const items = (node.children ?? []).map((item) => readValue(reading, item, reference));
      return { kind: "tuple", items, ...range };
    }
    default: {
      const items = propertiesIn(node).map(({ key, value }) => ({
        name: undefined,
        key: templateIn(reading.text, key, reading.problems),
        value: readValue(reading, value, reference),
        start: key.offset,
        end: value.offset + value.length,
      }));
      return { kind: "object", items, ...range };
    }
  }
}
