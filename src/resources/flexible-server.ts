import { isUnset, literal, mapArms } from "../value/index.ts";
import type { ServiceDefault } from "./define.ts";

/** A flexible server in a delegated subnet has no public endpoint; any other one has. */
export const FLEXIBLE_SERVER_ACCESS: ServiceDefault = {
  value: (server) =>
    mapArms(server.written("properties.network.delegatedSubnetResourceId"), (subnet) =>
      literal(isUnset(subnet) ? "Enabled" : "Disabled"),
    ),
  basis: "azurerm documentation: Disabled with a delegated subnet, Enabled otherwise",
};
