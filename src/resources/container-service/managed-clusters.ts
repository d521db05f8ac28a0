import { defineResourceType, ENABLED, INVERTED, ONE } from "../define.ts";

export default defineResourceType("Microsoft.ContainerService/managedClusters", () => ({
  azurerm: {
    azurerm_kubernetes_automatic_cluster: {
      majors: [4, 5],
      constants: { "sku.name": "Automatic" },
      arguments: {
        "api_server_access.authorized_ip_ranges": "properties.apiServerAccessProfile.authorizedIPRanges",
        "api_server_access.subnet_id": "properties.apiServerAccessProfile.subnetId",
        "hosted_system.node_subnet_id": "properties.hostedSystemProfile.nodeSubnetID",
        "hosted_system.system_node_subnet_id": "properties.hostedSystemProfile.systemNodeSubnetID",
        private_cluster: { arm: "properties.apiServerAccessProfile.enablePrivateCluster", presence: true },
        "private_cluster.private_dns_zone_id": {
          arm: "properties.apiServerAccessProfile.privateDNSZone",
          default: "System",
        },
      },
    },
    azurerm_kubernetes_cluster: {
      arguments: {
        ingress_application_gateway: {
          arm: "properties.addonProfiles.ingressApplicationGateway.enabled",
          presence: true,
        },
        "ingress_application_gateway.subnet_cidr":
          "properties.addonProfiles.ingressApplicationGateway.config.subnetCIDR",
        "ingress_application_gateway.subnet_id":
          "properties.addonProfiles.ingressApplicationGateway.config.subnetId",
        "ingress_application_gateway.gateway_id":
          "properties.addonProfiles.ingressApplicationGateway.config.applicationGatewayId",
        aci_connector_linux: { arm: "properties.addonProfiles.aciConnectorLinux.enabled", presence: true },
        http_application_routing_enabled: {
          arm: "properties.addonProfiles.httpApplicationRouting.enabled",
          majors: [3, 5],
        },
        "addon_profile.http_application_routing.enabled": {
          arm: "properties.addonProfiles.httpApplicationRouting.enabled",
          majors: [2, 2],
        },
        web_app_routing: {
          arm: "properties.ingressProfile.webAppRouting.enabled",
          presence: true,
          majors: [3, 5],
        },
        "aci_connector_linux.subnet_name": "properties.addonProfiles.aciConnectorLinux.config.SubnetName",
        private_link_enabled: {
          arm: "properties.apiServerAccessProfile.enablePrivateCluster",
          majors: [2, 2],
        },
        // false is sent explicitly
        private_cluster_enabled: {
          arm: "properties.apiServerAccessProfile.enablePrivateCluster",
          default: false,
        },
        private_cluster_public_fqdn_enabled: {
          arm: "properties.apiServerAccessProfile.enablePrivateClusterPublicFQDN",
          default: false,
        },
        private_dns_zone_id: "properties.apiServerAccessProfile.privateDNSZone",
        "api_server_access_profile.authorized_ip_ranges": {
          arm: "properties.apiServerAccessProfile.authorizedIPRanges",
          majors: [3, 5],
        },
        api_server_authorized_ip_ranges: {
          arm: "properties.apiServerAccessProfile.authorizedIPRanges",
          majors: [2, 3],
        },
        "api_server_access_profile.subnet_id": {
          arm: "properties.apiServerAccessProfile.subnetId",
          majors: [3, 5],
        },
        "api_server_access_profile.vnet_integration_enabled": {
          arm: "properties.apiServerAccessProfile.enableVnetIntegration",
          majors: [3, 3],
        },
        "api_server_access_profile.virtual_network_integration_enabled": {
          arm: "properties.apiServerAccessProfile.enableVnetIntegration",
          majors: [4, 5],
          default: false,
        },
        run_command_enabled: {
          arm: "properties.apiServerAccessProfile.disableRunCommand",
          map: INVERTED,
          majors: [3, 5],
          default: true,
        },
        // azurerm 3 still declares it but sends nothing
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [2, 2],
          default: true,
        },
        "default_node_pool[].name": [
          { arm: "properties.agentPoolProfiles[].name" },
          { arm: "properties.agentPoolProfiles[].mode", presence: "System" },
        ],
        "default_node_pool[].vnet_subnet_id": "properties.agentPoolProfiles[].vnetSubnetID",
        "default_node_pool[].pod_subnet_id": "properties.agentPoolProfiles[].podSubnetID",
        "default_node_pool[].node_public_ip_enabled": {
          arm: "properties.agentPoolProfiles[].enableNodePublicIP",
          majors: [4, 5],
        },
        "default_node_pool[].enable_node_public_ip": {
          arm: "properties.agentPoolProfiles[].enableNodePublicIP",
          majors: [2, 3],
        },
        "default_node_pool[].node_public_ip_prefix_id": "properties.agentPoolProfiles[].nodePublicIPPrefixID",
        "default_node_pool[].node_network_profile.application_security_group_ids": {
          arm: "properties.agentPoolProfiles[].networkProfile.applicationSecurityGroups",
          majors: [3, 5],
        },
        "agent_pool_profile[].name": { arm: "properties.agentPoolProfiles[].name", majors: ONE },
        "agent_pool_profile[].vnet_subnet_id": {
          arm: "properties.agentPoolProfiles[].vnetSubnetID",
          majors: ONE,
        },
        "network_profile.outbound_type": {
          arm: "properties.networkProfile.outboundType",
          default: "loadBalancer",
        },
        "network_profile.network_plugin": "properties.networkProfile.networkPlugin",
        "network_profile.network_policy": "properties.networkProfile.networkPolicy",
        "network_profile.network_data_plane": "properties.networkProfile.networkDataplane",
        "network_profile.network_plugin_mode": "properties.networkProfile.networkPluginMode",
        "network_profile.load_balancer_profile.outbound_ip_address_ids[]":
          "properties.networkProfile.loadBalancerProfile.outboundIPs.publicIPs[].id",
        "network_profile.load_balancer_profile.outbound_ip_prefix_ids[]":
          "properties.networkProfile.loadBalancerProfile.outboundIPPrefixes.publicIPPrefixes[].id",
        "key_management_service.key_vault_network_access": {
          arm: "properties.securityProfile.azureKeyVaultKms.keyVaultNetworkAccess",
          majors: [3, 5],
          default: "Public",
        },
        "web_app_routing.default_nginx_controller": {
          arm: "properties.ingressProfile.webAppRouting.nginx.defaultIngressControllerType",
          majors: [4, 5],
          default: "AnnotationControlled",
        },
        local_account_disabled: "properties.disableLocalAccounts",
      },
    },
  },
  defaults: {
    "properties.agentPoolProfiles[].enableNodePublicIP": { value: false, basis: "type description" },
    "properties.securityProfile.azureKeyVaultKms.keyVaultNetworkAccess": {
      value: "Public",
      basis: "type description",
    },
  },
}));
