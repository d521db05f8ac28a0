import { any, isFalse, isString, no, not, type Truth } from "../../value/index.ts";
import type { Direction, SecurityRule } from "../view.ts";
import { addressesOfNsg } from "./addresses.ts";
import { isEmpty } from "./box.ts";
import { compile, declareNames } from "./compiled.ts";
import { decide } from "./effective.ts";
import { Names } from "./names.ts";

/** Whether no packet ever comes to a rule, and which rules take them all before. */
export function shadowOf(rule: SecurityRule): SecurityRule["shadowed"] {
  const { nsg } = rule;
  const none = { holds: no(), by: [] };
  if (!nsg || !isString(rule.direction)) return none;
  const direction: Direction = rule.direction.value.toLowerCase() === "outbound" ? "Outbound" : "Inbound";
  const names = new Names(addressesOfNsg(nsg));
  declareNames(nsg.rules, names);
  const compiled = compile(nsg.rules.seen, direction, names);
  const at = compiled.findIndex((one) => one.rule === rule);
  const own = compiled[at];
  if (!own) return none;
  const packets = own.maybe?.box ?? own.sure;
  if (isEmpty(packets)) return none;
  const decisions = decide(packets, compiled.slice(0, at + 1));
  const reached: Truth = any(...decisions.filter(({ by }) => by === own).map((one) => one.reached));
  const before = new Set(decisions.map(({ by }) => by).filter((by) => by !== own && !isFalse(by.holds)));
  return { holds: not(reached), by: [...before].flatMap(({ rule: earlier }) => (earlier ? [earlier] : [])) };
}
