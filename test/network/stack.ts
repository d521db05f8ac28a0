import { arm } from "../../src/languages/arm/index.ts";
import { bicep } from "../../src/languages/bicep/index.ts";
import { terraform } from "../../src/languages/terraform/index.ts";
import type { Graph } from "../../src/model/index.ts";
import {
  buildNetwork,
  DEFAULT_NETWORK_SETTINGS,
  type Network,
  type NetworkSettings,
} from "../../src/network/index.ts";
import { idOf, normalise } from "../../src/resources/index.ts";
import { MemoryReader } from "../../src/source/index.ts";
import { toBicep } from "./languages/bicep.ts";
import { toTerraform } from "./languages/terraform.ts";

/** A resource of a template, as its author writes it. */
export type TemplateResource = Readonly<Record<string, unknown>>;

/** The languages of the cases; Terraform counts twice, by its two providers. */
export const LANGUAGES = ["arm", "bicep", "azurerm", "azapi"] as const;
export type CaseLanguage = (typeof LANGUAGES)[number];

const TERRAFORM = { frontend: terraform, file: "main.tf", path: "." };
const READ_BY = {
  arm: { frontend: arm, file: "main.json", path: "main.json" },
  bicep: { frontend: bicep, file: "main.bicep", path: "main.bicep" },
  azurerm: TERRAFORM,
  azapi: TERRAFORM,
};

/** Resources in one of the languages; fails with `Unsayable` where that has no words for them. */
export function sourceIn(
  language: CaseLanguage,
  resources: readonly TemplateResource[],
  parts: Readonly<Record<string, unknown>> = {},
): string {
  const all = resources.map((resource) => ({ apiVersion: "2024-05-01", ...resource }));
  const parameters = (parts.parameters ?? {}) as Parameters<typeof toBicep>[1];
  if (language === "bicep") return toBicep(all, parameters);
  if (language !== "arm") return toTerraform(all, parameters, language);
  const template = {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    ...parts,
    resources: all,
  };
  return JSON.stringify(template, undefined, 2);
}

/** The graph of source text, in which nothing may be wrong. */
export async function graphOf(language: CaseLanguage, source: string): Promise<Graph> {
  const { frontend, file, path } = READ_BY[language];
  const session = frontend.open(new MemoryReader({ [file]: source }), { idOf });
  const stack = await session.evaluate({ language: frontend.language, path });
  const faults = stack.diagnostics.filter(({ severity }) => severity === "error");
  if (faults.length > 0) throw new Error(`${faults.map(({ message }) => message).join("\n")}\n\n${source}`);
  return normalise(stack).graph;
}

/** The network of an ARM template made of these resources. */
export async function networkOf(
  resources: readonly TemplateResource[],
  settings: Partial<NetworkSettings> = {},
  parts: Readonly<Record<string, unknown>> = {},
): Promise<Network> {
  const graph = await graphOf("arm", sourceIn("arm", resources, parts));
  return buildNetwork(graph, { ...DEFAULT_NETWORK_SETTINGS, ...settings });
}
