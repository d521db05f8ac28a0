import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DigitalTwins/digitalTwinsInstances", () => ({
  azurerm: {
    azurerm_digital_twins_instance: {
      arguments: {},
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "how the service behaves; Azure's reference names none",
    },
  },
}));
