import {
  AZURE_DNS,
  PRIVATE,
  PUBLIC_ALL,
  parseServiceTag,
  Ranges,
  type ServiceTag,
} from "../../azure/index.ts";
import { type AddressSet, unite } from "./box.ts";

/** Tags whose addresses are not on the internet. */
const INSIDE: ReadonlySet<string> = new Set([
  "virtualnetwork",
  "azureloadbalancer",
  "azureplatformdns",
  "azureplatformimds",
  "azureplatformlkm",
]);

/**
 * The names that stand for addresses nobody can list: service tags, and prefixes that are only known after deployment. Each name
 * has a bit. `Internet` lies above `AzureCloud`, that above each service's tag, and a tag above its regions.
 */
export class Names {
  readonly #bits = new Map<string, number>();
  readonly #tags: { readonly bit: bigint; readonly tag: ServiceTag }[] = [];
  #prefixes = 0n;
  readonly network: NetworkAddresses;

  constructor(network: NetworkAddresses) {
    this.network = network;
    for (const text of ["VirtualNetwork", "AzureCloud", "AzureLoadBalancer"]) this.declare(text);
  }

  /** Makes a tag or, with the key of a value, an unknown prefix part of the universe. */
  declare(text: string): void {
    const tag = parseServiceTag(text);
    if (tag) this.#declareTag(tag);
  }

  declarePrefix(key: string): void {
    if (!this.#bits.has(`prefix ${key}`)) this.#prefixes |= this.#bit(`prefix ${key}`);
  }

  get everyName(): bigint {
    return (1n << BigInt(this.#bits.size)) - 1n;
  }

  get everything(): AddressSet {
    return { ranges: Ranges.everything, names: this.everyName };
  }

  /** Everything inside the network, its peers and what gateways bring, known or not. */
  get inside(): AddressSet {
    return {
      ranges: this.network.ranges.union(PRIVATE),
      names: this.#prefixes | this.#below(isVirtualNetwork),
    };
  }

  /** Other tenants' addresses in Azure: what only the tag of the whole cloud, or of a region, names. */
  get azure(): AddressSet {
    return { ranges: Ranges.none, names: this.#below((tag) => tag.name.toLowerCase() === "azurecloud") };
  }

  /** A prefix that only its value's key tells. */
  prefix(key: string): AddressSet | undefined {
    const at = this.#bits.get(`prefix ${key}`);
    return at === undefined ? undefined : { ranges: Ranges.none, names: 1n << BigInt(at) };
  }

  ranges(ranges: Ranges): AddressSet {
    // Whoever admits the whole public address space admits every service's addresses with it.
    const whole = ranges.covers(PUBLIC_IPV4) ? this.#below((tag) => !isInside(tag)) : 0n;
    const inside = ranges.covers(PRIVATE_IPV4) ? this.#prefixes | this.#below(isVirtualNetwork) : 0n;
    const probes = ranges.covers(AZURE_DNS) ? this.#below(isLoadBalancer) : 0n;
    return { ranges, names: whole | inside | probes };
  }

  /** The addresses of a tag; undefined when the text is none. */
  tag(text: string): AddressSet | undefined {
    const tag = parseServiceTag(text);
    if (!tag) return undefined;
    const name = tag.name.toLowerCase();
    if (name === "internet") {
      const own = this.network.ranges;
      return { ranges: PUBLIC_ALL.subtract(own), names: this.#below((one) => !isInside(one)) };
    }
    if (name === "virtualnetwork") {
      const inside: AddressSet = {
        ranges: this.network.ranges,
        names: this.#prefixes | this.#below(isVirtualNetwork),
      };
      return this.network.coversEverything ? unite(inside, this.everything) : inside;
    }
    if (name === "azureloadbalancer") return { ranges: AZURE_DNS, names: this.#below(isLoadBalancer) };
    if (name === "azurecloud") {
      return {
        ranges: Ranges.none,
        names: this.#below(
          (one) => !isInside(one) && (tag.region === undefined || one.region === tag.region),
        ),
      };
    }
    return {
      ranges: Ranges.none,
      names: this.#below(
        (one) => one.name.toLowerCase() === name && (tag.region === undefined || one.region === tag.region),
      ),
    };
  }

  #declareTag(tag: ServiceTag): void {
    const key = `tag ${tag.name.toLowerCase()}.${tag.region ?? ""}`;
    if (this.#bits.has(key) || tag.name.toLowerCase() === "internet") return;
    this.#tags.push({ bit: this.#bit(key), tag });
  }

  #bit(key: string): bigint {
    const at = this.#bits.size;
    this.#bits.set(key, at);
    return 1n << BigInt(at);
  }

  #below(question: (tag: ServiceTag) => boolean): bigint {
    return this.#tags.reduce((bits, { bit, tag }) => (question(tag) ? bits | bit : bits), 0n);
  }
}

const PRIVATE_IPV4 = PRIVATE.intersect(Ranges.ipv4);
const PUBLIC_IPV4 = PUBLIC_ALL.intersect(Ranges.ipv4);

function isInside(tag: ServiceTag): boolean {
  return INSIDE.has(tag.name.toLowerCase());
}

function isVirtualNetwork(tag: ServiceTag): boolean {
  return tag.name.toLowerCase() === "virtualnetwork";
}

function isLoadBalancer(tag: ServiceTag): boolean {
  return tag.name.toLowerCase() === "azureloadbalancer";
}

/** What the tag `VirtualNetwork` stands for where an NSG is attached. */
export interface NetworkAddresses {
  /** Known ranges of the network, its peers and what gateways bring. */
  readonly ranges: Ranges;
  /** A route for 0.0.0.0/0 makes it cover everything. */
  readonly coversEverything: boolean;
}
