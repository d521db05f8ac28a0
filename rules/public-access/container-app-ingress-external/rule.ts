import {
  all,
  any,
  called,
  defineRule,
  describe,
  follow,
  is,
  isUnset,
  itemsOf,
  type Network,
  not,
  type Resource,
  type Truth,
  unknown,
} from "isolint";

const EXTERNAL = "properties.configuration.ingress.external";
const PORTS = "properties.configuration.ingress.additionalPortMappings";
const ENVIRONMENT = "Microsoft.App/managedEnvironments";

export default defineRule<Resource>({
  title: "A container app answers the internet",
  levels: { recommended: "off", strict: "warning" },
  why: "External ingress in an environment with a public load balancer publishes the app under a name that everyone can find.",
  remedy:
    "Make the ingress internal, or move the app into an internal environment and publish it through a gateway.",
  links: ["https://learn.microsoft.com/azure/container-apps/ingress-overview"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [9],
  judges: ({ network }) => network.graph.ofType("Microsoft.App/containerApps"),
  check: (app, { network }) => {
    const ports = itemsOf(app.get(PORTS)).items.map((mapping) => is(follow(mapping, "external"), true));
    return {
      fails: all(any(is(app.get(EXTERNAL), true), ...ports), () => isPublic(app, network)),
      tell: () => ({
        at: { resource: app, path: EXTERNAL },
        because: [app.get(EXTERNAL)],
        message: `Container app ${called(app)} has external ingress, and its environment has a public load balancer: the internet reaches it.`,
      }),
    };
  },
});

/** Whether the app's environment is public; unknown for one of another stack. */
function isPublic(app: Resource, { graph }: Network): Truth {
  const named = app.get("properties.managedEnvironmentId");
  const id = isUnset(named) ? app.get("properties.environmentId") : named;
  const known = graph
    .targetsOf(id, ENVIRONMENT)
    .map(({ target, holds }) =>
      target.kind === "resource" && target.resource.mode === "declared"
        ? all(holds, isOpen(target.resource))
        : all(holds, unknown(`whether ${describe(id)} is internal`, id.origin?.span)),
    );
  return any(...known);
}

function isOpen(environment: Resource): Truth {
  return all(
    not(is(environment.get("properties.vnetConfiguration.internal"), true)),
    not(is(environment.get("properties.publicNetworkAccess"), "Disabled")),
  );
}
