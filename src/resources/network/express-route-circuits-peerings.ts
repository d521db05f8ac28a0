import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/expressRouteCircuits/peerings", () => ({
  azurerm: {
    azurerm_express_route_circuit_peering: {
      identity: { name: "peering_type", names: ["express_route_circuit_name"] },
      arguments: {
        peering_type: "properties.peeringType",
        primary_peer_address_prefix: "properties.primaryPeerAddressPrefix",
        "microsoft_peering_config.advertised_public_prefixes":
          "properties.microsoftPeeringConfig.advertisedPublicPrefixes",
      },
    },
  },
}));
