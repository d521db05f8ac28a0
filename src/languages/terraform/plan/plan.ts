import type { Node } from "jsonc-parser";
import { at, itemsOf, membersOf, textAt } from "./json.ts";

/** A resource or data source as it will be. */
export interface PlannedResource {
  readonly address: string;
  readonly mode: "declared" | "existing";
  readonly type: string;
  readonly name: string;
  /** `module.net["a"]`; empty in the root. */
  readonly module: string;
  /** What stands behind the name in the address: `[0]`, `["app"]`, or nothing. */
  readonly suffix: string;
  readonly node: Node;
  readonly values: Node | undefined;
  readonly unknown: Node | undefined;
  readonly sensitive: Node | undefined;
}

/** Whether a text is what `terraform show -json` writes for a plan, by its beginning alone. */
export function looksLikePlan(text: string): boolean {
  return /^\s*\{\s*"format_version"\s*:/.test(text) && text.includes('"planned_values"');
}

/** All resources of a plan: what will be after it is applied, and the data sources that were read for it. */
export function plannedResources(plan: Node): readonly PlannedResource[] {
  const changes = new Map<string, Node>();
  for (const change of itemsOf(at(plan, "resource_changes"))) {
    const address = textAt(change, "address");
    if (address !== undefined && textAt(change, "deposed") === undefined) changes.set(address, change);
  }
  const planned = resourcesBelow(at(plan, "planned_values", "root_module"), changes);
  const seen = new Set(planned.map((resource) => resource.address));
  const read = resourcesBelow(at(plan, "prior_state", "values", "root_module"), changes);
  return [...planned, ...read.filter(({ mode, address }) => mode === "existing" && !seen.has(address))];
}

function resourcesBelow(root: Node | undefined, changes: ReadonlyMap<string, Node>): PlannedResource[] {
  const found: PlannedResource[] = [];
  const waiting = root ? [root] : [];
  for (let module = waiting.pop(); module; module = waiting.pop()) {
    const address = textAt(module, "address") ?? "";
    for (const node of itemsOf(at(module, "resources"))) {
      const resource = resourceOf(node, address, changes);
      if (resource) found.push(resource);
    }
    waiting.push(...[...itemsOf(at(module, "child_modules"))].reverse());
  }
  return found;
}

function resourceOf(
  node: Node,
  module: string,
  changes: ReadonlyMap<string, Node>,
): PlannedResource | undefined {
  const address = textAt(node, "address");
  const type = textAt(node, "type");
  const name = textAt(node, "name");
  if (address === undefined || type === undefined || name === undefined) return undefined;
  const change = changes.get(address);
  const index: unknown = at(node, "index")?.value;
  return {
    address,
    mode: textAt(node, "mode") === "data" ? "existing" : "declared",
    type,
    name,
    module,
    suffix: typeof index === "number" || typeof index === "string" ? `[${JSON.stringify(index)}]` : "",
    node,
    values: at(node, "values"),
    unknown: at(change, "change", "after_unknown"),
    sensitive: at(node, "sensitive_values"),
  };
}

/** The values of the root module's variables, as nodes. */
export function plannedVariables(plan: Node): ReadonlyMap<string, Node> {
  const values = new Map<string, Node>();
  for (const [name, variable] of membersOf(at(plan, "variables"))) {
    const value = at(variable, "value");
    if (value) values.set(name, value);
  }
  return values;
}
