import { all, given, isFalse, isString, isTrue, outcomeOf, type Truth, yes } from "../../value/index.ts";
import { answerOnce } from "../lazy.ts";
import type { NetworkInterface, Placement } from "../view.ts";
import type { Views } from "../views.ts";
import { InnerReach } from "./interface.ts";
import { type Leg, pathOf } from "./leg.ts";
import { ServiceReach } from "./service.ts";
import { type ReachAnswer, type ReachSource, type ReachTarget, resourceOfTarget } from "./view.ts";

/** Dedicated services that somebody connects to; the others only use the network, or are part of it. */
const REACHABLE: ReadonlySet<string> = new Set([
  "sql-mi",
  "cassandra-mi",
  "netapp-volume",
  "managed-lustre",
  "hdinsight",
  "aci",
  "aks-apiserver",
  "app-service-environment",
  "app-gateway-v1",
  "app-gateway-v2",
  "app-gateway-v2-isolated",
  "entra-domain-services",
  "dedicated-hsm",
  "payment-hsm",
  "oracle-db",
  "qumulo",
]);

/** Answers who reaches what in one network. Alike questions share their work as long as it lives. */
export class Reachability {
  readonly #views: Views;
  readonly #services: ServiceReach;
  readonly #inner: InnerReach;

  constructor(views: Views) {
    this.#views = views;
    this.#services = new ServiceReach(views);
    this.#inner = new InnerReach(views, this.#services.ways);
  }

  /** Every source there is: on-premises where it is seen or expected, and each declared subnet that can hold clients. */
  get sources(): readonly ReachSource[] {
    const { onPremises, subnets } = this.#views;
    return [
      { kind: "internet" },
      { kind: "any-azure" },
      { kind: "trusted-services" },
      ...(isFalse(onPremises.exists) ? [] : [{ kind: "on-premises" } as const]),
      ...subnets
        .filter(
          (subnet) =>
            subnet.resource.mode === "declared" &&
            !isFalse(subnet.resource.exists) &&
            !isFalse(subnet.holdsClients),
        )
        .map((subnet) => ({ kind: "subnet", subnet }) as const),
    ];
  }

  /** Subnets outside the stack: sources only where somebody names them. */
  get outsideSources(): readonly ReachSource[] {
    return this.#views.subnets
      .filter(({ resource }) => resource.mode === "existing")
      .map((subnet) => ({ kind: "subnet", subnet }));
  }

  get targets(): readonly ReachTarget[] {
    const { services, interfaces, placements } = this.#views;
    const here = ({
      resource,
    }: {
      readonly resource: { readonly mode: string; readonly exists: Parameters<typeof isFalse>[0] };
    }): boolean => resource.mode === "declared" && !isFalse(resource.exists);
    const placed = new Map<Placement["resource"], Placement>();
    for (const placement of placements.filter(here)) {
      const [way] = placement.ways;
      if (way && REACHABLE.has(way.id) && !placed.has(placement.resource))
        placed.set(placement.resource, placement);
    }
    return [
      ...services.filter(here).flatMap((service): ReachTarget[] => {
        const groups = isTrue(service.injected) || service.groups.length === 0 ? [undefined] : service.groups;
        return groups.map((group) => ({ kind: "service", service, group }));
      }),
      ...interfaces.filter(here).map((one): ReachTarget => ({ kind: "interface", interface: one })),
      ...[...placed.values()]
        .filter(({ resource }) => this.#views.service(resource) === undefined)
        .map((placement): ReachTarget => ({ kind: "placement", placement })),
    ];
  }

  /** Whether a source reaches a target; undefined where the question has no meaning (trusted services and a type without bypass). */
  ask(source: ReachSource, target: ReachTarget): ReachAnswer | undefined {
    const found = this.#leg(source, target);
    if (!found) return undefined;
    // Source and target are judged as if they existed; whatever else stands under their condition then exists with them.
    const [here, there] = [existenceOfSource(source), resourceOfTarget(target).exists];
    const exist = here.kind === "decided" && there.kind === "decided" ? here : all(here, there);
    const premise = exist.kind === "decided" ? undefined : exist;
    return new Answer(found, exist, premise);
  }

  #leg(source: ReachSource, target: ReachTarget): Leg | undefined {
    switch (target.kind) {
      case "service":
        return this.#toService(source, target);
      case "interface":
        return this.#toInterface(source, target.interface);
      case "placement":
        return this.#toPlacement(source, target.placement);
    }
  }

  #toService(
    source: ReachSource,
    { service, group }: ReachTarget & { readonly kind: "service" },
  ): Leg | undefined {
    switch (source.kind) {
      case "internet":
        return this.#services.fromInternet(service);
      case "any-azure":
        return this.#services.fromAnyAzure(service);
      case "trusted-services":
        return this.#services.fromTrusted(service);
      case "on-premises":
        return this.#services.onPremises.toService(service, group);
      case "subnet":
        return this.#services.fromSubnet(source.subnet, service, group);
    }
  }

  #toInterface(source: ReachSource, target: NetworkInterface): Leg | undefined {
    switch (source.kind) {
      case "internet":
        return this.#inner.publicly(target, "internet");
      case "any-azure":
        return this.#inner.publicly(target, "azure");
      case "trusted-services":
        return undefined;
      case "on-premises":
        return this.#inner.fromOnPremises(target);
      case "subnet":
        return this.#inner.fromSubnet(source.subnet, target);
    }
  }

  #toPlacement(source: ReachSource, target: Placement): Leg | undefined {
    switch (source.kind) {
      case "internet":
        return this.#inner.placementPublicly(target, "internet");
      case "any-azure":
        return this.#inner.placementPublicly(target, "azure");
      case "trusted-services":
        return undefined;
      case "on-premises":
        return this.#inner.placementFromOnPremises(target);
      case "subnet":
        return this.#inner.placementFromSubnet(source.subnet, target);
    }
  }
}

answerOnce(Reachability);

const VERDICTS = { true: "allowed", false: "blocked", unknown: "unknown" } as const;

class Answer implements ReachAnswer {
  readonly verdict: ReachAnswer["verdict"];
  readonly path: ReachAnswer["path"];
  readonly allowed: Truth;
  readonly #way: Leg;
  readonly #premise: Truth | undefined;

  constructor(way: Leg, exist: Truth, premise: Truth | undefined) {
    this.allowed = premise ? given(way.allowed, premise) : way.allowed;
    this.verdict = VERDICTS[outcomeOf(this.allowed)];
    this.path = this.verdict === "blocked" ? null : pathOf(way, exist);
    this.#way = way;
    this.#premise = premise;
  }

  get steps(): ReachAnswer["steps"] {
    return this.#way.steps({ premise: this.#premise });
  }
}

function existenceOfSource(source: ReachSource): Truth {
  return source.kind === "subnet" ? source.subnet.resource.exists : yes();
}

/** The name of a source for reports. */
export function addressOfSource(source: ReachSource): string {
  return source.kind === "subnet" ? source.subnet.resource.address : source.kind;
}

export function nameOfSource(source: ReachSource): string | null {
  if (source.kind !== "subnet") return source.kind;
  return isString(source.subnet.name) ? source.subnet.name.value : null;
}
