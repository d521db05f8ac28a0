import { any, called, defineRule, isFalse, type NetworkInterface } from "isolint";

export default defineRule<NetworkInterface>({
  title: "A machine's network interface has a public IP address",
  levels: { recommended: "error", strict: "error" },
  why: "A public address puts the machine on the internet, and only security groups and the machine's own software stand between it and everyone. It also lets traffic leave past the network's firewall.",
  remedy:
    "Remove the public address. Reach the machine through Azure Bastion, a VPN or a load balancer, and let it out through a NAT gateway or firewall.",
  links: [
    "https://learn.microsoft.com/security/benchmark/azure/mcsb-v2-network-security",
    "https://learn.microsoft.com/azure/bastion/bastion-overview",
  ],
  controls: { mcsb: ["NS-1", "NS-2"], cis: ["7.7"], nist: ["SC-7"] },
  statements: [3],
  judges: ({ network }) => network.interfaces,
  check: (nic) => {
    return {
      fails: any(...nic.configurations.map(({ hasPublicAddress }) => hasPublicAddress)),
      tell: () => {
        const addressed = nic.configurations.find(({ hasPublicAddress }) => !isFalse(hasPublicAddress));
        return {
          at: addressed?.publicAddressSpot ?? { resource: nic.resource },
          message: `${ownerText(nic)} has a public IP address${addressText(nic)}: network security groups alone decide who reaches it from the internet.`,
          related: [...nic.machine]
            .filter(({ span }) => span !== undefined)
            .map((machine) => ({ message: `the machine is ${machine.address}`, at: { resource: machine } })),
        };
      },
    };
  },
});

function ownerText({ resource, machine }: NetworkInterface): string {
  const [owner] = machine;
  const own = `Network interface ${called(resource)}`;
  return owner && owner !== resource ? `${own} of ${called(owner)}` : called(resource);
}

function addressText({ publicAddresses }: NetworkInterface): string {
  const names = [...publicAddresses].map(called);
  return names.length > 0 ? ` (${names.join(", ")})` : "";
}
