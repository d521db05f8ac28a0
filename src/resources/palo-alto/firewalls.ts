import { defineResourceType } from "../define.ts";

export default defineResourceType("PaloAltoNetworks.Cloudngfw/firewalls", () => ({
  azurerm: {
    azurerm_palo_alto_next_generation_firewall_virtual_hub_local_rulestack: {
      majors: [3, 5],
      arguments: {
        "network_profile.trusted_address_ranges": "properties.networkProfile.trustedRanges",
        "destination_nat[].frontend_config.public_ip_address_id":
          "properties.frontEndSettings[].frontendConfiguration.address.resourceId",
        "network_profile.public_ip_address_ids[]": "properties.networkProfile.publicIps[].resourceId",
        "network_profile.egress_nat_ip_address_ids[]": "properties.networkProfile.egressNatIp[].resourceId",
        "network_profile.virtual_hub_id": "properties.networkProfile.vwanConfiguration.vHub.resourceId",
        "network_profile.network_virtual_appliance_id":
          "properties.networkProfile.vwanConfiguration.networkVirtualApplianceId",
      },
    },
    azurerm_palo_alto_next_generation_firewall_virtual_hub_panorama: {
      majors: [3, 5],
      arguments: {
        "network_profile.trusted_address_ranges": "properties.networkProfile.trustedRanges",
        "destination_nat[].frontend_config.public_ip_address_id":
          "properties.frontEndSettings[].frontendConfiguration.address.resourceId",
        "network_profile.public_ip_address_ids[]": "properties.networkProfile.publicIps[].resourceId",
        "network_profile.egress_nat_ip_address_ids[]": "properties.networkProfile.egressNatIp[].resourceId",
        "network_profile.virtual_hub_id": "properties.networkProfile.vwanConfiguration.vHub.resourceId",
        "network_profile.network_virtual_appliance_id":
          "properties.networkProfile.vwanConfiguration.networkVirtualApplianceId",
      },
    },
    azurerm_palo_alto_next_generation_firewall_virtual_hub_strata_cloud_manager: {
      majors: [4, 5],
      arguments: {
        "network_profile.trusted_address_ranges": "properties.networkProfile.trustedRanges",
        "destination_nat[].frontend_config.public_ip_address_id":
          "properties.frontEndSettings[].frontendConfiguration.address.resourceId",
        "network_profile.public_ip_address_ids[]": "properties.networkProfile.publicIps[].resourceId",
        "network_profile.egress_nat_ip_address_ids[]": "properties.networkProfile.egressNatIp[].resourceId",
        "network_profile.virtual_hub_id": "properties.networkProfile.vwanConfiguration.vHub.resourceId",
        "network_profile.network_virtual_appliance_id":
          "properties.networkProfile.vwanConfiguration.networkVirtualApplianceId",
      },
    },
    azurerm_palo_alto_next_generation_firewall_virtual_network_local_rulestack: {
      majors: [3, 5],
      arguments: {
        "network_profile.trusted_address_ranges": "properties.networkProfile.trustedRanges",
        "destination_nat[].frontend_config.public_ip_address_id":
          "properties.frontEndSettings[].frontendConfiguration.address.resourceId",
        "network_profile.public_ip_address_ids[]": "properties.networkProfile.publicIps[].resourceId",
        "network_profile.egress_nat_ip_address_ids[]": "properties.networkProfile.egressNatIp[].resourceId",
        "network_profile.vnet_configuration.virtual_network_id":
          "properties.networkProfile.vnetConfiguration.vnet.resourceId",
        "network_profile.vnet_configuration.trusted_subnet_id":
          "properties.networkProfile.vnetConfiguration.trustSubnet.resourceId",
        "network_profile.vnet_configuration.untrusted_subnet_id":
          "properties.networkProfile.vnetConfiguration.unTrustSubnet.resourceId",
      },
    },
    azurerm_palo_alto_next_generation_firewall_virtual_network_panorama: {
      majors: [3, 5],
      arguments: {
        "network_profile.trusted_address_ranges": "properties.networkProfile.trustedRanges",
        "destination_nat[].frontend_config.public_ip_address_id":
          "properties.frontEndSettings[].frontendConfiguration.address.resourceId",
        "network_profile.public_ip_address_ids[]": "properties.networkProfile.publicIps[].resourceId",
        "network_profile.egress_nat_ip_address_ids[]": "properties.networkProfile.egressNatIp[].resourceId",
        "network_profile.vnet_configuration.virtual_network_id":
          "properties.networkProfile.vnetConfiguration.vnet.resourceId",
        "network_profile.vnet_configuration.trusted_subnet_id":
          "properties.networkProfile.vnetConfiguration.trustSubnet.resourceId",
        "network_profile.vnet_configuration.untrusted_subnet_id":
          "properties.networkProfile.vnetConfiguration.unTrustSubnet.resourceId",
      },
    },
    azurerm_palo_alto_next_generation_firewall_virtual_network_strata_cloud_manager: {
      majors: [4, 5],
      arguments: {
        "network_profile.trusted_address_ranges": "properties.networkProfile.trustedRanges",
        "destination_nat[].frontend_config.public_ip_address_id":
          "properties.frontEndSettings[].frontendConfiguration.address.resourceId",
        "network_profile.public_ip_address_ids[]": "properties.networkProfile.publicIps[].resourceId",
        "network_profile.egress_nat_ip_address_ids[]": "properties.networkProfile.egressNatIp[].resourceId",
        "network_profile.vnet_configuration.virtual_network_id":
          "properties.networkProfile.vnetConfiguration.vnet.resourceId",
        "network_profile.vnet_configuration.trusted_subnet_id":
          "properties.networkProfile.vnetConfiguration.trustSubnet.resourceId",
        "network_profile.vnet_configuration.untrusted_subnet_id":
          "properties.networkProfile.vnetConfiguration.unTrustSubnet.resourceId",
      },
    },
  },
}));
