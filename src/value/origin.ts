import { contains, type Span } from "../source/index.ts";

/**
 * How a value came to stand where it stands.
 * - `written`: a literal or expression in the source.
 * - `reference`: read through a name (`var.x`, `local.x`, `parameters('x')`); `from` says where that came from.
 * - `input`: given to the stack from outside its code (tfvars, parameter file, flag).
 * - `input-default`: the default of an input.
 * - `default`: nothing is written; the provider's or the service's documented default (`basis` names the source).
 * - `computed`: only known after deployment.
 */
export type OriginKind = "written" | "reference" | "input" | "input-default" | "default" | "computed";

/** One step of the chain a value took; `from` is the step before it, nearer to the literal. */
export interface Origin {
  readonly kind: OriginKind;
  /** Where this step is written; for a `default` the place where the argument would be inserted. */
  readonly span: Span;
  /** What a reader calls this step: `var.public`, `prod.tfvars`, `azurerm 4 default`. */
  readonly label: string;
  readonly from?: Origin;
  /** For a `default`: the document or provider version that states it. */
  readonly basis?: string;
}

/** The steps of a chain, the one nearest to the judged place first. */
export function chainOf(origin: Origin | undefined): readonly Origin[] {
  const steps: Origin[] = [];
  for (let step = origin; step; step = step.from) steps.push(step);
  return steps;
}

/** A chain that goes on where another one begins: the steps of `origin`, then those of `from`. */
export function followedBy(origin: Origin, from: Origin | undefined): Origin {
  if (!from || chainOf(from).some((step) => step === origin)) return from ?? origin;
  const steps = chainOf(origin);
  // An expression that only holds the place where the value is written says nothing more than that place.
  const last = steps.at(-1);
  const told = last?.kind === "written" && from.kind === "written" && contains(last.span, from.span);
  return (told ? steps.slice(0, -1) : steps).reduceRight<Origin>(
    (rest, step) => ({ ...step, from: rest }),
    from,
  );
}
