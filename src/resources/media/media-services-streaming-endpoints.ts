import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Media/mediaServices/streamingEndpoints", () => ({
  azurerm: {
    azurerm_media_streaming_endpoint: {
      identity: { names: ["media_services_account_name"] },
      majors: [2, 3],
      arguments: {
        "access_control.ip_allow[].address": "properties.accessControl.ip.allow[].address",
      },
    },
  },
}));
