import { literal, object, type Value } from "../../../value/index.ts";
import type { Problem, TemplateFunction } from "./index.ts";
import { numberOf, ofValues, problem, textOf } from "./operand.ts";

interface Block {
  readonly address: bigint;
  readonly length: number;
  readonly bits: 32 | 128;
}

export const CIDR_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  parseCidr: ofValues(([value]) => onBlock(value, described)),
  cidrSubnet: ofValues(([value, length, index]) =>
    onBlock(value, (block) => {
      const wanted = numberOf(length);
      const at = numberOf(index);
      if (wanted === undefined || at === undefined) return undefined;
      const inRange = wanted >= block.length && wanted <= block.bits && at >= 0;
      if (!inRange || BigInt(at) >= 1n << BigInt(wanted - block.length))
        return problem("There is no such subnet in this range.");
      const address = network(block) + (BigInt(at) << BigInt(block.bits - wanted));
      return literal(`${format(address, block.bits)}/${wanted}`);
    }),
  ),
  cidrHost: ofValues(([value, index]) =>
    onBlock(value, (block) => {
      const at = numberOf(index);
      if (at === undefined) return undefined;
      const size = 1n << BigInt(block.bits - block.length);
      const offset = BigInt(at) + (block.length < block.bits - 1 ? 1n : 0n);
      return at < 0 || offset >= size
        ? problem("There is no such address in this range.")
        : literal(format(network(block) + offset, block.bits));
    }),
  ),
};

function onBlock(
  value: Value | undefined,
  apply: (block: Block) => Value | Problem | undefined,
): Value | Problem | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const block = parse(text);
  return block ? apply(block) : problem(`'${text.slice(0, 60)}' is not an address range.`);
}

function described(block: Block): Value {
  const first = network(block);
  const size = 1n << BigInt(block.bits - block.length);
  const last = first + size - 1n;
  const mask = ((1n << BigInt(block.bits)) - 1n) ^ (size - 1n);
  const inner = size > 2n && block.bits === 32;
  const text = (address: bigint): Value => literal(format(address, block.bits));
  return object({
    network: text(first),
    netmask: text(mask),
    ...(block.bits === 32 && { broadcast: text(last) }),
    firstUsable: text(inner ? first + 1n : first),
    lastUsable: text(inner ? last - 1n : last),
    cidr: literal(block.length),
  });
}

function network(block: Block): bigint {
  const host = BigInt(block.bits - block.length);
  return (block.address >> host) << host;
}

function parse(text: string): Block | undefined {
  const [address = "", prefix] = text.split("/");
  const v6 = address.includes(":");
  const bits = v6 ? 128 : 32;
  const length = prefix === undefined ? bits : Number(prefix);
  const value = v6 ? parseV6(address) : parseV4(address);
  return value === undefined || !Number.isInteger(length) || length < 0 || length > bits
    ? undefined
    : { address: value, length, bits };
}

function parseV4(text: string): bigint | undefined {
  const octets = text.split(".").map(Number);
  if (octets.length !== 4 || octets.some((octet) => !Number.isInteger(octet) || octet < 0 || octet > 255))
    return undefined;
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

function parseV6(text: string): bigint | undefined {
  const [head = "", tail] = text.split("::");
  const groups = (part: string): string[] => (part === "" ? [] : part.split(":"));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const missing = 8 - before.length - after.length;
  if (missing < 0 || (tail === undefined && missing !== 0)) return undefined;
  const all = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return all.reduce((value, group) => (value << 16n) | BigInt(Number.parseInt(group, 16)), 0n);
}

function format(address: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join(".");
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((address >> BigInt(112 - 16 * at)) & 0xffffn).toString(16),
  );
  const zeros = groups.join(":").match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? [];
  const longest = zeros.toSorted((a, b) => b.length - a.length)[0];
  if (!longest) return groups.join(":");
  return groups.join(":").replace(longest, "::").replace(/:{3,}/, "::");
}
