import type { RuleMeta } from "../../rule/index.ts";

/** A rule that the engine judges itself: about comments, not about the network. */
export interface SuppressionRule extends RuleMeta {
  readonly id: `suppression/${string}`;
}

const links = ["https://learn.microsoft.com/azure/well-architected/security/networking"];

const UNUSED: SuppressionRule = {
  id: "suppression/unused",
  title: "A suppression silences nothing",
  levels: { recommended: "warning", strict: "warning" },
  why: "A comment that silences nothing hides the next finding that appears in its place, and tells readers of an exception that is none.",
  remedy: "Remove the comment, or the rule's name from it.",
  links,
  controls: {},
};

const EXPIRED: SuppressionRule = {
  id: "suppression/expired",
  title: "A suppression is past its date",
  levels: { recommended: "warning", strict: "warning" },
  why: "An exception was agreed until a date. After that date it no longer holds, and what it silenced is reported again.",
  remedy: "Mend what the comment silenced and remove it, or agree on a new date.",
  links,
  controls: {},
};

const WITHOUT_REASON: SuppressionRule = {
  id: "suppression/without-reason",
  title: "A suppression gives no reason",
  levels: { recommended: "warning", strict: "warning" },
  why: "Whoever reviews the exception later has to know why it was made.",
  remedy: "Add the reason after two dashes: `isolint-ignore <rule> -- reason`.",
  links,
  controls: {},
};

export const suppressionRules = { unused: UNUSED, expired: EXPIRED, withoutReason: WITHOUT_REASON } as const;
