import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.ServiceNetworking/trafficControllers/associations", () => ({
  azurerm: {
    azurerm_application_load_balancer_subnet_association: {
      identity: { parent: ["application_load_balancer_id"] },
      majors: [3, 5],
      arguments: {
        subnet_id: "properties.subnet.id",
      },
    },
  },
}));
