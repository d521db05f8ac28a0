import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.SignalRService/signalR", () => ({
  azurerm: {
    azurerm_signalr_service: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
        "sku.name": "sku.name",
      },
    },
    azurerm_signalr_service_network_acl: {
      merge: { id: "signalr_service_id" },
      arguments: {
        default_action: "properties.networkACLs.defaultAction",
        "public_network.allowed_request_types": "properties.networkACLs.publicNetwork.allow",
        "public_network.denied_request_types": "properties.networkACLs.publicNetwork.deny",
        // ARM wants the name of the endpoint's connection, which only the service knows
        "private_endpoint[].id": "properties.networkACLs.privateEndpoints[].name",
        "private_endpoint[].allowed_request_types": "properties.networkACLs.privateEndpoints[].allow",
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
