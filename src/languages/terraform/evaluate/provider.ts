import {
  type Configuration,
  highestMajor,
  type LockedVersions,
  type Module,
  type ModuleCall,
  majorOf,
} from "../load/index.ts";
import type { Expression } from "../syntax/index.ts";

/** Which major version of each provider a stack runs with, and how that is known. */
export class ProviderVersions {
  readonly #configuration: Configuration;
  readonly #locked: LockedVersions;
  #bounds: ReadonlyMap<string, number> | undefined;
  readonly #majors = new Map<
    string,
    { readonly major: number | undefined; readonly assumption: string | undefined }
  >();

  constructor(configuration: Configuration, locked: LockedVersions) {
    this.#configuration = configuration;
    this.#locked = locked;
  }

  /** The major of the provider with a local name in a module; undefined when nothing pins it. */
  major(module: Module, name: string): number | undefined {
    const source = sourceOf(module, name);
    let found = this.#majors.get(source);
    if (!found) {
      found = this.#find(source, name);
      this.#majors.set(source, found);
    }
    return found.major;
  }

  /** What was taken for granted of azurerm. Without a pinned version the arguments in use decide, which is not known here. */
  get assumptions(): readonly string[] {
    return [...this.#majors]
      .filter(([source]) => /(^|\/)azurerm$/.test(source))
      .map(([, { assumption }]) => assumption)
      .filter((assumption) => assumption !== undefined);
  }

  #find(
    source: string,
    name: string,
  ): { readonly major: number | undefined; readonly assumption: string | undefined } {
    const locked = this.#locked.get(source);
    const major = locked === undefined ? undefined : majorOf(locked);
    if (major !== undefined) return { major, assumption: `${name} ${major} (from .terraform.lock.hcl)` };
    this.#bounds ??= boundsOf(this.#configuration);
    const bound = this.#bounds.get(source);
    if (bound !== undefined)
      return { major: bound, assumption: `${name} ${bound} (from required_providers)` };
    return { major: undefined, assumption: undefined };
  }
}

/** The lowest upper bound of each provider over all modules of the stack: all of them share one version. */
function boundsOf(configuration: Configuration): ReadonlyMap<string, number> {
  const bounds = new Map<string, number>();
  for (const module of configuration.modules.values()) {
    if (typeof module === "string") continue;
    const add = (local: string, constraint: string | undefined): void => {
      const bound = constraint === undefined ? undefined : highestMajor(constraint);
      if (bound === undefined) return;
      const source = sourceOf(module, local);
      bounds.set(source, Math.min(bound, bounds.get(source) ?? bound));
    };
    for (const [local, { version }] of module.requirements) add(local, version);
    for (const [local, version] of module.providerVersions) add(local, version);
  }
  return bounds;
}

/** `namespace/type` of a provider by its local name; without a requirement it is one of HashiCorp's. */
function sourceOf(module: Module, name: string): string {
  const source = module.requirements.get(name)?.source?.toLowerCase();
  if (source === undefined) return `hashicorp/${name}`;
  const parts = source.split("/");
  return parts.length === 1 ? `hashicorp/${source}` : parts.slice(-2).join("/");
}

/** The provider that a resource type belongs to, by Terraform's rule: what stands before the first underscore. */
export function providerOfType(type: string): string {
  const underscore = type.indexOf("_");
  return underscore === -1 ? type : type.slice(0, underscore);
}

/** `azurerm` or `azurerm.hub`, as written in a `provider` argument; old code has it in quotes. */
export function providerName(expression: Expression): string | undefined {
  if (expression.kind === "string") return expression.value;
  if (expression.kind !== "variable") return undefined;
  const [alias] = expression.steps;
  return alias?.kind === "attribute" ? `${expression.root.text}.${alias.name}` : expression.root.text;
}

/**
 * The provider configurations of a called module by their names there, as the root calls them: those that the call hands down, and
 * those without an alias by themselves.
 */
export function providersFor(
  call: ModuleCall,
  own: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const providers = new Map([...own].filter(([name]) => !name.includes(".")));
  const written = call.body.attributes.get("providers")?.node.expression;
  if (written?.kind !== "object") return providers;
  for (const item of written.items) {
    const inner = item.name ?? providerName(item.key);
    const outer = providerName(item.value);
    if (inner !== undefined && outer !== undefined) providers.set(inner, own.get(outer) ?? outer);
  }
  return providers;
}
