import type { Scalar } from "../../value/index.ts";
import type { ArgumentRule, Major, Majors } from "../define.ts";

/** Whether a version of the provider has something that exists in certain majors; 2 stands for 1, too. */
export function within(majors: Majors | undefined, major: Major): boolean {
  return !majors || (majors[0] <= major && major <= Math.max(majors[1], 2));
}

/** What the provider sends for an argument that is not set; undefined when it sends nothing. */
export function defaultOf({ default: stated, majors }: ArgumentRule, major: Major): Scalar | undefined {
  if (!within(majors, major)) return undefined;
  if (typeof stated !== "object" || stated === null) return stated ?? undefined;
  return stated[major];
}

/** Whether leaving an argument out means that somebody else decides. */
export function isComputed({ computed, majors }: ArgumentRule, major: Major): boolean {
  if (!computed || !within(majors, major)) return false;
  return computed === true || within(computed, major);
}
