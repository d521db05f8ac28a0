import {
  all,
  any,
  called,
  defineRule,
  type Graph,
  is,
  isFalse,
  listed,
  nameKey,
  no,
  not,
  type Resource,
  type Service,
  type Truth,
} from "isolint";

/** Children of a storage account, by the group that leads to them. */
const USES: Readonly<Record<string, string>> = {
  "microsoft.storage/storageaccounts/blobservices/containers": "blob",
  "microsoft.storage/storageaccounts/fileservices/shares": "file",
  "microsoft.storage/storageaccounts/queueservices/queues": "queue",
  "microsoft.storage/storageaccounts/tableservices/tables": "table",
};

interface Use {
  readonly group: string;
  readonly child: Resource;
}

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
    const uncovered = uses.filter((use) => !isFalse(lacks(service, use)));
    return {
      fails: all(
        not(service.firewall.isOn),
        not(service.hasManagedEndpoint),
        any(...uses.map((use) => lacks(service, use))),
      ),
      at: service.firewall.switch?.spot ?? { resource: service.resource },
      message: () =>
        `Public access of ${called(service.resource)} is off, and it has no private endpoint for ${listed([...new Set(uncovered.map(({ group }) => `'${group}'`))])}: nothing reaches ${listed(
          uncovered.map(({ child }) => called(child)),
          3,
        )}.`,
      related: uncovered
        .slice(0, 3)
        .map(({ group, child }) => ({ message: `needs '${group}'`, at: { resource: child } })),
    };
  },
});

/** Children lie two levels below the account, whose name no other account in Azure has. */
function usesOf({ resource }: Service, graph: Graph): readonly Use[] {
  const account = nameKey(resource.name);
  return Object.entries(USES).flatMap(([type, group]) =>
    graph
      .ofType(type)
      .filter(({ id: { names } }) => names[0] && nameKey(names[0]) === account)
      .map((child) => ({ group, child })),
  );
}

function lacks({ privateEndpoints }: Service, { group, child }: Use): Truth {
  const has = privateEndpoints.some(({ groupIds }) =>
    groupIds.length === 0 ? no() : any(...groupIds.map((id) => is(id, group))),
  );
  return all(child.exists, not(has));
}
