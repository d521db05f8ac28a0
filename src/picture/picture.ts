import type { Resource } from "../model/index.ts";
import type { Network, Service } from "../network/index.ts";
import { isFalse, isString, isTrue, no, type Truth, yes } from "../value/index.ts";

export type NodeKind =
  | "internet"
  | "on-premises"
  | "network"
  | "subnet"
  | "endpoint"
  | "interface"
  | "dedicated"
  | "service";

/** How open the public side of a service is. */
export type Openness = "open" | "selected" | "private" | "unknown";

export interface PictureNode {
  /** Unique within the picture. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** As its author would type it; empty for the internet and on-premises. */
  readonly address: string;
  /** The network of a subnet, the subnet of what lies in it. */
  readonly parent?: string;
  /** What a service is, in words. */
  readonly type?: string;
  /** Only of services. */
  readonly openness?: Openness;
}

export type EdgeKind = "public" | "peering" | "gateway" | "private-endpoint" | "service-endpoint";

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Whether it is there in every world. */
  readonly sure: boolean;
}

/** One stack's network as plain data: what there is, what lies in what, and what is connected. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** Draws a network: nodes and edges in the order of their declaration. Things that surely do not exist are left out. */
export function drawNetwork(network: Network): Picture {
  const drawing = new Drawing();
  drawOutside(drawing, network);
  drawServices(drawing, network);
  drawNetworks(drawing, network);
  connectNetworks(drawing, network);
  connectServices(drawing, network);
  return drawing.picture;
}

class Drawing {
  readonly #nodes = new Map<string, PictureNode>();
  readonly #edges = new Map<string, PictureEdge>();

  addOutside(id: string, kind: NodeKind, label: string): void {
    this.#nodes.set(id, { id, kind, label, address: "" });
  }

  /** A resource as a node, once; nothing when it surely does not exist. */
  add(
    resource: Resource,
    kind: NodeKind,
    extra: Pick<PictureNode, "parent" | "type" | "openness"> = {},
  ): void {
    const { address } = resource;
    if (isFalse(resource.exists) || this.#nodes.has(address)) return;
    this.#nodes.set(address, { id: address, kind, label: labelOf(resource), address, ...extra });
  }

  connect(from: string, to: string, kind: EdgeKind, holds: Truth): void {
    if (isFalse(holds) || !this.#nodes.has(from) || !this.#nodes.has(to)) return;
    this.#edges.set(`${from}\0${to}\0${kind}`, { from, to, kind, sure: isTrue(holds) });
  }

  get picture(): Picture {
    return { nodes: [...this.#nodes.values()], edges: [...this.#edges.values()] };
  }
}

function drawOutside(drawing: Drawing, { onPremises }: Network): void {
  drawing.addOutside(INTERNET, "internet", "Internet");
  if (!isFalse(onPremises.exists)) drawing.addOutside(ON_PREMISES, "on-premises", "On-premises");
}

/** What is injected lies in its subnet; every other service beside the networks, also when it reaches into one. */
function drawServices(drawing: Drawing, { services }: Network): void {
  for (const service of services) {
    if (!isTrue(service.injected))
      drawing.add(service.resource, "service", { type: service.label, openness: opennessOf(service) });
  }
}

function drawNetworks(drawing: Drawing, { virtualNetworks, subnets }: Network): void {
  for (const { resource } of virtualNetworks) drawing.add(resource, "network");
  for (const { resource, network, occupants } of subnets) {
    drawing.add(network.resource, "network");
    drawing.add(resource, "subnet", { parent: network.resource.address });
    for (const occupant of occupants)
      drawing.add(occupant.resource, KIND[occupant.kind], { parent: resource.address });
  }
}

const KIND = { "private-endpoint": "endpoint", interface: "interface", service: "dedicated" } as const;

function connectNetworks(drawing: Drawing, { virtualNetworks, onPremises }: Network): void {
  for (const { resource, peers } of virtualNetworks) {
    for (const { is, holds } of peers.seen) {
      // A peering has two halves and is one line.
      if (resource.address < is.resource.address)
        drawing.connect(resource.address, is.resource.address, "peering", holds);
    }
    const enters = onPremises.entries.some(({ networks }) =>
      networks.some((one) => (one.resource === resource ? yes() : no())),
    );
    drawing.connect(ON_PREMISES, resource.address, "gateway", enters);
  }
}

function connectServices(drawing: Drawing, { privateEndpoints, services, interfaces }: Network): void {
  for (const { resource, connections } of privateEndpoints) {
    for (const { is, holds } of connections.flatMap(({ service }) => service.seen)) {
      drawing.connect(resource.address, is.resource.address, "private-endpoint", holds);
    }
  }
  for (const { resource, exposure, firewall } of services) {
    drawing.connect(INTERNET, resource.address, "public", exposure.open);
    for (const { is, holds } of [...firewall.networkRules].flatMap(({ subnet }) => subnet.to.seen)) {
      drawing.connect(is.resource.address, resource.address, "service-endpoint", holds);
    }
  }
  for (const { resource, publicAddresses } of interfaces) {
    drawing.connect(INTERNET, resource.address, "public", publicAddresses.some());
  }
}

const INTERNET = "internet";
const ON_PREMISES = "on-premises";

function labelOf({ name, address }: Resource): string {
  return isString(name) && !name.sensitive ? name.value : address;
}

function opennessOf({ exposure }: Service): Openness {
  if (isTrue(exposure.open)) return "open";
  if (isTrue(exposure.selected)) return "selected";
  return isTrue(exposure.privateOnly) ? "private" : "unknown";
}
