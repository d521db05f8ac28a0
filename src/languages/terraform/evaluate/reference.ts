import { didYouMean } from "../../../source/index.ts";
import { literal, namedSymbol, readThrough, type Value } from "../../../value/index.ts";
import type { Step, Variable } from "../syntax/index.ts";
import { labelOf, lookUp, type Scope, spanIn } from "./scope.ts";
import { follow } from "./steps.ts";

/** What a reference's first names lead to, and how many steps they took. */
interface Resolved {
  readonly value: Value;
  readonly taken: number;
}

/** A reference with everything read from it: `var.x`, `azurerm_subnet.a["b"].id`, `each.value.c`. */
export function evaluateReference(variable: Variable, scope: Scope): Value {
  const { value, taken } = resolve(variable, scope);
  const read = follow(value, variable.steps.slice(taken), scope);
  if (read.kind === "symbol" && read.reason === "error") return read;
  return readThrough(read, {
    kind: "reference",
    span: spanIn(scope, variable),
    label: labelOf(scope.file, variable),
  });
}

function resolve(variable: Variable, scope: Scope): Resolved {
  const root = variable.root.text;
  const bound = lookUp(scope, root);
  if (bound) return { value: bound, taken: 0 };
  const first = nameOf(variable.steps[0]);
  switch (root) {
    case "var":
      return named(first, (name) => scope.module.variable(name), "variable", variable, scope);
    case "local":
      return named(first, (name) => scope.module.local(name), "local", variable, scope);
    case "module":
      return named(first, (name) => scope.module.call(name), "module", variable, scope);
    case "each":
      return ofLoop(
        variable,
        first === "key" || first === "value" ? scope.each?.[first] : undefined,
        "for_each",
        scope,
      );
    case "count":
      return ofLoop(variable, first === "index" ? scope.count : undefined, "count", scope);
    case "self":
      return {
        value:
          scope.self ??
          undeclared(
            variable,
            "`self` means something inside a provisioner or condition of a resource only.",
            scope,
          ),
        taken: 0,
      };
    case "path":
      return {
        value: pathOf(first, scope) ?? undeclared(variable, "`path` has `module`, `root` and `cwd`.", scope),
        taken: 1,
      };
    case "terraform":
    case "tofu":
      return terraform(first, variable, scope);
    case "data":
      return ofResource("existing", variable.steps, 0, variable, scope);
    case "resource":
      return ofResource("declared", variable.steps, 0, variable, scope);
    case "ephemeral":
      return ephemeral(variable, scope);
    default:
      return ofType(root, variable, scope);
  }
}

const PREFIX = { variable: "var", local: "local", module: "module" } as const;

function named(
  name: string | undefined,
  find: (name: string) => Value | undefined,
  kind: "variable" | "local" | "module",
  variable: Variable,
  scope: Scope,
): Resolved {
  if (name === undefined)
    return { value: undeclared(variable, `\`${PREFIX[kind]}\` needs a name.`, scope), taken: 1 };
  const value = find(name);
  const text = `${PREFIX[kind]}.${name}`;
  saw(text, value !== undefined, scope);
  if (value) return { value, taken: 1 };
  undeclared(
    variable,
    `\`${text}\` is not declared in this module${didYouMean(name, scope.module.declared(kind))}`,
    scope,
  );
  return { value: namedSymbol("error", scope.module.address, text), taken: 1 };
}

function ofLoop(variable: Variable, value: Value | undefined, argument: string, scope: Scope): Resolved {
  const message = `\`${variable.root.text}\` means something only where the block has \`${argument}\`.`;
  return { value: value ?? undeclared(variable, message, scope), taken: 1 };
}

/** Paths are those of the code: the working directory of a later run is not known, but by habit is the root module. */
function pathOf(name: string | undefined, scope: Scope): Value | undefined {
  if (name === "module") return literal(relative(scope.module.rootFolder, scope.module.folder));
  return name === "root" || name === "cwd" ? literal(".") : undefined;
}

/** The path of a folder as seen from the root module: what `path.module` is when Terraform runs there. */
function relative(from: string, to: string): string {
  if (from === to) return ".";
  const up = from === "." ? [] : from.split("/");
  const down = to === "." ? [] : to.split("/");
  let same = 0;
  while (same < up.length && same < down.length && up[same] === down[same]) same++;
  const path = [...up.slice(same).map(() => ".."), ...down.slice(same)].join("/");
  return path === "" ? "." : path;
}

function terraform(name: string | undefined, variable: Variable, scope: Scope): Resolved {
  if (name === "workspace")
    return { value: namedSymbol("input", "", "terraform.workspace", { type: "string" }), taken: 1 };
  if (name === "applying")
    return { value: namedSymbol("computed", "", "terraform.applying", { type: "bool" }), taken: 1 };
  return { value: undeclared(variable, "`terraform` has `workspace`.", scope), taken: 1 };
}

function ofType(type: string, variable: Variable, scope: Scope): Resolved {
  const name = nameOf(variable.steps[0]);
  const value = name === undefined ? undefined : scope.module.resource("declared", type, name);
  if (value) {
    saw(`${type}.${name}`, true, scope);
    return { value, taken: 1 };
  }
  if (name === undefined || !type.includes("_")) {
    const known = ["var", "local", "module", "data", "each", "count", "path", "terraform"];
    const hint = didYouMean(type, [...known, ...namesInScope(scope)]);
    return {
      value: undeclared(variable, `There is no \`${type}\` here${hint}`, scope),
      taken: variable.steps.length,
    };
  }
  return missingResource("declared", type, name, 1, variable, scope);
}

function ofResource(
  mode: "declared" | "existing",
  steps: readonly Step[],
  at: number,
  variable: Variable,
  scope: Scope,
): Resolved {
  const type = nameOf(steps[at]);
  const name = nameOf(steps[at + 1]);
  if (type === undefined || name === undefined) {
    return {
      value: undeclared(variable, `\`${variable.root.text}\` needs a type and a name.`, scope),
      taken: steps.length,
    };
  }
  const value = scope.module.resource(mode, type, name);
  if (!value) return missingResource(mode, type, name, at + 2, variable, scope);
  saw(`${mode}.${type}.${name}`, true, scope);
  return { value, taken: at + 2 };
}

/** What is read from a resource that nobody declares is unknown, but the same for everyone who reads it. */
function missingResource(
  mode: "declared" | "existing",
  type: string,
  name: string,
  taken: number,
  variable: Variable,
  scope: Scope,
): Resolved {
  const prefix = mode === "existing" ? "data." : "";
  const declared = scope.module.declared(mode === "existing" ? "data" : "resource");
  const hint = didYouMean(`${type}.${name}`, declared);
  saw(`${prefix}${type}.${name}`, false, scope);
  undeclared(variable, `\`${prefix}${type}.${name}\` is not declared in this module${hint}`, scope);
  return { value: namedSymbol("error", scope.module.address, `${prefix}${type}.${name}`), taken };
}

function ephemeral(variable: Variable, scope: Scope): Resolved {
  const [type, name] = [nameOf(variable.steps[0]), nameOf(variable.steps[1])];
  if (type === undefined || name === undefined || !scope.module.isEphemeral(type, name)) {
    return {
      value: undeclared(variable, "This ephemeral resource is not declared in this module.", scope),
      taken: variable.steps.length,
    };
  }
  return {
    value: namedSymbol("computed", scope.module.address, `ephemeral.${type}.${name}`, { sensitive: true }),
    taken: 2,
  };
}

/** A root module whose names mostly lead nowhere is a part of another one. */
function saw(name: string, declared: boolean, scope: Scope): void {
  if (scope.module.address === "") scope.module.evaluation.sawName(name, declared);
}

function undeclared(variable: Variable, message: string, scope: Scope): Value {
  return scope.module.evaluation.failAlways("undeclared-reference", message, spanIn(scope, variable));
}

function nameOf(step: Step | undefined): string | undefined {
  if (step?.kind === "attribute") return step.name;
  // `var["x"]` is `var.x`.
  return step?.kind === "index" && step.key.kind === "string" ? step.key.value : undefined;
}

function* namesInScope(scope: Scope): Iterable<string> {
  for (let at = scope.names; at; at = at.outer) yield at.name;
}
