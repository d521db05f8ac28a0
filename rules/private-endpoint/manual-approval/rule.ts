import { any, called, defineRule, isFalse, type PrivateEndpoint } from "isolint";

export default defineRule<PrivateEndpoint>({
  title: "A private endpoint waits for somebody's approval",
  levels: { recommended: "info", strict: "warning" },
  why: "A manual connection stays pending until the owner of the target approves it. Until then nothing passes, though the deployment succeeds.",
  remedy:
    "Use an automatic connection where the deployment may approve it, or make the approval part of the roll-out.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-endpoint-overview#access-to-a-private-link-resource-using-approval-workflow",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [11],
  judges: ({ network }) => network.privateEndpoints.filter(({ connections }) => connections.length > 0),
  check: ({ resource, connections }) => {
    const manual = connections.find((one) => one.manual && !isFalse(one.holds));
    return {
      fails: any(...connections.filter((one) => one.manual).map((one) => one.holds)),
      tell: () => ({
        at: manual?.spot ?? { resource },
        message: `Private endpoint ${called(resource)} has a manual connection: it stays pending until the owner of its target approves it.`,
      }),
    };
  },
});
