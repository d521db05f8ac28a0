import { any, called, defineRule, is, isFalse, isTrue, not, type RouteTable, type Value } from "isolint";

interface Judged {
  readonly resource: RouteTable["resource"];
  readonly table: RouteTable;
}

export default defineRule<Judged>({
  title: "The gateway's subnet has a route that breaks the gateway",
  levels: { recommended: "error", strict: "error" },
  why: "A gateway needs its own way to Azure's management and to on-premises. A route for 0.0.0.0/0 on its subnet, or routes that the gateway no longer learns, take that away and cut the connection.",
  remedy:
    "Leave 0.0.0.0/0 out of the route table of GatewaySubnet, and keep the propagation of gateway routes on.",
  links: ["https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub"],
  controls: { mcsb: ["NS-1", "NS-9"], nist: ["SC-7"] },
  statements: [4, 7],
  judges: ({ network }) =>
    network.routeTables
      .filter(({ subnets }) => [...subnets].some(({ reserved }) => reserved === "gateway"))
      .map((table) => ({ resource: table.resource, table })),
  check: ({ table }) => {
    const silent = not(table.propagatesGatewayRoutes);
    const everything = ({ prefix }: { readonly prefix: Value }) => is(prefix, "0.0.0.0/0");
    const routes = [...table.routes];
    return {
      fails: any(table.routes.some(everything), silent),
      tell: () => {
        // A route of which nobody knows where it leads is not what breaks the gateway while something else does for sure.
        const route =
          routes.find((one) => isTrue(everything(one))) ??
          (isTrue(silent) ? undefined : routes.find((one) => !isFalse(everything(one))));
        return {
          at: route
            ? { resource: route.resource, path: "properties.addressPrefix" }
            : { resource: table.resource, path: "properties.disableBgpRoutePropagation" },
          message: `Route table ${called(table.resource)} on GatewaySubnet ${route ? "sends 0.0.0.0/0 elsewhere" : "keeps gateway routes from being learnt"}: the gateway loses its connection.`,
        };
      },
    };
  },
});
