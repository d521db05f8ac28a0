import {
  all,
  any,
  called,
  defineRule,
  is,
  isOneOf,
  isTrue,
  isUnset,
  type Network,
  type Resource,
  sameType,
  type Truth,
  unknown,
} from "isolint";

const ACCOUNT = "Microsoft.Storage/storageAccounts";
const CONTAINER = "Microsoft.Storage/storageAccounts/blobServices/containers";
const REGISTRY = "Microsoft.ContainerRegistry/registries";
const ALLOWED = "properties.allowBlobPublicAccess";
const ACCESS = "properties.publicAccess";
const PULL = "properties.anonymousPullEnabled";

export default defineRule<Resource>({
  title: "Data can be read anonymously from the internet",
  levels: { recommended: "warning", strict: "error" },
  why: "Where nobody has to say who they are, the network is the only line of defence, and here it lets the internet in.",
  remedy: "Forbid anonymous reads, or close the network to the internet.",
  links: [
    "https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent",
    "https://learn.microsoft.com/azure/container-registry/anonymous-pull-access",
  ],
  controls: { mcsb: ["NS-2", "DP-2"], cis: ["4.17"], nist: ["SC-7", "AC-3"] },
  statements: [17],
  judges: ({ network: { graph } }) => [
    ...graph.ofType(ACCOUNT),
    ...graph.ofType(CONTAINER),
    ...graph.ofType(REGISTRY),
  ],
  check: (resource, { network }) => {
    if (sameType(resource.type, CONTAINER)) return container(resource, network);
    const isRegistry = sameType(resource.type, REGISTRY);
    const path = isRegistry ? PULL : ALLOWED;
    return {
      fails: all(is(resource.get(path), true), () => isOpen(resource, network)),
      tell: () => {
        const isShared = any(...containersOf(resource, network).map(isPublic));
        const byDefault = isUnset(resource.written(path)) && !isTrue(isShared);
        return {
          at: { resource, path },
          because: [resource.get(path)],
          message: isRegistry
            ? `Anyone on the internet can pull images from registry ${called(resource)}: anonymous pull is on, and its network is open.`
            : `Storage account ${called(resource)} allows containers that anyone on the internet can read${byDefault ? ", though none of this code does" : ""}, and its network is open.`,
          ...(byDefault && { severity: "info" as const }),
        };
      },
    };
  },
});

function container(resource: Resource, network: Network) {
  const account = resource.parent?.parent;
  const allowed = account
    ? all(is(account.get(ALLOWED), true), isOpen(account, network))
    : unknown("whether the account allows anonymous reads", resource.span);
  return {
    fails: all(isPublic(resource), allowed),
    tell: () => ({
      at: { resource, path: ACCESS },
      because: [resource.get(ACCESS)],
      message: `Anyone on the internet can read container ${called(resource)}${account ? `: storage account ${called(account)} allows it, and its network is open` : ""}.`,
    }),
  };
}

function containersOf(account: Resource, { graph }: Network): readonly Resource[] {
  return graph.ofType(CONTAINER).filter(({ parent }) => parent?.parent === account);
}

function isPublic(one: Resource): Truth {
  return isOneOf(one.get(ACCESS), ["Blob", "Container"]);
}

function isOpen(resource: Resource, network: Network): Truth {
  return network.serviceOf(resource)?.exposure.open ?? unknown("who reaches it", resource.span);
}
