import type { SourceFile } from "../../../source/index.ts";
import type { Expression, ObjectExpression } from "../../arm/core/expression.ts";
import type { Deployment, Template } from "../../arm/core/template.ts";
import type { ResourceSyntax } from "../syntax/index.ts";

/**
 * A deployment that is written as a resource, with ARM JSON as a Bicep object in it. Templates without resources, which only count
 * deployments, are empty; into others is not looked.
 */
export function inlineDeployment(syntax: ResourceSyntax, body: ObjectExpression): Deployment {
  const { span } = syntax;
  const template = at(at(body, "properties"), "template");
  const resources = at(template, "resources");
  const empty = resources?.kind === "array" && resources.items.length === 0;
  return {
    template: empty
      ? nothing(span.file)
      : { source: syntax.type, reason: "a template that is written inside of Bicep", span },
    parameters: new Map(),
    expressionScope: "inner",
  };
}

function at(owner: Expression | undefined, name: string): Expression | undefined {
  if (owner?.kind !== "object") return undefined;
  for (const property of owner.properties) {
    if (property.kind === "property" && property.key.kind === "literal" && property.key.value === name)
      return property.value;
  }
  return undefined;
}

function nothing(file: SourceFile): Template {
  return {
    file,
    syntax: "bicep",
    scope: "resourceGroup",
    parameters: new Map(),
    variables: new Map(),
    functions: new Map(),
    resources: [],
    outputs: new Map(),
    imports: new Map(),
    symbolicNames: true,
  };
}
