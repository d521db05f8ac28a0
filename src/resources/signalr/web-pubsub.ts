import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.SignalRService/webPubSub", () => ({
  azurerm: {
    azurerm_web_pubsub: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        sku: "sku.name",
      },
    },
    azurerm_web_pubsub_network_acl: {
      merge: { id: "web_pubsub_id" },
      arguments: {
        default_action: { arm: "properties.networkACLs.defaultAction", default: "Deny" },
        "public_network.allowed_request_types": "properties.networkACLs.publicNetwork.allow",
        "public_network.denied_request_types": "properties.networkACLs.publicNetwork.deny",
        // ARM wants the name of the endpoint's connection, which only the service knows
        "private_endpoint[].id": "properties.networkACLs.privateEndpoints[].name",
        "private_endpoint[].allowed_request_types": "properties.networkACLs.privateEndpoints[].allow",
      },
    },
    azurerm_web_pubsub_socketio: {
      majors: [4, 5],
      constants: { kind: "SocketIO" },
      arguments: {
        public_network_access: { arm: "properties.publicNetworkAccess", default: "Enabled" },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
