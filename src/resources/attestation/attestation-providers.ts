import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Attestation/attestationProviders", () => ({
  azurerm: {
    azurerm_attestation_provider: {
      arguments: {},
    },
  },
}));
