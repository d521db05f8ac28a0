import { arm } from "../../src/languages/arm/index.ts";
import {
  buildNetwork,
  DEFAULT_NETWORK_SETTINGS,
  type Network,
  type NetworkSettings,
} from "../../src/network/index.ts";
import { normalise } from "../../src/resources/index.ts";
import { MemoryReader } from "../../src/source/index.ts";

/** A resource of a template, as its author writes it. */
export type TemplateResource = Readonly<Record<string, unknown>>;

/** The network of an ARM template made of these resources. */
export async function networkOf(
  resources: readonly TemplateResource[],
  settings: Partial<NetworkSettings> = {},
  parts: Readonly<Record<string, unknown>> = {},
): Promise<Network> {
  const template = {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    ...parts,
    resources: resources.map((resource) => ({ apiVersion: "2024-05-01", ...resource })),
  };
  const session = arm.open(new MemoryReader({ "main.json": JSON.stringify(template, undefined, 2) }));
  const stack = await session.evaluate({ language: "arm", path: "main.json" });
  const faults = stack.diagnostics.filter(({ severity }) => severity === "error");
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join("\n"));
  return buildNetwork(normalise(stack).graph, { ...DEFAULT_NETWORK_SETTINGS, ...settings });
}
