import type { Expression } from "../../arm/core/expression.ts";
import type { OpaqueTemplate, ResourceDeclaration, Template } from "../../arm/core/template.ts";
import type { ModuleSyntax } from "../syntax/index.ts";
import { propertyOfBody, splitBody, text, writtenProperties } from "./body.ts";

const TAKEN: ReadonlySet<string> = new Set(["name", "scope", "params", "dependsOn"]);

/** A module is a deployment of another template with inner scope: it sees what it is given and nothing else. */
export function lowerModule(syntax: ModuleSyntax, template: Template | OpaqueTemplate): ResourceDeclaration {
  const body = splitBody(syntax.object, TAKEN);
  const params = propertyOfBody(body, "params");
  const written = writtenProperties(params);
  const scope = body.taken.get("scope");
  return {
    symbolicName: syntax.name,
    type: "Microsoft.Resources/deployments",
    existing: false,
    span: syntax.span,
    name: propertyOfBody(body, "name") ?? generatedName(syntax),
    ...(syntax.condition && { condition: syntax.condition }),
    ...(syntax.loop && { loop: syntax.loop }),
    ...(scope && { scope }),
    body: body.object,
    deployment: {
      template,
      parameters: written ?? new Map(),
      ...(!written && params && { parametersFrom: params }),
      expressionScope: "inner",
    },
  };
}

/** The name that Bicep gives to a module's deployment when none is written. */
function generatedName(syntax: ModuleSyntax): Expression {
  const span = syntax.nameSpan;
  const deployment: Expression = { kind: "call", name: "deployment", args: [], span };
  const name: Expression = { kind: "member", object: deployment, name: "name", span };
  const unique: Expression = {
    kind: "call",
    name: "uniqueString",
    args: [text(syntax.name, span), name],
    span,
  };
  return { kind: "text", parts: [text(`${syntax.name}-`, span), unique], span };
}
