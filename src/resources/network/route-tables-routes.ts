import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/routeTables/routes",
  () => ({
    azurerm: {
      azurerm_route: {
        identity: { names: ["route_table_name"] },
        arguments: {
          address_prefix: "properties.addressPrefix",
          next_hop_type: "properties.nextHopType",
          next_hop_in_ip_address: "properties.nextHopIpAddress",
        },
      },
    },
    inlineIn: { path: "properties.routes" },
  }),
  { inline: true },
);
