import type { Resource } from "../model/index.ts";
import { any, follow, itemsOf, type Truth } from "../value/index.ts";
import { answerOnce } from "./lazy.ts";
import { Members, type Reference } from "./members.ts";
import { flag, isGiven, valuesAt } from "./reading.ts";
import type { InterfaceConfiguration, NetworkInterface, Nsg, Subnet } from "./view.ts";
import type { Views } from "./views.ts";

const INTERFACE = "microsoft.network/networkinterfaces";
const MACHINE = "Microsoft.Compute/virtualMachines";
const PUBLIC_ADDRESS = "Microsoft.Network/publicIPAddresses";

/** Where each type keeps its interfaces' configurations; interfaces of their own keep them at the top. */
const CONFIGURATIONS: ReadonlyMap<string, { readonly interfaces: string; readonly address: string }> =
  new Map([
    [INTERFACE, { interfaces: "properties", address: "publicIPAddress.id" }],
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
    return valuesAt(this.resource, `${where.interfaces}.ipConfigurations[]`).map(({ value, path }) => {
      const publicAddress = follow(value, `properties.${where.address}`);
      return {
        name: follow(value, "name"),
        subnet: this.#views.follow(
          follow(value, "properties.subnet.id"),
          "Microsoft.Network/virtualNetworks/subnets",
          (found) => this.#views.subnet(found),
        ),
        publicAddress:
          where.address === "publicIPAddress.id"
            ? this.#views.follow(publicAddress, PUBLIC_ADDRESS, (found) => found)
            : { value: publicAddress, isSet: isGiven(publicAddress), to: Members.none },
        hasPublicAddress: isGiven(publicAddress),
        privateAddress: follow(value, "properties.privateIPAddress"),
        pools: itemsOf(follow(value, "properties.loadBalancerBackendAddressPools")).items.map((pool) =>
          follow(pool, "id"),
        ),
        spot: { resource: this.resource, path },
        publicAddressSpot: { resource: this.resource, path: `${path}.properties.${where.address}` },
      };
    });
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
