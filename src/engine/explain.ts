import type { Finding } from "../rule/index.ts";
import { locationOf } from "../source/index.ts";
import { doubtsOf } from "../value/index.ts";
import type { RuleVerdict } from "./judge.ts";
import { nameOfSubject } from "./subject.ts";
import { traceOf } from "./trace.ts";

/** A verdict as a report gives it. */
export function explain(verdict: RuleVerdict, stack: string, scenarios: readonly string[]): Finding {
  const { rule, subject, told, fails, at } = verdict;
  const outcome = verdict.verdict === "unknown" ? undefined : verdict.verdict === "fail";
  const remedy = told.remedy ?? rule.remedy;
  return {
    rule: rule.id,
    verdict: verdict.verdict,
    severity: verdict.severity,
    message: messageOf(verdict),
    ...(verdict.verdict !== "pass" && { remedy }),
    stack,
    scenarios,
    subject: { type: subject.type, address: subject.address, name: nameOfSubject(subject) },
    location: locationOf(at),
    trace: traceOf(told, fails, subject.exists, outcome, at),
    fixable: false,
  };
}

function messageOf(verdict: RuleVerdict): string {
  const { rule, told, fails } = verdict;
  if (verdict.verdict === "pass") return `Passes: this is not the case: ${rule.title}.`;
  if (verdict.verdict === "fail") return told.message;
  const doubts = told.doubt === undefined ? doubtsOf(fails).map((doubt) => doubt.text) : [told.doubt];
  return `Not decided, as it depends on ${listed(doubts)}. If it applies: ${told.message}`;
}

/** Doubts above which the rest is only counted. */
const MOST_DOUBTS = 3;

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return "what is not known before deployment";
  const shown = texts.slice(0, MOST_DOUBTS).join("; ");
  return texts.length > MOST_DOUBTS ? `${shown}; and ${texts.length - MOST_DOUBTS} more` : shown;
}
