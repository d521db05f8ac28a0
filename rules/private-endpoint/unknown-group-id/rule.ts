import {
  any,
  called,
  decided,
  defineRule,
  didYouMean,
  type EndpointConnection,
  isFalse,
  isString,
  judge,
  listed,
  no,
  type PrivateEndpoint,
  privateLinkGroup,
  privateLinkService,
  shown,
  type Truth,
  unknown,
  type Value,
} from "isolint";

export default defineRule<PrivateEndpoint>({
  title: "A private endpoint asks for a sub-resource that its target does not have",
  levels: { recommended: "error", strict: "error" },
  why: "The group id says which part of the service the endpoint leads to. Azure refuses one that the service does not know, and the deployment stops.",
  remedy: "Use a group id of the target's type.",
  links: ["https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-link-resource"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [11],
  judges: ({ network }) =>
    network.privateEndpoints.filter(({ connections }) => connections.some((one) => one.groupIds.length > 0)),
  check: (endpoint) => {
    return {
      fails: any(
        ...endpoint.connections.flatMap((one) => one.groupIds.map((group) => isUnknown(one, group))),
      ),
      tell: () => {
        const [wrong] = endpoint.connections.filter((one) =>
          one.groupIds.some((id) => !isFalse(isUnknown(one, id))),
        );
        const connection = wrong ?? endpoint.connections[0];
        const id = connection?.groupIds.find((one) => !isFalse(isUnknown(connection, one)));
        const known = connection ? groupsOf(connection) : [];
        return {
          at: connection?.groupSpot ?? { resource: endpoint.resource },
          because: id ? [id] : [],
          message: `Private endpoint ${called(endpoint.resource)} asks ${targetText(connection)} for '${id ? shown(id) : ""}', which it does not have${
            id && isString(id) ? didYouMean(id.value, known) : "."
          }`,
          ...(known.length > 0 && { remedy: `Use one of ${listed(known, 12)}.` }),
        };
      },
    };
  },
});

/** Whether the type of the target has no such group; a target that cannot be told may have it. */
function isUnknown({ target }: EndpointConnection, id: Value): Truth {
  return target.to.some(({ type }) => {
    const service = privateLinkService(type);
    if (!service) return no();
    return judge(id, (leaf) =>
      isString(leaf)
        ? decided(privateLinkGroup(service, leaf.value) === undefined)
        : unknown(`which group ${shown(leaf)} is`, leaf.origin?.span),
    );
  });
}

function groupsOf({ target }: EndpointConnection): readonly string[] {
  return [...target.to].flatMap(
    ({ type }) => privateLinkService(type)?.groups.map((group) => group.id) ?? [],
  );
}

function targetText(connection: EndpointConnection | undefined): string {
  const [target] = connection ? [...connection.target.to] : [];
  return target ? `${privateLinkService(target.type)?.name ?? target.type} ${called(target)}` : "its target";
}
