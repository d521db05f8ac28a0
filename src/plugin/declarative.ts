import type { Resource } from "../model/index.ts";
import { defineRule, type Level, type Rule } from "../rule/index.ts";
import { all, any, is, isOneOf, isSet, not, type Scalar, type Truth } from "../value/index.ts";

/** A condition on one resource; exactly one of its forms. */
type Condition =
  | { readonly path: string; readonly is: Scalar }
  | { readonly path: string; readonly isOneOf: readonly Scalar[] }
  | { readonly path: string; readonly isSet: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** A rule as data, as its file writes it. */
export interface DeclaredRule {
  readonly title: string;
  readonly level?: Level;
  readonly why?: string;
  readonly remedy?: string;
  readonly links?: readonly string[];
  readonly judges: string;
  readonly fails: Condition;
  readonly message?: string;
}

/** A declared rule as any other: unknown values stay unknown, defaults are Azure's. */
export function ruleFrom(id: string, declared: DeclaredRule): Rule {
  const {
    title,
    level = "warning",
    why = title,
    remedy = "",
    links = [],
    judges,
    fails,
    message = `{name}: ${title}.`,
  } = declared;
  const path = pathsIn(fails)[0];
  const definition = defineRule<Resource>({
    title,
    levels: { recommended: level, strict: level },
    why,
    remedy,
    links,
    controls: {},
    judges: ({ network }) => network.graph.ofType(judges),
    check: (resource) => ({
      fails: truthOf(fails, resource),
      tell: () => ({
        at: { resource, ...(path !== undefined && { path }) },
        message: message.replaceAll("{name}", nameOf(resource)).replaceAll("{address}", resource.address),
      }),
    }),
  });
  return { ...definition, id };
}

function truthOf(condition: Condition, resource: Resource): Truth {
  if ("all" in condition) return all(...condition.all.map((one) => truthOf(one, resource)));
  if ("any" in condition) return any(...condition.any.map((one) => truthOf(one, resource)));
  if ("not" in condition) return not(truthOf(condition.not, resource));
  const value = resource.get(condition.path);
  if ("is" in condition) return is(value, condition.is);
  if ("isOneOf" in condition) return isOneOf(value, condition.isOneOf);
  return condition.isSet ? isSet(value) : not(isSet(value));
}

function pathsIn(condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(pathsIn);
  if ("any" in condition) return condition.any.flatMap(pathsIn);
  return "not" in condition ? pathsIn(condition.not) : [condition.path];
}

function nameOf({ name, address }: Resource): string {
  return name.kind === "literal" && typeof name.value === "string" && !name.sensitive ? name.value : address;
}
