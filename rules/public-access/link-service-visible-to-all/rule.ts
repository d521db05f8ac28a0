import { any, called, defineRule, is, itemsOf, listed, type Resource, type Truth, type Value } from "isolint";

const VISIBILITY = "properties.visibility.subscriptions";
const APPROVAL = "properties.autoApproval.subscriptions";

export default defineRule<Resource>({
  title: "A Private Link service is visible to, or approves, every subscription",
  levels: { recommended: "error", strict: "error" },
  why: "Whoever knows the alias can ask for a connection, and with automatic approval for all gets one: any customer of Azure then stands inside the network that the service publishes.",
  remedy: "Name the subscriptions that may see the service, and approve automatically only your own.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-link-service-overview#control-service-exposure",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7", "AC-3"] },
  statements: [11],
  judges: ({ network }) => network.graph.ofType("Microsoft.Network/privateLinkServices"),
  check: (service) => {
    const approves = hasAll(service, APPROVAL);
    const shows = hasAll(service, VISIBILITY);
    return {
      fails: any(shows, approves),
      tell: () => {
        const what = [
          ...(isNo(shows) ? [] : ["is visible to every subscription"]),
          ...(isNo(approves) ? [] : ["approves connections from every subscription"]),
        ];
        return {
          at: { resource: service, path: isNo(shows) ? APPROVAL : VISIBILITY },
          because: [service.get(isNo(shows) ? APPROVAL : VISIBILITY)],
          message: `Private Link service ${called(service)} ${listed(what)} of Azure.`,
        };
      },
    };
  },
});

function hasAll(service: Resource, path: string): Truth {
  const { items, rest } = itemsOf(service.get(path));
  const subscriptions = [...items, ...(rest ? [rest] : [])];
  return any(...subscriptions.filter((one) => !isRead(one)).map((one) => is(one, "*")));
}

function isNo(truth: Truth): boolean {
  return truth.kind === "decided" && !truth.value;
}

/** A subscription that is read from Azure is one, never all of them. */
function isRead(value: Value): boolean {
  return value.kind === "symbol" && value.reason === "computed";
}
