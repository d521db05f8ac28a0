import { createHash } from "node:crypto";
import type { Finding } from "./finding.ts";

/**
 * The identity of a finding over time: what it says of which subject. Lines play no part, so that it stays the same when
 * code moves; an unknown that becomes a failure is another finding. 32 hexadecimal digits.
 */
export function fingerprintOf({ rule, verdict, stack, subject }: Finding): string {
  return createHash("sha256")
    .update([rule, verdict, stack, subject.type, subject.address].join("\0"))
    .digest("hex")
    .slice(0, 32);
}
