import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.ServiceNetworking/trafficControllers", () => ({
  azurerm: {
    azurerm_application_load_balancer: {
      majors: [3, 5],
      arguments: {},
    },
  },
}));
