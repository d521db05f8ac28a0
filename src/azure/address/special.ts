import { type AddressRange, FIRST_IPV6 } from "./address.ts";
import { Ranges } from "./ranges.ts";

/**
 * A CIDR block: `block([10])` is 10.0.0.0/8, `block([192, 168])` 192.168.0.0/16; a length that is not eight for each part is said. Every run
 * needs these ranges, and numbers take no parsing.
 */
function block(parts: readonly number[], length = parts.length * 8): AddressRange {
  const first = parts.reduce((sum, part, at) => sum + (BigInt(part) << BigInt(24 - 8 * at)), 0n);
  return { first, last: first + (1n << BigInt(32 - length)) - 1n };
}

/** A block of IPv6 by its first sixteen bits: `block6(0xfe80, 10)` is fe80::/10. */
function block6(start: number, length: number): AddressRange {
  const first = FIRST_IPV6 + (BigInt(start) << 112n);
  return { first, last: first + (1n << BigInt(128 - length)) - 1n };
}

/** Private use (RFC 1918), shared (RFC 6598) and local IPv6: never the source on a public endpoint. */
export const PRIVATE = Ranges.of(
  block([10]),
  block([172, 16], 12),
  block([192, 168]),
  block([100, 64], 10),
  block6(0xfc00, 7),
);

/** RFC 1918 alone. */
export const RFC1918 = Ranges.of(block([10]), block([172, 16], 12), block([192, 168]));

/** The address under which Azure offers DNS, DHCP and health probes inside every network. */
export const AZURE_DNS = Ranges.of(block([168, 63, 129, 16]));

/** Addresses that no host on the internet has: this network, loopback, link-local, multicast, reserved, documentation. */
const UNUSABLE = Ranges.of(
  block([0]),
  block([127]),
  block([169, 254]),
  block([192, 0, 0]),
  block([224], 3),
  block6(0, 8),
  block6(0xfe80, 10),
  block6(0xff00, 8),
).union(AZURE_DNS);

/** Everything an arbitrary host on the internet can have as its address, IPv4. */
export const PUBLIC = Ranges.ipv4.subtract(PRIVATE).subtract(UNUSABLE);

/** The same with IPv6. */
export const PUBLIC_ALL = Ranges.everything.subtract(PRIVATE).subtract(UNUSABLE);
