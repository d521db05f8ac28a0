import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.HDInsight/clusters", () => ({
  azurerm: {
    azurerm_hdinsight_hadoop_cluster: {
      arguments: {
        "roles.head_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.head_node[].virtual_network_id": "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.worker_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.worker_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.zookeeper_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.zookeeper_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "network.connection_direction": {
          arm: "properties.networkProperties.resourceProviderConnection",
          default: "Inbound",
        },
        "network.private_link_enabled": {
          arm: "properties.networkProperties.privateLink",
          map: ENABLED,
          default: false,
        },
        "private_link_configuration[].group_id": {
          arm: "properties.privateLinkConfigurations[].properties.groupId",
          majors: [3, 5],
        },
        "private_link_configuration[].ip_configuration[].subnet_id": {
          arm: "properties.privateLinkConfigurations[].properties.ipConfigurations[].properties.subnet.id",
          majors: [3, 5],
        },
      },
    },
    azurerm_hdinsight_hbase_cluster: {
      arguments: {
        "roles.head_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.head_node[].virtual_network_id": "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.worker_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.worker_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.zookeeper_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.zookeeper_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "network.connection_direction": {
          arm: "properties.networkProperties.resourceProviderConnection",
          default: "Inbound",
        },
        "network.private_link_enabled": {
          arm: "properties.networkProperties.privateLink",
          map: ENABLED,
          default: false,
        },
        "private_link_configuration[].group_id": {
          arm: "properties.privateLinkConfigurations[].properties.groupId",
          majors: [3, 5],
        },
        "private_link_configuration[].ip_configuration[].subnet_id": {
          arm: "properties.privateLinkConfigurations[].properties.ipConfigurations[].properties.subnet.id",
          majors: [3, 5],
        },
      },
    },
    azurerm_hdinsight_interactive_query_cluster: {
      arguments: {
        "roles.head_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.head_node[].virtual_network_id": "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.worker_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.worker_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.zookeeper_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.zookeeper_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "network.connection_direction": {
          arm: "properties.networkProperties.resourceProviderConnection",
          default: "Inbound",
        },
        "network.private_link_enabled": {
          arm: "properties.networkProperties.privateLink",
          map: ENABLED,
          default: false,
        },
        "private_link_configuration[].group_id": {
          arm: "properties.privateLinkConfigurations[].properties.groupId",
          majors: [3, 5],
        },
        "private_link_configuration[].ip_configuration[].subnet_id": {
          arm: "properties.privateLinkConfigurations[].properties.ipConfigurations[].properties.subnet.id",
          majors: [3, 5],
        },
      },
    },
    azurerm_hdinsight_kafka_cluster: {
      arguments: {
        "roles.kafka_management_node[].subnet_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.kafka_management_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.head_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.head_node[].virtual_network_id": "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.worker_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.worker_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.zookeeper_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.zookeeper_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "network.connection_direction": {
          arm: "properties.networkProperties.resourceProviderConnection",
          majors: [3, 5],
          default: "Inbound",
        },
        "network.private_link_enabled": {
          arm: "properties.networkProperties.privateLink",
          map: ENABLED,
          majors: [3, 5],
          default: false,
        },
        "private_link_configuration[].group_id": {
          arm: "properties.privateLinkConfigurations[].properties.groupId",
          majors: [3, 5],
        },
        "private_link_configuration[].ip_configuration[].subnet_id": {
          arm: "properties.privateLinkConfigurations[].properties.ipConfigurations[].properties.subnet.id",
          majors: [3, 5],
        },
      },
    },
    azurerm_hdinsight_ml_services_cluster: {
      majors: [2, 2],
      arguments: {
        "roles.head_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.worker_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
      },
    },
    azurerm_hdinsight_rserver_cluster: {
      majors: [2, 2],
      arguments: {
        "roles.head_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.worker_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
      },
    },
    azurerm_hdinsight_spark_cluster: {
      arguments: {
        "roles.head_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.head_node[].virtual_network_id": "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.worker_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.worker_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "roles.zookeeper_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.zookeeper_node[].virtual_network_id":
          "properties.computeProfile.roles[].virtualNetworkProfile.id",
        "network.connection_direction": {
          arm: "properties.networkProperties.resourceProviderConnection",
          default: "Inbound",
        },
        "network.private_link_enabled": {
          arm: "properties.networkProperties.privateLink",
          map: ENABLED,
          default: false,
        },
        "private_link_configuration[].group_id": {
          arm: "properties.privateLinkConfigurations[].properties.groupId",
          majors: [3, 5],
        },
        "private_link_configuration[].ip_configuration[].subnet_id": {
          arm: "properties.privateLinkConfigurations[].properties.ipConfigurations[].properties.subnet.id",
          majors: [3, 5],
        },
      },
    },
    azurerm_hdinsight_storm_cluster: {
      majors: [2, 2],
      arguments: {
        "roles.head_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.worker_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
        "roles.zookeeper_node[].subnet_id": "properties.computeProfile.roles[].virtualNetworkProfile.subnet",
      },
    },
  },
}));
