import { Ranges } from "./ranges.ts";

/** Private use (RFC 1918), shared (RFC 6598) and local IPv6: never the source on a public endpoint. */
export const PRIVATE = Ranges.parse(
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "fc00::/7",
);

/** RFC 1918 alone. */
export const RFC1918 = Ranges.parse("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

/** The address under which Azure offers DNS, DHCP and health probes inside every network. */
export const AZURE_DNS = Ranges.parse("168.63.129.16");

/** Addresses that no host on the internet has: this network, loopback, link-local, multicast, reserved, documentation. */
const UNUSABLE = Ranges.parse(
  "0.0.0.0/8",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "224.0.0.0/3",
  "::/8",
  "fe80::/10",
  "ff00::/8",
).union(AZURE_DNS);

/** Everything an arbitrary host on the internet can have as its address, IPv4. */
export const PUBLIC = Ranges.ipv4.subtract(PRIVATE).subtract(UNUSABLE);

/** The same with IPv6. */
export const PUBLIC_ALL = Ranges.everything.subtract(PRIVATE).subtract(UNUSABLE);
