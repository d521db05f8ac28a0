import { any, isFalse, isString, no, not, type Truth } from "../../value/index.ts";
import type { Direction, SecurityRule } from "../view.ts";
import { isEmpty } from "./box.ts";
import { decide } from "./effective.ts";
import type { RuleSet } from "./rule-set.ts";

/** Whether no packet ever comes to a rule, and which rules take them all before. */
export function shadowOf(rule: SecurityRule, rules: RuleSet | undefined): SecurityRule["shadowed"] {
  const none = { holds: no(), by: [] };
  if (!rules || !isString(rule.direction)) return none;
  const direction: Direction = rule.direction.value.toLowerCase() === "outbound" ? "Outbound" : "Inbound";
  const compiled = rules.rules(direction);
  const at = compiled.findIndex((one) => one.rule === rule);
  const own = compiled[at];
  if (!own) return none;
  const packets = own.maybe?.box ?? own.sure;
  if (isEmpty(packets)) return none;
  const decisions = decide(packets, compiled.slice(0, at + 1));
  const reached: Truth = any(...decisions.filter(({ by }) => by === own).map((one) => one.reached));
  const before = new Set(decisions.map(({ by }) => by).filter((by) => by !== own && !isFalse(by.holds)));
  // A rule that no other stands before may match nothing, but nothing shadows it.
  if (before.size === 0) return none;
  return { holds: not(reached), by: [...before].flatMap(({ rule: earlier }) => (earlier ? [earlier] : [])) };
}
