import {
  all,
  any,
  called,
  defineRule,
  is,
  isOneOf,
  isSet,
  isUnset,
  judge,
  no,
  not,
  type Resource,
  type Truth,
  yes,
} from "isolint";

/** Modes with which an App Service Environment's sites answer inside the network; templates also write the flags as numbers. */
const INSIDE = ["Web", "Web, Publishing", "Web,Publishing", 1, 3];

interface Kind {
  readonly label: string;
  readonly path: string;
  readonly isPublic: (environment: Resource) => Truth;
}

const KINDS: Readonly<Record<string, Kind>> = {
  "Microsoft.Web/hostingEnvironments": {
    label: "App Service Environment",
    path: "properties.internalLoadBalancingMode",
    isPublic: (environment) =>
      judge(environment.get("properties.internalLoadBalancingMode"), (mode) =>
        isUnset(mode) ? yes({ value: mode }) : not(isOneOf(mode, INSIDE)),
      ),
  },
  "Microsoft.App/managedEnvironments": {
    label: "Container Apps environment",
    path: "properties.vnetConfiguration.internal",
    isPublic: (environment) =>
      all(
        not(is(environment.get("properties.vnetConfiguration.internal"), true)),
        not(is(environment.get("properties.publicNetworkAccess"), "Disabled")),
      ),
  },
  "Microsoft.AppPlatform/Spring": {
    label: "Spring Apps service",
    path: "properties.networkProfile.appSubnetId",
    isPublic: (service) =>
      any(
        not(isSet(service.get("properties.networkProfile.appSubnetId"))),
        is(service.get("properties.vnetAddons.dataPlanePublicEndpoint"), true),
      ),
  },
};

export default defineRule<Resource>({
  title: "An environment for applications answers the internet",
  levels: { recommended: "warning", strict: "error" },
  why: "The load balancer in front of the environment has a public address, so every application in it can be published by a setting of its own.",
  remedy:
    "Create the environment with an internal load balancer in a subnet, and publish applications through an application gateway or Front Door with private link.",
  links: [
    "https://learn.microsoft.com/azure/app-service/environment/networking",
    "https://learn.microsoft.com/azure/container-apps/networking",
    "https://learn.microsoft.com/azure/spring-apps/basic-standard/how-to-deploy-in-azure-virtual-network",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [9],
  judges: ({ network }) => Object.keys(KINDS).flatMap((type) => network.graph.ofType(type)),
  check: (environment) => {
    const known = Object.entries(KINDS).find(
      ([type]) => type.toLowerCase() === environment.type.toLowerCase(),
    )?.[1];
    return {
      fails: known ? known.isPublic(environment) : no(),
      tell: () => {
        const path = known?.path ?? "properties";
        return {
          at: { resource: environment, path },
          because: [environment.get(path)],
          message: `${known?.label} ${called(environment)} has a public load balancer: its applications can be reached from the internet.`,
        };
      },
    };
  },
});
