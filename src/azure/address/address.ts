import ipaddr from "ipaddr.js";

/**
 * An IP address as a position in one order of all addresses: IPv4 from 0 to 2^32 - 1, IPv6 behind it. One kind of
 * interval then serves both families.
 */
export type Address = bigint;

/** First and last address, both included. */
export interface AddressRange {
  readonly first: Address;
  readonly last: Address;
}

export const FIRST_IPV6: Address = 1n << 32n;
export const LAST_ADDRESS: Address = FIRST_IPV6 + (1n << 128n) - 1n;

/** Text that is no address or range, as data: what it was and why it is refused. */
export interface MalformedRange {
  readonly malformed: string;
  readonly reason: string;
}

export function isMalformed(range: AddressRange | MalformedRange): range is MalformedRange {
  return "malformed" in range;
}

export function isRange(range: AddressRange | MalformedRange): range is AddressRange {
  return !isMalformed(range);
}

function positionOf(bytes: readonly number[]): Address {
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return bytes.length === 4 ? value : FIRST_IPV6 + value;
}

/** Asked first: the library answers other texts, service tags above all, by throwing, which takes far longer than parsing. */
const FOUR_PARTS = /^\d+(\.\d+){3}$/;

/** One address in its usual spelling; undefined for anything else. IPv4 needs all of its four decimal parts. */
export function parseAddress(text: string): Address | undefined {
  const trimmed = text.trim();
  if (FOUR_PARTS.test(trimmed) && ipaddr.IPv4.isValidFourPartDecimal(trimmed))
    return positionOf(ipaddr.IPv4.parse(trimmed).toByteArray());
  if (trimmed.includes(":") && ipaddr.IPv6.isValid(trimmed))
    return positionOf(ipaddr.IPv6.parse(trimmed).toByteArray());
  return undefined;
}

/**
 * A range as Azure writes them: an address, a CIDR block, or `first-last`. Bits of a CIDR block behind its prefix are
 * taken as zero, as Azure does in firewall rules.
 */
export function parseRange(text: string): AddressRange | MalformedRange {
  const trimmed = text.trim();
  const slash = trimmed.indexOf("/");
  if (slash !== -1) return parseBlock(trimmed, slash);
  const dash = trimmed.indexOf("-");
  if (dash !== -1) return rangeBetween(trimmed.slice(0, dash), trimmed.slice(dash + 1));
  const address = parseAddress(trimmed);
  return address === undefined
    ? { malformed: text, reason: "not an IP address" }
    : { first: address, last: address };
}

function parseBlock(text: string, slash: number): AddressRange | MalformedRange {
  const base = parseAddress(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  if (base === undefined) return { malformed: text, reason: "not an IP address before the slash" };
  const bits = base < FIRST_IPV6 ? 32 : 128;
  if (!/^\d{1,3}$/.test(digits) || Number(digits) > bits) {
    return { malformed: text, reason: `the prefix length is not between 0 and ${bits}` };
  }
  const size = 1n << BigInt(bits - Number(digits));
  const origin = base < FIRST_IPV6 ? 0n : FIRST_IPV6;
  const first = origin + ((base - origin) / size) * size;
  return { first, last: first + size - 1n };
}

/** The range between two addresses of one family, both included. */
export function rangeBetween(start: string, end: string): AddressRange | MalformedRange {
  const first = parseAddress(start);
  const last = parseAddress(end);
  const text = `${start.trim()}-${end.trim()}`;
  if (first === undefined || last === undefined) return { malformed: text, reason: "not two IP addresses" };
  if (first < FIRST_IPV6 !== last < FIRST_IPV6)
    return { malformed: text, reason: "the two addresses are of different families" };
  if (first > last) return { malformed: text, reason: "the range ends before it begins" };
  return { first, last };
}

export function formatAddress(address: Address): string {
  const four = address < FIRST_IPV6;
  let rest = four ? address : address - FIRST_IPV6;
  const bytes: number[] = [];
  for (let at = 0; at < (four ? 4 : 16); at++) {
    bytes.unshift(Number(rest & 0xffn));
    rest >>= 8n;
  }
  return ipaddr.fromByteArray(bytes).toString();
}

/** The prefix length when the range is one CIDR block; undefined otherwise. */
export function prefixLength(range: AddressRange): number | undefined {
  const size = range.last - range.first + 1n;
  if ((size & (size - 1n)) !== 0n) return undefined;
  const four = range.last < FIRST_IPV6;
  const offset = range.first - (four ? 0n : FIRST_IPV6);
  if (offset < 0n || offset % size !== 0n) return undefined;
  return (four ? 32 : 128) - (size.toString(2).length - 1);
}

/** As someone would write it: an address, a CIDR block where it is one, else `first-last`. */
export function formatRange(range: AddressRange): string {
  if (range.first === range.last) return formatAddress(range.first);
  const prefix = prefixLength(range);
  if (prefix !== undefined) return `${formatAddress(range.first)}/${prefix}`;
  return `${formatAddress(range.first)}-${formatAddress(range.last)}`;
}
