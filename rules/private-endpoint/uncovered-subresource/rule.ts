import {
  all,
  any,
  called,
  defineRule,
  is,
  isFalse,
  listed,
  no,
  not,
  type Service,
  type Truth,
} from "isolint";
import { type Use, usesOf } from "../uses.ts";

export default defineRule<Service>({
  title: "Parts of a closed storage account that the code uses cannot be reached",
  levels: { recommended: "warning", strict: "error" },
  why: "With public access off, a part of the account is reached through an endpoint for its own group only: one for `blob` does not serve file shares, queues or tables.",
  remedy: "Give the account a private endpoint for each group that is used.",
  links: ["https://learn.microsoft.com/azure/storage/common/storage-private-endpoints"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [11, 12],
  judges: ({ network }) => network.services.filter((service) => usesOf(service, network.graph).length > 0),
  check: (service, { network }) => {
    const uses = usesOf(service, network.graph);
    return {
      fails: all(not(service.firewall.isOn), not(service.hasManagedEndpoint), () =>
        any(...uses.map((use) => lacks(service, use))),
      ),
      tell: () => {
        const uncovered = uses.filter((use) => !isFalse(lacks(service, use)));
        return {
          at: service.firewall.switch?.spot ?? { resource: service.resource },
          message: `Public access of ${called(service.resource)} is off, and it has no private endpoint for ${listed([...new Set(uncovered.map(({ group }) => `'${group}'`))])}: nothing reaches ${listed(
            uncovered.map(({ child }) => called(child)),
            3,
          )}.`,
          related: uncovered
            .slice(0, 3)
            .map(({ group, child }) => ({ message: `needs '${group}'`, at: { resource: child } })),
        };
      },
    };
  },
});

function lacks({ privateEndpoints }: Service, { group, child }: Use): Truth {
  const has = privateEndpoints.some(({ groupIds }) =>
    groupIds.length === 0 ? no() : any(...groupIds.map((id) => is(id, group))),
  );
  return all(child.exists, not(has));
}
