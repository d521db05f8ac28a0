import { type Ports, Ranges } from "../../azure/index.ts";
import type { Protocol } from "../view.ts";

/** Addresses of which some are only known by a name: ranges, and a bit for each name of a `Names`. */
export interface AddressSet {
  readonly ranges: Ranges;
  readonly names: bigint;
}

export const NO_ADDRESSES: AddressSet = { ranges: Ranges.none, names: 0n };

export function unite(a: AddressSet, b: AddressSet): AddressSet {
  return { ranges: a.ranges.union(b.ranges), names: a.names | b.names };
}

function common(a: AddressSet, b: AddressSet): AddressSet {
  return { ranges: a.ranges.intersect(b.ranges), names: a.names & b.names };
}

function without(a: AddressSet, b: AddressSet): AddressSet {
  return { ranges: a.ranges.subtract(b.ranges), names: a.names & ~b.names };
}

function isNobody(set: AddressSet): boolean {
  return set.names === 0n && set.ranges.isEmpty;
}

export const PROTOCOLS: readonly Protocol[] = ["Tcp", "Udp", "Icmp", "Esp", "Ah"];
export const ANY_PROTOCOL = (1 << PROTOCOLS.length) - 1;

export function protocolBits(protocols: readonly Protocol[]): number {
  return protocols.reduce((bits, one) => bits | (1 << PROTOCOLS.indexOf(one)), 0);
}

export function protocolsOf(bits: number): readonly Protocol[] {
  return PROTOCOLS.filter((_, at) => bits & (1 << at));
}

/** A set of packets: every combination of what its five sides hold. */
export interface Box {
  readonly from: AddressSet;
  readonly to: AddressSet;
  readonly protocols: number;
  readonly ports: Ports;
  readonly sourcePorts: Ports;
}

export function isEmpty(box: Box): boolean {
  return (
    box.protocols === 0 ||
    box.ports.isEmpty ||
    box.sourcePorts.isEmpty ||
    isNobody(box.from) ||
    isNobody(box.to)
  );
}

/** The packets that two boxes share; undefined when there are none. */
export function overlap(a: Box, b: Box): Box | undefined {
  const protocols = a.protocols & b.protocols;
  if (protocols === 0) return undefined;
  const ports = a.ports.intersect(b.ports);
  if (ports.isEmpty) return undefined;
  const shared: Box = {
    from: common(a.from, b.from),
    to: common(a.to, b.to),
    protocols,
    ports,
    sourcePorts: a.sourcePorts.intersect(b.sourcePorts),
  };
  return isEmpty(shared) ? undefined : shared;
}

/** What is left of a box without a part of it, in at most five boxes that do not overlap. Neither of them is empty. */
export function remainder(box: Box, part: Box): readonly Box[] {
  const { from, to, protocols, ports } = part;
  const left: Box[] = [];
  const otherFrom = without(box.from, from);
  if (!isNobody(otherFrom)) left.push({ ...box, from: otherFrom });
  const otherTo = without(box.to, to);
  if (!isNobody(otherTo)) left.push({ ...box, from, to: otherTo });
  const otherProtocols = box.protocols & ~protocols;
  if (otherProtocols !== 0) left.push({ ...box, from, to, protocols: otherProtocols });
  const otherPorts = box.ports.subtract(ports);
  if (!otherPorts.isEmpty) left.push({ ...box, from, to, protocols, ports: otherPorts });
  const sourcePorts = box.sourcePorts.subtract(part.sourcePorts);
  if (!sourcePorts.isEmpty) left.push({ from, to, protocols, ports, sourcePorts });
  return left;
}
