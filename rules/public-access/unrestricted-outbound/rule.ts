import { all, called, defineRule, is, isOneOf, no, not, type Resource, type Truth } from "isolint";

interface Kind {
  readonly path: string;
  readonly label: string;
  /** What is possible as long as it is not restricted. */
  readonly lets: string;
  readonly remedy: string;
  readonly isRestricted: (resource: Resource) => Truth;
}

const RESTRICTED = "properties.restrictOutboundNetworkAccess";
const COPIES = "properties.allowedCopyScope";
const EXFILTRATION = "properties.managedVirtualNetworkSettings.preventDataExfiltration";
const ISOLATION = "properties.managedNetwork.isolationMode";

const KINDS: Readonly<Record<string, Kind>> = {
  "Microsoft.Sql/servers": {
    path: RESTRICTED,
    label: "SQL server",
    lets: "its databases can send data anywhere",
    remedy: "Restrict outbound access, and name the hosts that exports, audits and linked services need.",
    isRestricted: (one) => isOneOf(one.get(RESTRICTED), ["Enabled", "SecuredByPerimeter"]),
  },
  "Microsoft.CognitiveServices/accounts": {
    path: RESTRICTED,
    label: "AI services account",
    lets: "it fetches from and sends to any host that a request names",
    remedy: "Restrict outbound access, and name the hosts in the list of allowed domain names.",
    isRestricted: (one) => is(one.get(RESTRICTED), true),
  },
  "Microsoft.Storage/storageAccounts": {
    path: COPIES,
    label: "Storage account",
    lets: "its data can be copied to accounts of any tenant",
    remedy: "Limit the copy scope to AAD (the same tenant) or PrivateLink.",
    isRestricted: (one) => isOneOf(one.get(COPIES), ["AAD", "PrivateLink"]),
  },
  "Microsoft.Synapse/workspaces": {
    path: EXFILTRATION,
    label: "Synapse workspace",
    lets: "its jobs can send data to any tenant",
    remedy: "Create the workspace with a managed network and data exfiltration protection.",
    isRestricted: (one) => is(one.get(EXFILTRATION), true),
  },
  "Microsoft.MachineLearningServices/workspaces": {
    path: ISOLATION,
    label: "Machine Learning workspace",
    lets: "its compute can send data anywhere",
    remedy: "Set the isolation mode of the managed network to AllowOnlyApprovedOutbound.",
    isRestricted: (one) => is(one.get(ISOLATION), "AllowOnlyApprovedOutbound"),
  },
};

export default defineRule<Resource>({
  title: "A service may send data wherever it is told to",
  levels: { recommended: "off", strict: "warning" },
  why: "Closing the way in leaves the way out: whoever may use the service can make it send data to hosts and tenants outside, past every firewall of the network.",
  remedy: "Turn the service's own restriction of outbound access on.",
  links: [
    "https://learn.microsoft.com/azure/azure-sql/database/outbound-firewall-rule-overview",
    "https://learn.microsoft.com/azure/storage/common/security-restrict-copy-operations",
    "https://learn.microsoft.com/azure/synapse-analytics/security/workspace-data-exfiltration-protection",
  ],
  controls: { mcsb: ["NS-2", "DP-2"], nist: ["SC-7", "AC-4"] },
  judges: ({ network }) => Object.keys(KINDS).flatMap((type) => network.graph.ofType(type)),
  check: (resource) => {
    const known = Object.entries(KINDS).find(
      ([type]) => type.toLowerCase() === resource.type.toLowerCase(),
    )?.[1];
    return {
      // A project works in the network of its hub, which is judged itself.
      fails: known ? all(not(known.isRestricted(resource)), not(is(resource.get("kind"), "Project"))) : no(),
      tell: () => {
        const path = known?.path ?? "properties";
        return {
          at: { resource, path },
          because: [resource.get(path)],
          message: `${known?.label} ${called(resource)} is not restricted outwards: ${known?.lets}.`,
          ...(known && { remedy: known.remedy }),
        };
      },
    };
  },
});
