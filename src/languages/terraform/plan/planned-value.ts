import type { Node } from "jsonc-parser";
import type { SourceFile, Span } from "../../../source/index.ts";
import { asSensitive, isNull, list, literal, type Origin, type Value } from "../../../value/index.ts";
import { itemsOf, membersOf, spanOfMember, spanOfNode } from "./json.ts";

/** The three trees of the same shape that a plan describes a value with. */
export interface PlannedTrees {
  readonly value: Node | undefined;
  /** `true` where the value is only known after apply. */
  readonly unknown: Node | undefined;
  readonly sensitive: Node | undefined;
}

/** How a planned value is read. */
export interface Reading {
  readonly file: SourceFile;
  /** What a part that nobody knows before apply comes to, by the path that leads to it: `ip_configuration[0].subnet_id`. */
  readonly unknownPart: (path: string) => Value;
  /** Whether null is a value: in a resource it means an argument that nobody wrote, which is left out. */
  readonly keepNull: boolean;
}

/** Reads a planned value; its parts are written where they stand in the plan. */
export function plannedValue(trees: PlannedTrees, path: string, reading: Reading): Value {
  const read = partOf(trees, path, reading);
  return trees.sensitive?.value === true ? asSensitive(read) : read;
}

function partOf(trees: PlannedTrees, path: string, reading: Reading): Value {
  const { value, unknown } = trees;
  if (unknown?.value === true) return reading.unknownPart(path);
  if (value?.type === "array" || unknown?.type === "array") return listOf(trees, path, reading);
  if (value?.type === "object" || unknown?.type === "object") return objectOf(trees, path, reading);
  const scalar: unknown = value?.value;
  const known =
    typeof scalar === "string" || typeof scalar === "number" || typeof scalar === "boolean" ? scalar : null;
  return value ? literal(known, originOf(reading.file, value)) : literal(null);
}

function listOf(trees: PlannedTrees, path: string, reading: Reading): Value {
  const values = itemsOf(trees.value);
  const unknowns = itemsOf(trees.unknown);
  const secrets = itemsOf(trees.sensitive);
  const length = Math.max(values.length, unknowns.length);
  const items = Array.from({ length }, (_, position) => {
    const parts = { value: values[position], unknown: unknowns[position], sensitive: secrets[position] };
    return plannedValue(parts, `${path}[${position}]`, reading);
  });
  return list(items, trees.value ? { origin: originOf(reading.file, trees.value) } : {});
}

function objectOf(trees: PlannedTrees, path: string, reading: Reading): Value {
  const values = membersOf(trees.value);
  const unknowns = membersOf(trees.unknown);
  const secrets = membersOf(trees.sensitive);
  const entries = new Map<string, Value>();
  const ranges = new Map<string, Span>();
  for (const name of new Set([...values.keys(), ...unknowns.keys()])) {
    const value = values.get(name);
    const parts = { value, unknown: unknowns.get(name), sensitive: secrets.get(name) };
    const read = plannedValue(parts, `${path}.${name}`, reading);
    if (!reading.keepNull && isNull(read)) continue;
    entries.set(name, read);
    if (value) ranges.set(name, spanOfMember(reading.file, value));
  }
  const origin = trees.value ? { origin: originOf(reading.file, trees.value) } : {};
  return { kind: "object", entries, ranges, ...origin };
}

function originOf(file: SourceFile, node: Node): Origin {
  const span = spanOfNode(file, node);
  const name: unknown = node.parent?.type === "property" ? node.parent.children?.[0]?.value : undefined;
  return { kind: "written", span, label: typeof name === "string" ? name : "planned value" };
}
