import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.BotService/botServices", () => ({
  azurerm: {
    azurerm_bot_channels_registration: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
        },
      },
    },
    azurerm_bot_service_azure_bot: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
      },
    },
    azurerm_bot_web_app: {
      arguments: {},
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "Azure's reference names none; Terraform's azurerm provider takes it for this",
    },
  },
}));
