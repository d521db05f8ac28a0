import type { Node } from "jsonc-parser";
import type { SourceFile, Span } from "../../../source/index.ts";

/** Members of an object by name; of a name given twice the last counts. Empty for anything else. */
export function membersOf(node: Node | undefined): ReadonlyMap<string, Node> {
  const members = new Map<string, Node>();
  if (node?.type !== "object") return members;
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? [];
    if (typeof name?.value === "string" && value) members.set(name.value, value);
  }
  return members;
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.type === "array" ? (node.children ?? []) : [];
}

/** A member at a path of names. */
export function at(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let found = node;
  for (const name of path) found = membersOf(found).get(name);
  return found;
}

export function textAt(node: Node | undefined, ...path: readonly string[]): string | undefined {
  const value: unknown = at(node, ...path)?.value;
  return typeof value === "string" ? value : undefined;
}

export function spanOfNode(file: SourceFile, node: Node): Span {
  return { file, start: node.offset, end: node.offset + node.length };
}

/** The range of a member with its name: what someone would edit. */
export function spanOfMember(file: SourceFile, node: Node): Span {
  return spanOfNode(file, node.parent?.type === "property" ? node.parent : node);
}
