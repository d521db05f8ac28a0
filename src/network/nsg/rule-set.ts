import { Ports } from "../../azure/index.ts";
import type { Direction, Flow, Nsg, Party } from "../view.ts";
import { bitsOf, type CompiledRule, compile, declareNames } from "./compiled.ts";
import { type Decision, decide } from "./effective.ts";
import { Names, type NetworkAddresses } from "./names.ts";
import { declareParty, partyAddresses } from "./party.ts";

/**
 * The rules of a group as sets of packets, where `VirtualNetwork` stands for the given addresses. Compiled once for each direction,
 * and asked once for each flow between parties that need no names of their own.
 */
export class RuleSet {
  readonly #nsg: Nsg;
  readonly #network: NetworkAddresses;
  readonly #compiled = new Map<
    Direction,
    { readonly names: Names; readonly rules: readonly CompiledRule[] }
  >();
  readonly #decided = new Map<string, readonly Decision[]>();

  constructor(nsg: Nsg, network: NetworkAddresses) {
    this.#nsg = nsg;
    this.#network = network;
  }

  get network(): NetworkAddresses {
    return this.#network;
  }

  /** In the order in which Azure asks them, default rules last. */
  rules(direction: Direction): readonly CompiledRule[] {
    return this.#rules(direction).rules;
  }

  decisionsOn(flow: Flow): readonly Decision[] {
    const key = keyOfFlow(flow);
    if (key === undefined) {
      const names = this.#names();
      declareParty(flow.from, names);
      declareParty(flow.to, names);
      return decide(packetsOf(flow, names), compile(this.#nsg.rules.seen, flow.direction, names));
    }
    const before = this.#decided.get(key);
    if (before) return before;
    const { names, rules } = this.#rules(flow.direction);
    const decisions = decide(packetsOf(flow, names), rules);
    this.#decided.set(key, decisions);
    return decisions;
  }

  #rules(direction: Direction) {
    const before = this.#compiled.get(direction);
    if (before) return before;
    const names = this.#names();
    const made = { names, rules: compile(this.#nsg.rules.seen, direction, names) };
    this.#compiled.set(direction, made);
    return made;
  }

  #names(): Names {
    const names = new Names(this.#network);
    declareNames(this.#nsg.rules, names);
    return names;
  }
}

function packetsOf({ from, to, ports, protocols }: Flow, names: Names) {
  return {
    from: partyAddresses(from, names),
    to: partyAddresses(to, names),
    ports: ports ?? Ports.all,
    sourcePorts: Ports.all,
    protocols: bitsOf(protocols),
  };
}

/** Tells flows apart; undefined where a party brings names of its own, which compiled rules do not know. */
function keyOfFlow({ direction, from, to, ports, protocols }: Flow): string | undefined {
  const parties = [from, to].map(keyOfParty);
  if (parties.includes(undefined)) return undefined;
  const numbers = (ports ?? Ports.all).list.map(({ first, last }) => `${first}-${last}`);
  return [direction, ...parties, numbers.join(), bitsOf(protocols)].join("|");
}

function keyOfParty(party: Party | undefined): string | undefined {
  switch (party?.kind) {
    case undefined:
      return "";
    case "internet":
    case "azure":
    case "network":
      return party.kind;
    case "ranges":
      return party.ranges.list.map(({ first, last }) => `${first}-${last}`).join();
    case "tag":
    case "subnet":
      return undefined;
  }
}
