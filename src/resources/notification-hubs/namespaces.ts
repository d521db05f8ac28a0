import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.NotificationHubs/namespaces", () => ({
  azurerm: {
    azurerm_notification_hub_namespace: {
      arguments: {
        sku_name: "sku.name",
      },
    },
  },
}));
