import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/loadBalancers/backendAddressPools",
  () => ({
    azurerm: {
      azurerm_lb_backend_address_pool: {
        identity: { parent: ["loadbalancer_id"] },
        arguments: {
          virtual_network_id: { arm: "properties.virtualNetwork.id", majors: [3, 5] },
          synchronous_mode: { arm: "properties.syncMode", majors: [3, 5] },
        },
      },
      azurerm_lb_backend_address_pool_address: {
        merge: { id: "backend_address_pool_id" },
        arguments: {
          name: "properties.loadBalancerBackendAddresses[].name",
          virtual_network_id: "properties.loadBalancerBackendAddresses[].properties.virtualNetwork.id",
          ip_address: "properties.loadBalancerBackendAddresses[].properties.ipAddress",
        },
      },
    },
    inlineIn: { path: "properties.backendAddressPools" },
  }),
  { inline: true },
);
