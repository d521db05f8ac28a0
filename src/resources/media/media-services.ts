import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Media/mediaServices", () => ({
  azurerm: {
    azurerm_media_services_account: {
      majors: [2, 3],
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 3],
          default: true,
        },
        "key_delivery_access_control.default_action": "properties.keyDelivery.accessControl.defaultAction",
        "key_delivery_access_control.ip_allow_list": "properties.keyDelivery.accessControl.ipAllowList",
      },
    },
  },
}));
