import type { Network, Service } from "../network/index.ts";
import { isFalse, isString, isTrue } from "../value/index.ts";

/** The ways in which Azure isolates a service; several can hold at once. */
export type Method = "dedicated" | "private endpoint" | "service endpoint" | "service tag or address rules";

/** How one service is isolated, and what that means for it. */
export interface IsolatedService {
  readonly address: string;
  readonly name: string;
  readonly label: string;
  /** Empty when nothing isolates it. */
  readonly methods: readonly Method[];
  readonly exposure: "open" | "selected" | "private" | "unknown";
  /** What decides, in words. */
  readonly decides: string;
  readonly privateEndpoints: number;
  /** Whether on-premises comes in here, and whether the methods in use serve it. */
  readonly onPremises: string;
}

/** Each service of a network with the methods that isolate it. */
export function isolatedServices(network: Network): readonly IsolatedService[] {
  return network.services
    .filter(({ resource }) => resource.mode === "declared" && !isFalse(resource.exists))
    .map((service) => ({
      address: service.resource.address,
      name: isString(service.resource.name) ? service.resource.name.value : service.resource.address,
      label: service.label,
      methods: methodsOf(service),
      exposure: exposureOf(service),
      decides: service.exposure.decides.note,
      privateEndpoints: service.privateEndpoints.size,
      onPremises: onPremisesText(service, network),
    }));
}

function methodsOf(service: Service): readonly Method[] {
  const { injected, firewall, hasPrivateEndpoint } = service;
  const limits = !isTrue(service.exposure.open);
  return [
    ...(isTrue(injected) ? (["dedicated"] as const) : []),
    ...(isTrue(hasPrivateEndpoint) ? (["private endpoint"] as const) : []),
    ...(limits && firewall.networkRules.size > 0 ? (["service endpoint"] as const) : []),
    ...(limits && firewall.addressRules.size > 0 ? (["service tag or address rules"] as const) : []),
  ];
}

function exposureOf({ exposure }: Service): IsolatedService["exposure"] {
  if (isTrue(exposure.open)) return "open";
  if (isTrue(exposure.selected)) return "selected";
  return isTrue(exposure.privateOnly) ? "private" : "unknown";
}

function onPremisesText(service: Service, { onPremises }: Network): string {
  if (isFalse(onPremises.exists)) return "no on-premises seen";
  if (isTrue(service.injected)) return "over the gateway, by private address";
  if (isTrue(service.hasPrivateEndpoint))
    return "over the gateway and the private endpoint, when names are forwarded";
  if (isTrue(service.exposure.open)) return "over the public path, like everyone";
  if (service.firewall.addressRules.size > 0)
    return "over the public path, from the addresses that are admitted";
  return service.firewall.networkRules.size > 0 ? "not: service endpoints do not reach beyond Azure" : "not";
}
