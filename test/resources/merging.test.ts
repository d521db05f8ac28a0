import type { RawResource, Resource } from "../../src/model/index.ts";
import { normalise } from "../../src/resources/index.ts";
import { id, read, stackOf, terraform } from "./raw.ts";
import { describe, input, itemsOf, literal, toPlain, type Value } from "./values.ts";

const rg = { resource_group_name: "rg" };

function nodeOf(address: string, ...raws: readonly RawResource[]): Resource {
  const node = normalise(stackOf(...raws)).graph.byAddress(address);
  if (!node) throw new Error(`${address} is not in the graph`);
  return node;
}

function plain(value: Value | undefined): unknown {
  return value && toPlain(value);
}

test("network rules of their own are the storage account's", () => {
  const account = terraform("azurerm_storage_account.st", { name: "st", ...rg });
  const rules = terraform("azurerm_storage_account_network_rules.st", {
    storage_account_id: id(account),
    default_action: "Deny",
    bypass: ["Logging", "Metrics"],
    ip_rules: ["203.0.113.7"],
  });
  const alone = nodeOf(account.address, account);
  expect(plain(alone.get("properties.networkAcls.defaultAction"))).toBe("Allow");
  expect(alone.get("properties.networkAcls.defaultAction").origin?.kind).toBe("default");
  expect(alone.written("properties.networkAcls").kind).toBe("absent");
  const node = nodeOf(account.address, account, rules);
  expect(plain(node.get("properties.networkAcls"))).toEqual({
    defaultAction: "Deny",
    bypass: "Logging, Metrics",
    ipRules: [{ value: "203.0.113.7" }],
  });
  expect(node.raws.map((raw) => raw.address)).toEqual([account.address, rules.address]);
});

test("a backend pool joins the configuration of the interface that it names, a security group all of them", () => {
  const nic = terraform("azurerm_network_interface.vm", {
    name: "vm",
    ...rg,
    ip_configuration: [
      { name: "one", private_ip_address_allocation: "Dynamic" },
      { name: "two", private_ip_address_allocation: "Dynamic" },
    ],
  });
  const pool = literal(
    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/p",
  );
  const group = literal(
    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/applicationSecurityGroups/web",
  );
  const node = nodeOf(
    nic.address,
    nic,
    terraform("azurerm_network_interface_backend_address_pool_association.a", {
      network_interface_id: id(nic),
      ip_configuration_name: "TWO",
      backend_address_pool_id: pool,
    }),
    terraform("azurerm_network_interface_application_security_group_association.a", {
      network_interface_id: id(nic),
      application_security_group_id: group,
    }),
  );
  const [one, two] = itemsOf(node.written("properties.ipConfigurations")).items.map((item) => plain(item));
  expect(one).toMatchObject({ properties: { applicationSecurityGroups: [{ id: group.value }] } });
  expect(one).not.toHaveProperty("properties.loadBalancerBackendAddressPools");
  expect(two).toMatchObject({
    properties: {
      applicationSecurityGroups: [{ id: group.value }],
      loadBalancerBackendAddressPools: [{ id: pool.value }],
    },
  });
});

test("rules of a load balancer stand in it, with ids where Terraform has names", () => {
  const lb = terraform("azurerm_lb.lb", {
    name: "lb",
    ...rg,
    frontend_ip_configuration: [{ name: "public" }],
  });
  const rule = terraform("azurerm_lb_rule.web", {
    name: "web",
    loadbalancer_id: id(lb),
    protocol: "Tcp",
    frontend_port: 443,
    backend_port: 8443,
    frontend_ip_configuration_name: "public",
  });
  const node = nodeOf(lb.address, lb, rule);
  const [written] = itemsOf(node.get("properties.loadBalancingRules")).items;
  expect(written && describe(written, 4)).toContain("/loadBalancers/lb/frontendIPConfigurations/public");
  expect(written && describe(written, 4)).toContain("frontendPort = 443");
});

test("rule collections of a classic firewall are merged by the firewall's name", () => {
  const firewall = terraform("azurerm_firewall.hub", {
    name: "hub",
    ...rg,
    sku_name: "AZFW_VNet",
    sku_tier: "Standard",
  });
  const collection = (name: string, priority: number) =>
    terraform(`azurerm_firewall_network_rule_collection.${name}`, {
      name,
      ...rg,
      azure_firewall_name: read(firewall, "name"),
      priority,
      action: "Allow",
      rule: [{ name: "dns", source_addresses: ["*"], destination_ports: ["53"], protocols: ["UDP"] }],
    });
  const node = nodeOf(firewall.address, firewall, collection("a", 100), collection("b", 200));
  expect(plain(node.get("properties.networkRuleCollections"))).toMatchObject([
    {
      name: "a",
      properties: {
        priority: 100,
        action: { type: "Allow" },
        rules: [{ name: "dns", destinationPorts: ["53"] }],
      },
    },
    { name: "b", properties: { priority: 200 } },
  ]);
});

test("collections of a firewall policy say of which kind they are", () => {
  const group = terraform("azurerm_firewall_policy_rule_collection_group.g", {
    name: "g",
    firewall_policy_id: input("policy"),
    priority: 100,
    nat_rule_collection: [
      {
        name: "n",
        priority: 1,
        action: "Dnat",
        rule: [{ name: "ssh", destination_address: "203.0.113.1", destination_ports: ["22"] }],
      },
    ],
    network_rule_collection: [
      { name: "w", priority: 2, action: "Allow", rule: [{ name: "all", destination_addresses: ["*"] }] },
    ],
  });
  expect(plain(nodeOf(group.address, group).get("properties.ruleCollections"))).toMatchObject([
    {
      ruleCollectionType: "FirewallPolicyFilterRuleCollection",
      rules: [{ ruleType: "NetworkRule", destinationAddresses: ["*"] }],
    },
    {
      ruleCollectionType: "FirewallPolicyNatRuleCollection",
      action: { type: "DNAT" },
      rules: [{ ruleType: "NatRule", destinationAddresses: ["203.0.113.1"] }],
    },
  ]);
});

test("an association for one of two resources goes to either under the condition that picks it", () => {
  const subnet = (name: string) =>
    terraform(`azurerm_subnet.${name}`, { name, ...rg, virtual_network_name: "v", address_prefixes: [] });
  const [a, b] = [subnet("a"), subnet("b")];
  const table = literal("/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/routeTables/t");
  const association = terraform("azurerm_subnet_route_table_association.x", {
    subnet_id: { kind: "choice", condition: input("first"), then: id(a), otherwise: id(b) },
    route_table_id: table,
  });
  const { graph } = normalise(stackOf(a, b, association));
  expect(graph.byAddress(a.address)?.get("properties.routeTable.id")).toMatchObject({
    kind: "choice",
    condition: { text: "var.first" },
    then: { value: table.value },
  });
  expect(graph.byAddress(b.address)?.get("properties.routeTable.id")).toMatchObject({
    kind: "choice",
    condition: { text: "var.first" },
    otherwise: { value: table.value },
  });
});

test("a subnet written in the network and again by itself is one resource", () => {
  const network = terraform("azurerm_virtual_network.v", {
    name: "v",
    ...rg,
    subnet: [{ name: "App", address_prefixes: ["10.0.0.0/24"], security_group: literal("/x") }],
  });
  const own = terraform("azurerm_subnet.app", {
    name: "app",
    ...rg,
    virtual_network_name: read(network, "name"),
    address_prefixes: ["10.0.0.0/24"],
  });
  const { graph } = normalise(stackOf(network, own));
  expect(graph.ofType("Microsoft.Network/virtualNetworks/subnets").map(({ address }) => address)).toEqual([
    own.address,
  ]);
  expect(plain(graph.byAddress(own.address)?.get("properties.networkSecurityGroup.id"))).toBe("/x");
});

test("the default pool of a cluster is one of its agent pools", () => {
  const cluster = terraform(
    "azurerm_kubernetes_cluster.k",
    { name: "k", ...rg, default_node_pool: [{ name: "system", node_public_ip_enabled: true }] },
    { major: 4 },
  );
  const { graph } = normalise(stackOf(cluster));
  const [pool] = graph.ofType("Microsoft.ContainerService/managedClusters/agentPools");
  expect(pool?.address).toBe("azurerm_kubernetes_cluster.k/agentPoolProfiles/system");
  expect(plain(pool?.get("properties.enableNodePublicIP"))).toBe(true);
});

test("a resource that is attached to something outside the stack says something of a node there", () => {
  const nsg = terraform("azurerm_network_security_group.n", { name: "n", ...rg });
  const attach = (name: string, target: Value) =>
    terraform(`azurerm_subnet_network_security_group_association.${name}`, {
      subnet_id: target,
      network_security_group_id: id(nsg),
    });
  const { graph } = normalise(stackOf(nsg, attach("a", input("subnet_id"))));
  const target = graph.target(input("subnet_id"), "Microsoft.Network/virtualNetworks/subnets");
  expect(target.kind === "resource" && target.resource.mode).toBe("existing");
  expect(
    target.kind === "resource" && plain(target.resource.get("properties.networkSecurityGroup.id")),
  ).toBeUndefined();
  expect(
    target.kind === "resource" &&
      target.resource.get("properties.networkSecurityGroup.id").via?.resource.address,
  ).toBe(nsg.address);
});

test("what cannot be deployed is no case: a reference to an instance means that there is one", () => {
  const on = input("on");
  const error = {
    kind: "symbol",
    reason: "error",
    text: "(does not exist in this case)",
    key: "!x",
  } as const;
  const whereOn = (value: Value): Value => ({ kind: "choice", condition: on, then: value, otherwise: error });
  const table = terraform("azurerm_route_table.t", { name: "t", ...rg }, { condition: on });
  const route = terraform(
    "azurerm_route.r",
    {
      name: "r",
      ...rg,
      route_table_name: whereOn(read(table, "name")),
      address_prefix: "0.0.0.0/0",
      next_hop_type: "Internet",
    },
    { condition: on },
  );
  const subnet = terraform("azurerm_subnet.s", { name: "s", ...rg, virtual_network_name: "v" });
  const association = terraform(
    "azurerm_subnet_route_table_association.x",
    { subnet_id: id(subnet), route_table_id: whereOn(id(table)) },
    { condition: on },
  );
  const { graph } = normalise(stackOf(table, route, subnet, association));
  expect(graph.byAddress(route.address)?.parent?.address).toBe(table.address);
  expect(graph.byAddress(subnet.address)?.get("properties.routeTable.id")).toMatchObject({
    kind: "choice",
    then: { via: { resource: { address: table.address } } },
    otherwise: { kind: "absent" },
  });
});

test("an association that comes and goes with its resource always holds for it", () => {
  const on = input("on");
  const subnet = terraform(
    "azurerm_subnet.s",
    { name: "s", ...rg, virtual_network_name: "v" },
    { condition: on },
  );
  const table = literal("/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/routeTables/t");
  const association = terraform(
    "azurerm_subnet_route_table_association.x",
    { subnet_id: id(subnet), route_table_id: table },
    { condition: on },
  );
  expect(plain(nodeOf(subnet.address, subnet, association).get("properties.routeTable.id"))).toBe(
    table.value,
  );
});
