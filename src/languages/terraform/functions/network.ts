import ipaddr from "ipaddr.js";
import { list, literal, type Value } from "../../../value/index.ts";
import { NUMBER, STRING } from "../types/index.ts";
import { define, NOT_WHOLE, numberOf, parameter, textOf, texts } from "./arguments.ts";
import {
  type FunctionError,
  type FunctionResult,
  isMistake,
  mistake,
  type TerraformFunction,
} from "./function.ts";

/** An address block: its first address as a number, and how many of its bits are fixed. */
interface Block {
  readonly kind: "block";
  readonly first: bigint;
  readonly length: number;
  readonly bits: 32 | 128;
}

function parseBlock(text: string): Block | FunctionError {
  const wrong = mistake(`"${text}" is no address block such as 10.0.0.0/16`, 0);
  const [, address = "", digits = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const bytes = bytesOf(address);
  const length = Number(digits);
  if (!bytes || length > bytes.length * 8) return wrong;
  const bits = bytes.length === 4 ? 32 : 128;
  const all = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const free = BigInt(bits - length);
  return { kind: "block", first: (all >> free) << free, length, bits };
}

/** Four decimal numbers, leading zeros allowed, or an IPv6 address. */
function bytesOf(address: string): readonly number[] | undefined {
  if (address.includes(":"))
    return !address.includes("%") && ipaddr.IPv6.isValid(address)
      ? ipaddr.IPv6.parse(address).toByteArray()
      : undefined;
  const parts = address.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,4}$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.map(Number);
}

function formatAddress(address: bigint, bits: 32 | 128): string {
  const bytes: number[] = [];
  for (let at = bits / 8 - 1; at >= 0; at--) bytes.push(Number((address >> BigInt(at * 8)) & 0xffn));
  const parsed = ipaddr.fromByteArray(bytes);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const six = parsed as ipaddr.IPv6;
  return six.isIPv4MappedAddress() ? six.toIPv4Address().toString() : six.toRFC5952String();
}

function formatBlock({ first, length, bits }: Block): string {
  return `${formatAddress(first, bits)}/${length}`;
}

function host([prefix, number]: readonly Value[]): FunctionResult {
  const block = parseBlock(textOf(prefix));
  if (isMistake(block)) return block;
  if (!Number.isInteger(numberOf(number))) return mistake(NOT_WHOLE, 1);
  const size = 1n << BigInt(block.bits - block.length);
  const wanted = BigInt(numberOf(number));
  // A negative number counts from the end.
  const offset = wanted < 0n ? size + wanted : wanted;
  if (offset < 0n || offset >= size)
    return mistake(`a block of length ${block.length} has no host number ${wanted}`, 1);
  return literal(formatAddress(block.first + offset, block.bits));
}

function netmask([prefix]: readonly Value[]): FunctionResult {
  const block = parseBlock(textOf(prefix));
  if (isMistake(block)) return block;
  if (block.bits === 128) return mistake("an IPv6 block has no netmask", 0);
  return literal(formatAddress((0xffffffffn >> BigInt(32 - block.length)) << BigInt(32 - block.length), 32));
}

function subnet([prefix, extra, number]: readonly Value[]): FunctionResult {
  const block = parseBlock(textOf(prefix));
  if (isMistake(block)) return block;
  const more = numberOf(extra);
  if (!Number.isInteger(more)) return mistake(NOT_WHOLE, 1);
  if (!Number.isInteger(numberOf(number))) return mistake(NOT_WHOLE, 2);
  const length = block.length + more;
  if (length < 0 || length > block.bits)
    return mistake(`a prefix of ${block.length} bits cannot be extended by ${more}`, 1);
  const wanted = BigInt(numberOf(number));
  const held = more >= 0 && more < 64 ? (1n << BigInt(more)) - 1n : LAST_64;
  // Terraform compares and adds by bits: of a negative number, or of negative bits, something comes out that nobody would guess.
  const first = absolute(block.first | (wanted << BigInt(block.bits - length)));
  if ((absolute(wanted) & LAST_64) > held || first >> BigInt(block.bits) > 0n)
    return mistake(`${more} more bits do not hold the number ${wanted}`, 2);
  return literal(formatBlock({ ...block, first, length }));
}

/** The largest number of 64 bits. */
const LAST_64 = (1n << 64n) - 1n;

function absolute(number: bigint): bigint {
  return number < 0n ? -number : number;
}

/** Bits that one call may add, as in Terraform. */
const MOST_BITS = 32;

function subnets([prefix, ...extras]: readonly Value[]): FunctionResult {
  const block = parseBlock(textOf(prefix));
  if (isMistake(block)) return block;
  const end = block.first + (1n << BigInt(block.bits - block.length));
  let next = block.first;
  const made: string[] = [];
  for (const [at, extra] of extras.entries()) {
    const more = numberOf(extra);
    if (!Number.isInteger(more)) return mistake(NOT_WHOLE, at + 1);
    if (more < 1 || more > MOST_BITS)
      return mistake(`a prefix can be extended by 1 to ${MOST_BITS} bits`, at + 1);
    const length = block.length + more;
    if (length > block.bits) return mistake(`a prefix of ${length} bits is too long`, at + 1);
    const size = 1n << BigInt(block.bits - length);
    // Each block starts at a multiple of its size.
    const first = ((next + size - 1n) / size) * size;
    if (first + size > end) return mistake(`there is no room left for a prefix of ${length} bits`, at + 1);
    made.push(formatBlock({ ...block, first, length }));
    next = first + size;
  }
  return list(texts(made), { collection: "list" });
}

const PREFIX = parameter("prefix", STRING);
const NEW_BITS = parameter("newbits", NUMBER);

export const network: readonly TerraformFunction[] = [
  define("cidrhost", [PREFIX, parameter("hostnum", NUMBER)], "string", host),
  define("cidrnetmask", [PREFIX], "string", netmask),
  define("cidrsubnet", [PREFIX, NEW_BITS, parameter("netnum", NUMBER)], "string", subnet),
  define("cidrsubnets", [PREFIX], "list", subnets, { variadic: NEW_BITS }),
];
