import type { Finding } from "../rule/index.ts";
import { locationOf } from "../source/index.ts";
import { doubtsOf } from "../value/index.ts";
import type { RuleVerdict } from "./judge.ts";
import { nameOfSubject } from "./subject.ts";
import { traceOf } from "./trace.ts";

/** Puts a verdict into words. May throw when the rule's own message does. */
export function explain(verdict: RuleVerdict, stack: string, scenarios: readonly string[]): Finding {
  const { rule, subject, judgement, fails, at } = verdict;
  const outcome = verdict.verdict === "unknown" ? undefined : verdict.verdict === "fail";
  const remedy = judgement.remedy ?? rule.remedy;
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
    trace: traceOf({ ...judgement, fails }, subject.exists, outcome, at),
    fixable: false,
  };
}

function messageOf(verdict: RuleVerdict): string {
  const { rule, judgement, fails } = verdict;
  if (verdict.verdict === "pass") return `Passes: this is not the case: ${rule.title}.`;
  const message = typeof judgement.message === "function" ? judgement.message() : judgement.message;
  if (verdict.verdict === "fail") return message;
  const doubts =
    judgement.doubt === undefined ? doubtsOf(fails).map((doubt) => doubt.text) : [judgement.doubt];
  return `Not decided, as it depends on ${listed(doubts)}. If it applies: ${message}`;
}

/** Doubts above which the rest is only counted. */
const MOST_DOUBTS = 3;

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return "what is not known before deployment";
  const shown = texts.slice(0, MOST_DOUBTS).join("; ");
  return texts.length > MOST_DOUBTS ? `${shown}; and ${texts.length - MOST_DOUBTS} more` : shown;
}
