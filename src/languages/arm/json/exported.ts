import { parseResourceId, type ResourceId } from "../../../model/index.ts";
import type { Diagnostics, SourceFile } from "../../../source/index.ts";
import { literal } from "../../../value/index.ts";
import type { Expression } from "../core/expression.ts";
import type { ResourceDeclaration, Template } from "../core/template.ts";
import { exportedResources } from "./detect.ts";
import { JsonLowering } from "./lower.ts";
import { type JsonNode, propertyOf, spanOf, stringOf } from "./read.ts";

const NOT_BODY: ReadonlySet<string> = new Set(["id", "type", "apiversion", "name"]);

/** An export or query result as a template: every string means itself, and ids say where things lie. */
export function exportedTemplate(file: SourceFile, root: JsonNode, diagnostics: Diagnostics): Template {
  const lowering = new JsonLowering(file, diagnostics, "literal");
  return {
    file,
    syntax: "arm",
    scope: "resourceGroup",
    parameters: new Map(),
    variables: new Map(),
    functions: new Map(),
    resources: exportedResources(root).map((node) => exportedResource(node, lowering)),
    outputs: new Map(),
    imports: new Map(),
    symbolicNames: false,
  };
}

function exportedResource(node: JsonNode, lowering: JsonLowering): ResourceDeclaration {
  const span = spanOf(lowering.file, node);
  const idNode = propertyOf(node, "id");
  const id = parseResourceId(literal(stringOf(idNode) ?? ""));
  const apiVersion = stringOf(propertyOf(node, "apiVersion"));
  const nameNode = propertyOf(node, "name");
  const text = (value: string): Expression => ({
    kind: "literal",
    value,
    span: nameNode ? spanOf(lowering.file, nameNode) : span,
  });
  return {
    type: stringOf(propertyOf(node, "type")) ?? id?.type ?? "",
    ...(apiVersion !== undefined && { apiVersion }),
    existing: false,
    span,
    name: text(id ? namesOf(id) : (stringOf(nameNode) ?? "")),
    ...(id && { scope: scopeOf(id, text) }),
    body: lowering.object(node, NOT_BODY),
  };
}

function namesOf(id: ResourceId): string {
  return id.names.map((name) => (name.kind === "literal" ? String(name.value) : "")).join("/");
}

/** A call as Bicep writes it: the scope that the id names. */
function scopeOf(id: ResourceId, text: (value: string) => Expression): Expression {
  const parts = [id.subscription, id.resourceGroup].flatMap((part) =>
    part?.kind === "literal" ? [text(String(part.value))] : [],
  );
  const span = text("").span;
  return { kind: "call", name: id.resourceGroup ? "resourceGroup" : "subscription", args: parts, span };
}
