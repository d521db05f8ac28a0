import { isMalformed, Ports, parsePorts, parseRange, parseServiceTag, Ranges } from "../../azure/index.ts";
import {
  all,
  casesOf,
  describe,
  is,
  isNumber,
  isString,
  isUnset,
  keyOf,
  no,
  type Truth,
  unknown,
  type Value,
  yes,
} from "../../value/index.ts";
import type { Direction, Protocol, SecurityRule } from "../view.ts";
import {
  type AddressSet,
  ANY_PROTOCOL,
  type Box,
  NO_ADDRESSES,
  PROTOCOLS,
  protocolBits,
  unite,
} from "./box.ts";
import type { Names } from "./names.ts";

/** A side of a rule: what it surely names, and what it may name besides because a value is not known. */
interface Side<T> {
  readonly sure: T;
  /** Everything that a value which is not known may stand for; undefined when all are known. */
  readonly doubt: Truth | undefined;
  /** What it names at most. */
  readonly all: T;
}

/** A rule as sets of packets. */
export interface CompiledRule {
  readonly rule: SecurityRule | undefined;
  readonly priority: number;
  /** Whether it is there and of this direction. */
  readonly holds: Truth;
  readonly allows: Truth;
  readonly sure: Box;
  /** The packets it may match besides, with the doubt. */
  readonly maybe: { readonly box: Box; readonly doubt: Truth } | undefined;
}

/** Rules of one direction in the order in which Azure asks them, default rules last. */
export function compile(
  rules: readonly { readonly is: SecurityRule; readonly holds: Truth }[],
  direction: Direction,
  names: Names,
): readonly CompiledRule[] {
  const own = rules
    .map(({ is: rule, holds }) => compileRule(rule, holds, direction, names))
    .filter((one) => !(one.holds.kind === "decided" && !one.holds.value))
    .sort((a, b) => a.priority - b.priority);
  return [...own, ...defaultRules(direction, names)];
}

/** Every tag and unknown prefix that the rules name. */
export function declareNames(rules: Iterable<SecurityRule>, names: Names): void {
  for (const rule of rules) {
    for (const value of [...rule.sources, ...rule.destinations]) {
      for (const { value: leaf } of casesOf(value)) {
        if (isString(leaf)) names.declare(leaf.value);
        else if (!isUnset(leaf)) names.declarePrefix(keyOf(leaf));
      }
    }
  }
}

function compileRule(rule: SecurityRule, holds: Truth, direction: Direction, names: Names): CompiledRule {
  const from = addresses(rule.sources, rule.sourceGroups, names);
  const to = addresses(rule.destinations, rule.destinationGroups, names);
  const ports = portsOf(rule.ports);
  const sourcePorts = portsOf(rule.sourcePorts);
  const protocols = protocolsIn(rule.protocol);
  const doubts = [from, to, ports, sourcePorts, protocols]
    .map(({ doubt }) => doubt)
    .filter((one) => one !== undefined);
  const sure: Box = {
    from: from.sure,
    to: to.sure,
    ports: ports.sure,
    sourcePorts: sourcePorts.sure,
    protocols: protocols.sure,
  };
  const known = isNumber(rule.priority) || (isString(rule.priority) && /^\d+$/.test(rule.priority.value));
  const order = known
    ? yes()
    : unknown(`the priority of ${describe(rule.resource.name)}`, rule.resource.span);
  return {
    rule,
    priority: known ? Number((rule.priority as { value: number | string }).value) : 0,
    holds: all(holds, is(rule.direction, direction), order),
    allows: is(rule.access, "Allow"),
    sure,
    maybe:
      doubts.length === 0
        ? undefined
        : {
            doubt: all(...doubts),
            box: {
              from: from.all,
              to: to.all,
              ports: ports.all,
              sourcePorts: sourcePorts.all,
              protocols: protocols.all,
            },
          },
  };
}

function addresses(values: readonly Value[], groups: readonly Value[], names: Names): Side<AddressSet> {
  let sure = NO_ADDRESSES;
  let doubt: Truth | undefined;
  for (const value of values) {
    const cases = casesOf(value);
    for (const { value: leaf } of cases) {
      const found = cases.length === 1 ? addressesOf(leaf, names) : undefined;
      if (found) sure = unite(sure, found);
      if (!found || !(isString(leaf) || isUnset(leaf))) {
        doubt = unknown(`which addresses ${describe(value)} holds`, value.origin?.span);
      }
    }
  }
  if (doubt) return { sure, doubt, all: names.everything };
  const [group] = groups;
  if (!group) return { sure, doubt: undefined, all: sure };
  // An application security group holds interfaces of the network, never anything outside.
  return {
    sure,
    doubt: unknown(`which interfaces belong to ${describe(group)}`, group.origin?.span),
    all: unite(sure, names.inside),
  };
}

function addressesOf(leaf: Value, names: Names): AddressSet | undefined {
  if (isUnset(leaf)) return NO_ADDRESSES;
  if (!isString(leaf)) return names.prefix(keyOf(leaf));
  const text = leaf.value.trim();
  if (text === "*" || /^any$/i.test(text)) return names.everything;
  const range = parseRange(text);
  if (!isMalformed(range)) return names.ranges(Ranges.of(range));
  return parseServiceTag(text) ? names.tag(text) : undefined;
}

function portsOf(values: readonly Value[]): Side<Ports> {
  let sure = Ports.none;
  let doubt: Truth | undefined;
  for (const value of values) {
    if (isUnset(value)) continue;
    const ports = isString(value)
      ? parsePorts(value.value)
      : isNumber(value)
        ? parsePorts(String(value.value))
        : undefined;
    if (ports) sure = sure.union(ports);
    else doubt = unknown(`which ports ${describe(value)} holds`, value.origin?.span);
  }
  return { sure, doubt, all: doubt ? Ports.all : sure };
}

function protocolsIn(value: Value): Side<number> {
  if (isString(value)) {
    if (value.value === "*" || /^any$/i.test(value.value))
      return { sure: ANY_PROTOCOL, doubt: undefined, all: ANY_PROTOCOL };
    const known = PROTOCOLS.find((one) => one.toLowerCase() === value.value.toLowerCase());
    if (known) return { sure: protocolBits([known]), doubt: undefined, all: protocolBits([known]) };
  }
  return {
    sure: 0,
    doubt: unknown(`which protocol ${describe(value)} is`, value.origin?.span),
    all: ANY_PROTOCOL,
  };
}

/** The rules that every NSG ends with: 65000, 65001 and 65500. */
function defaultRules(direction: Direction, names: Names): readonly CompiledRule[] {
  const rule = (priority: number, from: AddressSet, to: AddressSet, allows: boolean): CompiledRule => ({
    rule: undefined,
    priority,
    holds: yes(),
    allows: allows ? yes() : no(),
    sure: { from, to, protocols: ANY_PROTOCOL, ports: Ports.all, sourcePorts: Ports.all },
    maybe: undefined,
  });
  const everything = names.everything;
  const network = names.tag("VirtualNetwork") ?? NO_ADDRESSES;
  const second =
    direction === "Inbound"
      ? rule(65001, names.tag("AzureLoadBalancer") ?? NO_ADDRESSES, everything, true)
      : rule(65001, everything, names.tag("Internet") ?? NO_ADDRESSES, true);
  return [rule(65000, network, network, true), second, rule(65500, everything, everything, false)];
}

/** Protocols as the bits that boxes use; all when none are given. */
export function bitsOf(protocols: readonly Protocol[] | undefined): number {
  return protocols ? protocolBits(protocols) : ANY_PROTOCOL;
}
