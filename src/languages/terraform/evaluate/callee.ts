import type { Span } from "../../../source/index.ts";
import {
  type CallTarget,
  type Configuration,
  type Module,
  type ModuleCall,
  REASONS,
  targetOf,
} from "../load/index.ts";
import { spanOf } from "../syntax/index.ts";
import type { Evaluation } from "./evaluation.ts";

/** Modules nested deeper than this are not looked into. */
const DEEPEST = 64;

/** Where a call stands. */
export interface CallSite {
  /** Names of the calls above, outermost first. */
  readonly path: readonly string[];
  /** Folders of the calling module and those above it, to see a module that calls itself. */
  readonly above: readonly string[];
}

/** The module that a call leads to, or why it cannot be looked into; what is a mistake is reported at the source. */
export function calleeOf(
  call: ModuleCall,
  { path, above }: CallSite,
  configuration: Configuration,
  evaluation: Evaluation,
): Module | string {
  const target = targetOf(call, [...path, call.name], configuration.manifest);
  const at = call.body.attributes.get("source");
  const span = at ? spanOf(at.file, at.node.expression) : spanOf(call.file, call.block.header);
  if (target.kind !== "folder") return unresolved(target, span, evaluation);
  const { folder } = target;
  if (above.includes(folder)) {
    const message = `Module \`${call.name}\` leads back to \`${folder}\`, which is above it: a module cannot contain itself.`;
    evaluation.fail("module-cycle", message, span);
    return "contains itself";
  }
  if (path.length >= DEEPEST) {
    evaluation.fail("limit-exceeded", `Modules are nested more than ${DEEPEST} levels deep here.`, span);
    return "nested too deep";
  }
  const module = configuration.modules.get(folder) ?? "missing";
  if (typeof module !== "string") return module;
  evaluation.fail(
    "missing-module",
    `The module's folder \`${folder}\` cannot be used: ${REASONS[module]}.`,
    span,
  );
  return `folder ${folder}: ${REASONS[module]}`;
}

function unresolved(
  target: Exclude<CallTarget, { readonly kind: "folder" }>,
  span: Span,
  evaluation: Evaluation,
): string {
  if (target.kind === "remote") return `${kindOfSource(target.source)}, not installed`;
  evaluation.fail("missing-module", "A module needs a `source` that is a literal string.", span);
  return "no literal source";
}

function kindOfSource(source: string): string {
  if (/^(git::|git@|github\.com|bitbucket\.org|hg::)/.test(source) || source.endsWith(".git")) {
    return "module from a repository";
  }
  return /^(https?::?|s3::|gcs::|oci:)/.test(source) ? "module from an archive" : "registry module";
}
