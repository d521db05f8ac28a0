import { reportedDiagnostic } from "../engine/index.ts";
import type { Resource } from "../model/index.ts";
import { normalise } from "../resources/index.ts";
import type { ReportedDiagnostic } from "../rule/index.ts";
import { type Location, locationOf } from "../source/index.ts";
import { chainOf, describe, type Origin, outcomeOf, type Value } from "../value/index.ts";
import { evaluateStack } from "./evaluate.ts";
import type { LintRequest } from "./lint.ts";
import { planStacks } from "./plan.ts";
import { openSessions } from "./sessions.ts";

/** The normalised model of a run: plain data for people who write rules. Its shape may change between minor versions. */
export interface Model {
  readonly version: 1;
  readonly stacks: readonly ModelStack[];
  readonly diagnostics: readonly ReportedDiagnostic[];
}

export interface ModelStack {
  readonly path: string;
  readonly language: string;
  readonly scenario: string;
  readonly assumptions: readonly string[];
  readonly resources: readonly ModelResource[];
}

export interface ModelResource {
  readonly address: string;
  readonly type: string;
  readonly name: unknown;
  readonly mode: string;
  /** `true`, `false`, or `unknown` until deployment. */
  readonly exists: string;
  readonly location?: Location;
  readonly body: unknown;
}

/** Evaluates and links what lies below the paths, and shows what isolint made of it. */
export async function inspect(
  request: Pick<LintRequest, "reader" | "paths" | "inputs" | "config" | "languages">,
): Promise<Model> {
  const plan = await planStacks({
    ...request,
    rules: [],
    flags: {},
    inputs: request.inputs ?? {},
    sessions: await openSessions(request),
  });
  const stacks: ModelStack[] = [];
  const diagnostics: ReportedDiagnostic[] = plan.diagnostics.map(reportedDiagnostic);
  for (const planned of plan.stacks) {
    for (const { name, stack } of await evaluateStack(planned)) {
      const { graph, ...normalised } = normalise(stack);
      diagnostics.push(...[...stack.diagnostics, ...normalised.diagnostics].map(reportedDiagnostic));
      stacks.push({
        path: stack.path,
        language: stack.language,
        scenario: name,
        assumptions: [...stack.assumptions, ...normalised.assumptions],
        resources: graph.resources.map(modelResource),
      });
    }
  }
  return { version: 1, stacks, diagnostics };
}

function modelResource({ address, type, name, mode, exists, span, body }: Resource): ModelResource {
  return {
    address,
    type,
    name: plain(name),
    mode,
    exists: outcomeOf(exists),
    ...(span && { location: locationOf(span) }),
    body: plain(body),
  };
}

/** Known values as they are; others as `{ "$unknown": text }`, and each set value's origin beside what it is. */
function plain(value: Value): unknown {
  if (value.sensitive) return { $sensitive: true };
  switch (value.kind) {
    case "absent":
      return null;
    case "list":
      return [...value.items.map(plain), ...(value.rest ? [{ $more: describe(value.rest) }] : [])];
    case "object":
      return Object.fromEntries([
        ...[...value.entries].map(([key, entry]) => [key, plain(entry)]),
        ...(value.rest ? [["$more", describe(value.rest)]] : []),
      ]);
    case "literal":
      return value.origin ? { $value: value.value, $from: chainOf(value.origin).map(stepText) } : value.value;
    case "choice":
      return { $if: describe(value.condition), then: plain(value.then), else: plain(value.otherwise) };
    default:
      return {
        $unknown: describe(value),
        ...(value.origin && { $from: chainOf(value.origin).map(stepText) }),
      };
  }
}

function stepText({ kind, label, span }: Origin): string {
  const { path, start } = locationOf(span);
  return `${kind} ${label} at ${path}:${start.line}:${start.column}`;
}
