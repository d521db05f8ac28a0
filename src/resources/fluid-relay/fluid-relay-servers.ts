import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.FluidRelay/fluidRelayServers", () => ({
  azurerm: {
    azurerm_fluid_relay_server: {
      majors: [3, 5],
      arguments: {},
    },
  },
}));
