import type { TemplateScope } from "../core/template.ts";

const TEMPLATE = /\/((?:subscription|managementgroup|tenant)?deploymenttemplate)\.json/i;
const PARAMETERS = /\/(?:subscription|managementgroup|tenant)?deploymentparameters\.json/i;

/** The scope that a template's `$schema` names; a resource group when it names none. */
export function templateScopeOf(schema: string): TemplateScope {
  const name = TEMPLATE.exec(schema)?.[1]?.toLowerCase() ?? "";
  if (name.startsWith("subscription")) return "subscription";
  if (name.startsWith("managementgroup")) return "managementGroup";
  if (name.startsWith("tenant")) return "tenant";
  return "resourceGroup";
}

/** Whether a `$schema` is that of a deployment template. */
export function isTemplateSchema(schema: string): boolean {
  return TEMPLATE.test(schema);
}

/** Whether a `$schema` is that of a parameter file. */
export function isParametersSchema(schema: string): boolean {
  return PARAMETERS.test(schema);
}
