import type { SourceFile } from "../../../source/index.ts";
import { itemsOfArray, type JsonNode, propertyOf, stringOf } from "./read.ts";
import { isParametersSchema, isTemplateSchema } from "./schema.ts";

/** What a JSON file is to isolint. */
export type JsonKind = "template" | "parameters" | "resources" | "other";

/** A look at the text alone: false means that it cannot be any of isolint's business, and it need not be parsed. */
export function mayBeArm(file: SourceFile): boolean {
  return /deployment(?:template|parameters)\.json|"type"\s*:\s*"[A-Za-z]+\.[\w.]+\/[\w/]+"/i.test(file.text);
}

/** Decides by content; a template without `$schema` is one when it has `resources` with types of Azure. */
export function kindOf(root: JsonNode | undefined): JsonKind {
  if (root?.type === "array") return itemsOfArray(root).some(isResource) ? "resources" : "other";
  if (root?.type !== "object") return "other";
  const schema = stringOf(propertyOf(root, "$schema")) ?? "";
  if (isTemplateSchema(schema)) return "template";
  if (isParametersSchema(schema)) return "parameters";
  // One resource alone is an export only with its id: policy libraries are full of objects that look alike.
  if (isResource(root) && propertyOf(root, "id")) return "resources";
  const resources = propertyOf(root, "resources");
  const listed = resources?.type === "array" ? itemsOfArray(resources) : [];
  if (propertyOf(root, "contentVersion") && resources) return "template";
  if (listed.length > 0 && listed.every(isResource) && listed.some((one) => propertyOf(one, "apiVersion")))
    return "template";
  const rows = propertyOf(root, "data") ?? propertyOf(root, "value");
  return itemsOfArray(rows).some(isResource) ? "resources" : "other";
}

/** The resources of an export or a query result: the array itself, its `data` or `value`, or the one object. */
export function exportedResources(root: JsonNode): readonly JsonNode[] {
  if (root.type === "array") return itemsOfArray(root).filter(isResource);
  if (isResource(root)) return [root];
  return itemsOfArray(propertyOf(root, "data") ?? propertyOf(root, "value")).filter(isResource);
}

/** Looks like a resource: the type of one, a name, and the id or api-version without which it is only data that speaks of one. */
function isResource(node: JsonNode): boolean {
  const type = stringOf(propertyOf(node, "type"));
  if (type === undefined || !/^[A-Za-z]+\.[\w.]+\/[\w/]+$/.test(type) || !propertyOf(node, "name"))
    return false;
  const id = stringOf(propertyOf(node, "id"));
  return propertyOf(node, "apiVersion") !== undefined || (id?.startsWith("/") ?? false);
}
