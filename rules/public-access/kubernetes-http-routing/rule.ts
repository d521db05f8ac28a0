import { all, any, called, defineRule, is, isFalse, isOneOf, not, type Resource } from "isolint";

const ADDON = "properties.addonProfiles.httpApplicationRouting.enabled";
const ROUTING = "properties.ingressProfile.webAppRouting.enabled";
const CONTROLLER = "properties.ingressProfile.webAppRouting.nginx.defaultIngressControllerType";

export default defineRule<Resource>({
  title: "A Kubernetes cluster publishes its workloads by a managed public ingress",
  levels: { recommended: "warning", strict: "error" },
  why: "HTTP application routing and the default ingress controller of application routing take a public address: every ingress that somebody deploys is on the internet.",
  remedy:
    "Turn HTTP application routing off; it is retired. With application routing, make the default ingress controller internal or leave it out.",
  links: [
    "https://learn.microsoft.com/azure/aks/app-routing",
    "https://learn.microsoft.com/azure/aks/create-nginx-ingress-private-controller",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [9],
  judges: ({ network }) => network.graph.ofType("Microsoft.ContainerService/managedClusters"),
  check: (cluster) => {
    const addon = is(cluster.get(ADDON), true);
    const byRouting = all(
      is(cluster.get(ROUTING), true),
      not(isOneOf(cluster.get(CONTROLLER), ["Internal", "None"])),
    );
    return {
      fails: any(addon, byRouting),
      tell: () => {
        const path = isFalse(addon) ? CONTROLLER : ADDON;
        return {
          at: { resource: cluster, path },
          because: [cluster.get(path)],
          message: `Cluster ${called(cluster)} has ${isFalse(addon) ? "application routing with a default ingress controller that is not internal" : "HTTP application routing on"}: its ingresses get a public address.`,
        };
      },
    };
  },
});
