import { all, any, called, defineRule, is, isTrue, not, type Service, yes } from "isolint";

const PRIVATE = "properties.apiServerAccessProfile.enablePrivateCluster";

export default defineRule<Service>({
  title: "A Kubernetes API server can be reached from the internet",
  levels: { recommended: "error", strict: "error" },
  why: "Who reaches the API server and holds a credential owns the cluster. On a public address every leaked token and every flaw of the API works from anywhere.",
  remedy: "Make the cluster private, or at least name the address ranges that may call the API server.",
  links: [
    "https://learn.microsoft.com/azure/aks/private-clusters",
    "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7", "AC-4"] },
  statements: [17],
  judges: ({ network }) =>
    network.services.filter(
      ({ resource: { type } }) => type.toLowerCase() === "microsoft.containerservice/managedclusters",
    ),
  check: ({ resource, firewall }, { strict }) => {
    const isClosed = any(
      is(resource.get(PRIVATE), true),
      is(resource.get("properties.publicNetworkAccess"), "Disabled"),
    );
    const isLimited = all(firewall.addressRules.some(), not(firewall.rulesAdmitEveryone));
    return {
      fails: all(not(isClosed), strict ? yes() : not(isLimited)),
      tell: () => {
        const first = firewall.addressRules.seen[0]?.is;
        return {
          at: first && !isTrue(isLimited) ? first.spot : { resource, path: PRIVATE },
          because: [resource.get(PRIVATE)],
          message: isTrue(isLimited)
            ? `The API server of cluster ${called(resource)} has a public address, though only authorised ranges may call it.`
            : `The API server of cluster ${called(resource)} can be reached from the internet: the cluster is not private, and ${first ? "its authorised ranges admit everyone" : "no authorised ranges are named"}.`,
          ...(strict && { remedy: "Make the cluster private." }),
        };
      },
    };
  },
});
