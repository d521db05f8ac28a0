import { all, any, called, defineRule, is, isTrue, no, not, type Service, type Truth } from "isolint";

export default defineRule<Service>({
  title: "A storage account has a private endpoint for one of two paths that are used together",
  levels: { recommended: "warning", strict: "warning" },
  why: "Data Lake operations go to `dfs` and to `blob`, whichever the client names. With an endpoint for one of them, part of the requests goes to the public address, and fails once that is closed.",
  remedy: "Give the account a private endpoint for the other group as well.",
  links: ["https://learn.microsoft.com/azure/storage/common/storage-private-endpoints"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [11, 12],
  judges: ({ network }) =>
    network.services.filter(
      ({ resource, privateEndpoints }) =>
        resource.type.toLowerCase() === "microsoft.storage/storageaccounts" && privateEndpoints.size > 0,
    ),
  check: (account) => {
    const dfs = has(account, "dfs");
    const blob = () => has(account, "blob");
    const lacksBlob = all(dfs, () => not(blob()));
    const isLake = is(account.resource.get("properties.isHnsEnabled"), true);
    const lacksDfs = all(isLake, blob, not(dfs));
    return {
      fails: any(lacksBlob, lacksDfs),
      tell: () => {
        const [there, missing] = isTrue(lacksDfs) ? ["blob", "dfs"] : ["dfs", "blob"];
        const [first] = account.privateEndpoints;
        return {
          message: `Storage account ${called(account.resource)} has a private endpoint for '${there}', but none for '${missing}', which the same clients use.`,
          related: first
            ? [{ message: "the endpoint that is there", at: { resource: first.endpoint.resource } }]
            : [],
        };
      },
    };
  },
});

function has({ privateEndpoints }: Service, group: string): Truth {
  return privateEndpoints.some(({ groupIds }) =>
    groupIds.length === 0 ? no() : any(...groupIds.map((id) => is(id, group))),
  );
}
