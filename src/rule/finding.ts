import type { DiagnosticSeverity, Location } from "../source/index.ts";
import type { Severity } from "./severity.ts";

export type Verdict = "pass" | "fail" | "unknown";

/** One step of an explanation, in the order of reading: the value's chain first, related places after. */
export interface TraceStep {
  readonly message: string;
  readonly location?: Location;
}

/** A verdict worth showing. Field names are those of the JSON report, version 1. */
export interface Finding {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string;
  readonly stack: string;
  readonly scenarios: readonly string[];
  readonly subject: { readonly type: string; readonly address: string; readonly name: string | null };
  readonly location: Location;
  readonly trace: readonly TraceStep[];
  readonly fixable: boolean;
  readonly suppressed?: { readonly reason: string };
}

/** A diagnostic as the report gives it: plain data with lines and columns. */
export interface ReportedDiagnostic {
  readonly severity: DiagnosticSeverity;
  readonly code: string;
  readonly message: string;
  readonly location?: Location;
  /** The file or folder it concerns when there is no text to point at. */
  readonly path?: string;
}

export interface StackSummary {
  readonly path: string;
  readonly language: string;
  readonly inputs: readonly string[];
  /** Names of the scenarios in which it was evaluated, where it has inputs. */
  readonly scenarios: readonly string[];
  readonly resources: number;
  readonly notUnderstood: {
    readonly types: Readonly<Record<string, number>>;
    readonly modules: readonly string[];
  };
  /** What was taken for granted, for example the provider version. */
  readonly assumptions: readonly string[];
}

export interface Summary {
  readonly fail: number;
  readonly unknown: number;
  readonly pass: number;
  readonly suppressed: number;
  readonly baselined: number;
  readonly files: number;
  readonly stacks: number;
}

/** The outcome of a run: what every reporter gets. */
export interface Report {
  readonly stacks: readonly StackSummary[];
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly summary: Summary;
}
