import type { Node } from "jsonc-parser";
import { at, itemsOf, membersOf, textAt } from "./json.ts";
import type { PlannedResource } from "./plan.ts";

/** A resource attribute that an expression reads; without an attribute the whole resource, of which an unknown key chose the instance. */
export interface Referred {
  readonly address: string;
  readonly attribute: string | undefined;
}

/** How often references may lead on through variables and outputs. */
const LONGEST_WAY = 64;

/**
 * What the arguments of a plan's resources refer to, by the plan's `configuration`. It lists the names that an expression reads, not
 * the expression: whether the value is what is read, is for the caller to see.
 */
export class PlanReferences {
  readonly #root: Node | undefined;
  /** Resources by address, for each module of the configuration. */
  readonly #declared = new Map<Node, ReadonlyMap<string, Node>>();
  /** Configuration of modules by address. */
  readonly #modules = new Map<string, Node | undefined>();

  constructor(plan: Node) {
    this.#root = at(plan, "configuration", "root_module");
  }

  /** What the argument at a path (`ip_configuration[0].subnet_id`) of a resource reads; undefined when that leads to nothing sure. */
  of(resource: PlannedResource, path: string): readonly Referred[] | undefined {
    const expression = expressionAt(at(this.#declarationOf(resource), "expressions"), path);
    return this.#resolveAll(referencesOf(expression), resource.module, resource.suffix, LONGEST_WAY);
  }

  /** The key of a resource's provider in the plan's `provider_config`: `azurerm.hub`, `module.net:azurerm`. */
  providerKey(resource: PlannedResource): string | undefined {
    return textAt(this.#declarationOf(resource), "provider_config_key");
  }

  /** What the configuration says of a resource, whatever its instance. */
  #declarationOf(resource: PlannedResource): Node | undefined {
    const module = this.#moduleAt(resource.module);
    if (!module) return undefined;
    let declared = this.#declared.get(module);
    if (!declared) {
      declared = new Map(
        itemsOf(at(module, "resources")).map((node) => [textAt(node, "address") ?? "", node]),
      );
      this.#declared.set(module, declared);
    }
    return declared.get(`${resource.mode === "existing" ? "data." : ""}${resource.type}.${resource.name}`);
  }

  #resolveAll(
    references: readonly string[],
    module: string,
    suffix: string,
    left: number,
  ): readonly Referred[] | undefined {
    const all: Referred[] = [];
    for (const reference of references) {
      if (/^(each|count|path|terraform)\b/.test(reference)) continue;
      const found = this.#resolve(reference, module, suffix, left);
      if (!found) return undefined;
      all.push(...found);
    }
    return all.length === 0 ? undefined : all;
  }

  #resolve(reference: string, module: string, suffix: string, left: number): readonly Referred[] | undefined {
    if (left === 0) return undefined;
    const names = splitAddress(reference);
    const [first, second] = names;
    if (first === "var" && second !== undefined) {
      const { parent, call, suffix: own } = parentOf(module);
      if (call === undefined) return undefined;
      const expression = at(this.#moduleAt(parent), "module_calls", call, "expressions", second);
      return this.#resolveAll(referencesOf(expression), parent, own, left - 1);
    }
    if (first === "module") return this.#resolveOutput(names, module, suffix, left);
    if (first === "local" || first === undefined) return undefined;
    return [resourceReferred(names, module, suffix)];
  }

  #resolveOutput(
    names: readonly string[],
    module: string,
    suffix: string,
    left: number,
  ): readonly Referred[] | undefined {
    const [, call, ...rest] = names;
    const index = rest[0]?.startsWith("[") ? rest.shift() : undefined;
    const [output] = rest;
    if (call === undefined || output === undefined) return undefined;
    const child = prefixed(module, `module.${call}${index ?? ""}`);
    const expression = at(this.#moduleAt(child), "outputs", output, "expression");
    return this.#resolveAll(referencesOf(expression), child, index === undefined ? suffix : "", left - 1);
  }

  /** The configuration of the module with an address, whatever the keys of its instances. */
  #moduleAt(address: string): Node | undefined {
    if (this.#modules.has(address)) return this.#modules.get(address);
    let module = this.#root;
    const names = splitAddress(address);
    for (let position = 0; position < names.length; position++) {
      if (names[position] === "module")
        module = at(module, "module_calls", names[++position] ?? "", "module");
    }
    this.#modules.set(address, module);
    return module;
  }
}

function resourceReferred(names: readonly string[], module: string, suffix: string): Referred {
  const rest = [...names];
  const data = rest[0] === "data" ? [rest.shift()] : [];
  const [type, name] = rest.splice(0, 2);
  const written = rest[0]?.startsWith("[") ? rest.shift() : undefined;
  const base = prefixed(module, [...data, type, name].join("."));
  // A key that is no literal is not in the plan: as a rule it is the key of the instance that reads.
  const index = written ?? (rest.length === 0 ? suffix : "");
  const attribute = rest.map((step, at) => (at === 0 || step.startsWith("[") ? step : `.${step}`)).join("");
  return { address: `${base}${index}`, attribute: attribute === "" ? undefined : attribute };
}

/** The references of an expression without those that others begin with: `a.b.id`, not `a.b` as well. */
function referencesOf(expression: Node | undefined): readonly string[] {
  const all = itemsOf(at(expression, "references"))
    .map((node): unknown => node.value)
    .filter((one) => typeof one === "string");
  return all.filter(
    (one) =>
      !all.some((other) => other !== one && (other.startsWith(`${one}.`) || other.startsWith(`${one}[`))),
  );
}

/** The expression of an argument by its path; blocks are lists of objects. */
function expressionAt(expressions: Node | undefined, path: string): Node | undefined {
  let found = expressions;
  for (const step of splitAddress(path)) {
    // An item of a list that is no block has the expression of the whole list.
    if (membersOf(found).has("references")) return found;
    found = step.startsWith("[")
      ? found?.type === "array"
        ? itemsOf(found)[Number(step.slice(1, -1))]
        : found
      : at(found, step);
  }
  return found;
}

/** `a.b["c.d"].e` as `a`, `b`, `["c.d"]`, `e`. */
function splitAddress(address: string): readonly string[] {
  return address.match(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]|[^.[\]]+/g) ?? [];
}

function parentOf(module: string): {
  readonly parent: string;
  readonly call: string | undefined;
  readonly suffix: string;
} {
  const names = [...splitAddress(module)];
  const suffix = names.at(-1)?.startsWith("[") ? (names.pop() as string) : "";
  const call = names.pop();
  names.pop();
  const parent = names.map((step, at) => (at === 0 || step.startsWith("[") ? step : `.${step}`)).join("");
  return { parent, call, suffix };
}

function prefixed(module: string, address: string): string {
  return module === "" ? address : `${module}.${address}`;
}
