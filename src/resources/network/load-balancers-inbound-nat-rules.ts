import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/loadBalancers/inboundNatRules",
  () => ({
    azurerm: {
      azurerm_lb_nat_rule: {
        identity: { parent: ["loadbalancer_id"] },
        arguments: {
          protocol: "properties.protocol",
          frontend_port: "properties.frontendPort",
          frontend_port_start: { arm: "properties.frontendPortRangeStart", majors: [3, 5] },
          frontend_port_end: { arm: "properties.frontendPortRangeEnd", majors: [3, 5] },
          backend_port: "properties.backendPort",
          frontend_ip_configuration_name: {
            arm: "properties.frontendIPConfiguration.id",
            partOfParent: "frontendIPConfigurations",
          },
          backend_address_pool_id: { arm: "properties.backendAddressPool.id", majors: [3, 5] },
        },
      },
    },
    inlineIn: { path: "properties.inboundNatRules" },
  }),
  { inline: true },
);
