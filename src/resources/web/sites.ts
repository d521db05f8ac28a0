import { defineResourceType } from "../define.ts";
import {
  CLASSIC_SITE,
  HOST_STORAGE,
  LINUX_ROUTING,
  LOGIC_APP,
  SITE,
  WINDOWS_ROUTING,
} from "./site-arguments.ts";
import { SITE_DEFAULTS } from "./site-defaults.ts";

export default defineResourceType("Microsoft.Web/sites", () => ({
  azurerm: {
    azurerm_app_service: {
      majors: [2, 4],
      constants: { kind: "app" },
      arguments: CLASSIC_SITE,
    },
    azurerm_app_service_virtual_network_swift_connection: {
      merge: { id: "app_service_id" },
      // the provider writes the child networkConfig/virtualNetwork, with the same effect
      arguments: { subnet_id: "properties.virtualNetworkSubnetId" },
    },
    azurerm_function_app: {
      majors: [2, 4],
      constants: { kind: "functionapp" },
      arguments: { ...CLASSIC_SITE, ...HOST_STORAGE },
    },
    azurerm_function_app_flex_consumption: {
      majors: [4, 5],
      constants: { kind: "functionapp,linux" },
      // what a plan without instances of its own asks for, and nothing else has
      arguments: { ...SITE, runtime_name: "properties.functionAppConfig.runtime.name" },
    },
    azurerm_linux_function_app: {
      majors: [3, 5],
      constants: { kind: "functionapp,linux" },
      arguments: { ...SITE, ...LINUX_ROUTING, ...HOST_STORAGE },
    },
    azurerm_linux_web_app: {
      majors: [3, 5],
      constants: { kind: "app,linux" },
      arguments: { ...SITE, ...LINUX_ROUTING },
    },
    azurerm_logic_app_standard: {
      constants: { kind: "functionapp,workflowapp" },
      arguments: LOGIC_APP,
    },
    azurerm_windows_function_app: {
      majors: [3, 5],
      constants: { kind: "functionapp" },
      arguments: { ...SITE, ...LINUX_ROUTING, ...HOST_STORAGE },
    },
    azurerm_windows_web_app: {
      majors: [3, 5],
      constants: { kind: "app" },
      arguments: { ...SITE, ...WINDOWS_ROUTING },
    },
  },
  defaults: SITE_DEFAULTS,
}));
