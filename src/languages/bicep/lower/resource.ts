import type { Diagnostics } from "../../../source/index.ts";
import type { Expression } from "../../arm/core/expression.ts";
import type { ResourceDeclaration } from "../../arm/core/template.ts";
import type { ResourceSyntax } from "../syntax/index.ts";
import { propertyOfBody, splitBody, text } from "./body.ts";
import { inlineDeployment } from "./inline-deployment.ts";

/** Properties of a resource that are not part of what is sent to Azure. */
const NOT_BODY: ReadonlySet<string> = new Set(["name", "parent", "scope", "dependsOn"]);

/** A resource and, behind it, those that are declared inside of it. */
export function lowerResource(
  syntax: ResourceSyntax,
  within: ResourceDeclaration | undefined,
  diagnostics: Diagnostics,
): readonly ResourceDeclaration[] {
  const at = syntax.type.lastIndexOf("@");
  const written = at === -1 ? syntax.type : syntax.type.slice(0, at);
  const type = within ? `${within.type}/${written}` : written;
  const apiVersion = at === -1 ? within?.apiVersion : syntax.type.slice(at + 1);
  const body = splitBody(syntax.object, NOT_BODY);
  const parent = propertyOfBody(body, "parent");
  const scope = propertyOfBody(body, "scope");
  const declaration: ResourceDeclaration = {
    symbolicName: syntax.name,
    type,
    ...(apiVersion !== undefined && { apiVersion }),
    existing: syntax.existing,
    span: syntax.span,
    name: nameOf(syntax, type, propertyOfBody(body, "name"), diagnostics),
    ...(syntax.condition && { condition: syntax.condition }),
    ...(syntax.loop && { loop: syntax.loop }),
    ...(within && { within }),
    ...(parent && body.taken.has("parent") && { parent }),
    ...(scope && body.taken.has("scope") && { scope }),
    body: body.object,
    ...(isDeployment(written, syntax) && { deployment: inlineDeployment(syntax, body.object) }),
  };
  if (!written.includes("/") && !within) {
    diagnostics.error(
      "invalid-type",
      `'${syntax.type}' is no resource type: expected one such as 'Microsoft.Network/virtualNetworks@2024-05-01'.`,
      syntax.typeSpan,
    );
  }
  return [declaration, ...syntax.nested.flatMap((one) => lowerResource(one, declaration, diagnostics))];
}

function isDeployment(type: string, { existing }: ResourceSyntax): boolean {
  return !existing && type.toLowerCase() === "microsoft.resources/deployments";
}

function nameOf(
  syntax: ResourceSyntax,
  type: string,
  name: Expression | undefined,
  diagnostics: Diagnostics,
): Expression {
  if (name) return name;
  // Resources of extensions (Kubernetes, Microsoft Graph) are named some other way.
  if (!/^Microsoft\.(?!Graph\/)/i.test(type)) return text(syntax.name, syntax.nameSpan);
  diagnostics.error("missing-name", `The resource '${syntax.name}' has no name.`, syntax.nameSpan);
  return { kind: "error", span: syntax.nameSpan };
}
