import type { Configuration } from "../load/configuration.ts";
import type { LockedVersions } from "../load/lock-file.ts";
import type { Module } from "../load/module.ts";
import { highestMajor, majorOf } from "../load/provider-version.ts";

/** Which major version of each provider a stack runs with, and how that is known. */
export class ProviderVersions {
  readonly #configuration: Configuration;
  readonly #locked: LockedVersions;
  readonly #majors = new Map<string, { readonly major: number | undefined; readonly assumption: string }>();

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

  /** What was taken for granted, for the providers that were asked for and that configure Azure's network. */
  get assumptions(): readonly string[] {
    return [...this.#majors]
      .filter(([source]) => /(^|\/)azurerm$/.test(source))
      .map(([, { assumption }]) => assumption);
  }

  #find(source: string, name: string): { readonly major: number | undefined; readonly assumption: string } {
    const locked = this.#locked.get(source);
    const major = locked === undefined ? undefined : majorOf(locked);
    if (major !== undefined) return { major, assumption: `${name} ${major} (from .terraform.lock.hcl)` };
    const bounds = this.#bounds(source);
    if (bounds.length > 0) {
      const bound = Math.min(...bounds);
      return { major: bound, assumption: `${name} ${bound} (from required_providers)` };
    }
    return { major: undefined, assumption: `${name}: no version is pinned, arguments decide` };
  }

  /** Upper bounds from every module of the stack: all of them share one version. */
  #bounds(source: string): readonly number[] {
    const bounds: number[] = [];
    const add = (constraint: string | undefined): void => {
      const bound = constraint === undefined ? undefined : highestMajor(constraint);
      if (bound !== undefined) bounds.push(bound);
    };
    for (const module of this.#configuration.modules.values()) {
      if (typeof module === "string") continue;
      for (const [local, { version }] of module.requirements)
        if (sourceOf(module, local) === source) add(version);
      for (const [local, version] of module.providerVersions)
        if (sourceOf(module, local) === source) add(version);
    }
    return bounds;
  }
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
