import { defineResourceType } from "../define.ts";
import { CLASSIC_SITE, HOST_STORAGE, LINUX_ROUTING, SITE, WINDOWS_ROUTING } from "./site-arguments.ts";
import { SITE_DEFAULTS } from "./site-defaults.ts";

export default defineResourceType("Microsoft.Web/sites/slots", () => ({
  azurerm: {
    azurerm_app_service_slot: {
      identity: { names: ["app_service_name"] },
      majors: [2, 4],
      constants: { kind: "app" },
      arguments: CLASSIC_SITE,
    },
    azurerm_app_service_slot_virtual_network_swift_connection: {
      merge: { target: { parent: ["app_service_id"], name: "slot_name" } },
      arguments: { subnet_id: "properties.virtualNetworkSubnetId" },
    },
    azurerm_function_app_slot: {
      identity: { names: ["function_app_name"] },
      majors: [2, 4],
      constants: { kind: "functionapp" },
      arguments: { ...CLASSIC_SITE, ...HOST_STORAGE },
    },
    azurerm_linux_function_app_slot: {
      identity: { parent: ["function_app_id"] },
      majors: [3, 5],
      constants: { kind: "functionapp,linux" },
      arguments: { ...SITE, ...LINUX_ROUTING, ...HOST_STORAGE },
    },
    azurerm_linux_web_app_slot: {
      identity: { parent: ["app_service_id"] },
      majors: [3, 5],
      constants: { kind: "app,linux" },
      arguments: { ...SITE, ...LINUX_ROUTING },
    },
    azurerm_windows_function_app_slot: {
      identity: { parent: ["function_app_id"] },
      majors: [3, 5],
      constants: { kind: "functionapp" },
      arguments: { ...SITE, ...LINUX_ROUTING, ...HOST_STORAGE },
    },
    azurerm_windows_web_app_slot: {
      identity: { parent: ["app_service_id"] },
      majors: [3, 5],
      constants: { kind: "app" },
      arguments: { ...SITE, ...WINDOWS_ROUTING },
    },
  },
  defaults: SITE_DEFAULTS,
}));
