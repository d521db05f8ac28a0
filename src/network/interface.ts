import type { Resource } from "../model/index.ts";
import { any, follow, itemsOf, type Truth, type Value } from "../value/index.ts";
import { answerOnce } from "./lazy.ts";
import { Members, type Reference, type Spot } from "./members.ts";
import { flag, isGiven, valuesAt } from "./reading.ts";
import type { InterfaceConfiguration, NetworkInterface, Nsg, Subnet } from "./view.ts";
import type { Views } from "./views.ts";

const INTERFACE = "microsoft.network/networkinterfaces";
const MACHINE = "Microsoft.Compute/virtualMachines";
const PUBLIC_ADDRESS = "Microsoft.Network/publicIPAddresses";

const ADDRESS_ID = "publicIPAddress.id";

/** Where each type keeps its interfaces' configurations; interfaces of their own keep them at the top. */
const CONFIGURATIONS: ReadonlyMap<string, { readonly interfaces: string; readonly address: string }> =
  new Map([
    [INTERFACE, { interfaces: "properties", address: ADDRESS_ID }],
    [
      "microsoft.compute/virtualmachinescalesets",
      {
        interfaces:
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties",
        address: "publicIPAddressConfiguration",
      },
    ],
    [
      "microsoft.compute/virtualmachines",
      {
        interfaces: "properties.networkProfile.networkInterfaceConfigurations[].properties",
        address: "publicIPAddressConfiguration",
      },
    ],
  ]);

/** Whether a resource has configurations of interfaces in it. */
export function holdsInterfaces(resource: Resource): boolean {
  const where = CONFIGURATIONS.get(resource.type.toLowerCase());
  if (!where) return false;
  return resource.type.toLowerCase() === INTERFACE || valuesAt(resource, where.interfaces).length > 0;
}

export const INTERFACE_TYPES = [...CONFIGURATIONS.keys()];

export class NetworkInterfaceView implements NetworkInterface {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get configurations(): readonly InterfaceConfiguration[] {
    const where = CONFIGURATIONS.get(this.resource.type.toLowerCase());
    if (!where) return [];
    return valuesAt(this.resource, `${where.interfaces}.ipConfigurations[]`).map(
      ({ value, path }) =>
        new ConfigurationView(value, { resource: this.resource, path }, where.address, this.#views),
    );
  }

  get nsg(): Reference<Nsg> {
    const where = CONFIGURATIONS.get(this.resource.type.toLowerCase());
    const type = "Microsoft.Network/networkSecurityGroups";
    const [first] = where ? valuesAt(this.resource, `${where.interfaces}.networkSecurityGroup.id`) : [];
    const value = first?.value ?? this.resource.get("properties.networkSecurityGroup.id");
    const reference = this.#views.follow(value, type, (found) => this.#views.nsg(found));
    const maybe = this.#views.mayBeExtended(this.resource);
    return maybe.kind === "decided"
      ? reference
      : { value, isSet: any(reference.isSet, maybe), to: reference.to.orMore(maybe) };
  }

  get subnets(): Members<Subnet> {
    return Members.union(this.configurations.map(({ subnet }) => subnet.to));
  }

  get publicAddresses(): Members<Resource> {
    return Members.union(this.configurations.map(({ publicAddress }) => publicAddress.to));
  }

  get forwards(): Truth {
    return flag(this.resource, "properties.enableIPForwarding", false);
  }

  get machine(): Members<Resource> {
    if (this.resource.type.toLowerCase() !== INTERFACE) return Members.of([this.resource]);
    const machines = this.#views.graph
      .referrers(this.resource)
      .filter(({ type }) => type.toLowerCase() === MACHINE.toLowerCase());
    return new Members(machines.map((is) => ({ is, holds: is.exists })));
  }

  get ofMachine(): readonly NetworkInterface[] {
    const [machine] = this.machine;
    return (machine && this.#views.interfacesOfMachine(machine)) ?? [this];
  }
}
answerOnce(NetworkInterfaceView);

class ConfigurationView implements InterfaceConfiguration {
  readonly spot: Spot;
  readonly #item: Value;
  readonly #address: string;
  readonly #views: Views;

  /** `address` is where in its properties an item names its public address. */
  constructor(item: Value, spot: Spot, address: string, views: Views) {
    this.spot = spot;
    this.#item = item;
    this.#address = address;
    this.#views = views;
  }

  get name(): Value {
    return follow(this.#item, "name");
  }

  get subnet(): Reference<Subnet> {
    return this.#views.follow(
      follow(this.#item, "properties.subnet.id"),
      "Microsoft.Network/virtualNetworks/subnets",
      (found) => this.#views.subnet(found),
    );
  }

  get publicAddress(): Reference<Resource> {
    const value = follow(this.#item, `properties.${this.#address}`);
    return this.#address === ADDRESS_ID
      ? this.#views.follow(value, PUBLIC_ADDRESS, (found) => found)
      : { value, isSet: isGiven(value), to: Members.none };
  }

  get hasPublicAddress(): Truth {
    return this.publicAddress.isSet;
  }

  get privateAddress(): Value {
    return follow(this.#item, "properties.privateIPAddress");
  }

  get pools(): readonly Value[] {
    const pools = itemsOf(follow(this.#item, "properties.loadBalancerBackendAddressPools")).items;
    return pools.map((pool) => follow(pool, "id"));
  }

  get publicAddressSpot(): Spot {
    const { resource, path } = this.spot;
    return { resource, path: `${path}.properties.${this.#address}` };
  }
}
answerOnce(ConfigurationView);
