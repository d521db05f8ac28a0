import type { StackInputs } from "../../../model/index.ts";
import { baseName, didYouMean, joinPath, SourceFile } from "../../../source/index.ts";
import type { Value } from "../../../value/index.ts";
import {
  automaticVarFiles,
  type Declaration,
  type Module,
  type ModuleLoader,
  REASONS,
} from "../load/index.ts";
import { type Expression, type ParsedFile, parseExpressionText, spanOf } from "../syntax/index.ts";
import type { Evaluation } from "./evaluation.ts";
import { relabelled } from "./given.ts";
import { NO_NAMES } from "./no-names.ts";

/** A value from outside: the expression that is written there, and what a reader calls the place. */
interface Given {
  readonly file: SourceFile;
  readonly expression: Expression;
  readonly label: string;
}

/** All values given to a root module, by variable, and the files they came from in order of precedence. */
export interface GivenValues {
  readonly values: ReadonlyMap<string, Given>;
  readonly files: readonly string[];
  readonly parsed: readonly ParsedFile[];
  readonly missing: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Reads what is given to a root module in Terraform's order of precedence: the environment, `terraform.tfvars`, `*.auto.tfvars`, then
 * what was asked for, files before single values. Later ones replace earlier ones as a whole.
 */
export async function readGivenValues(
  loader: ModuleLoader,
  root: Module,
  inputs: StackInputs,
): Promise<GivenValues> {
  const values = new Map<string, Given>();
  const missing: { path: string; reason: string }[] = [];
  const parsed: ParsedFile[] = [];
  const files: string[] = [];
  for (const [name, text] of inputs.environment ?? []) {
    const variable = /^TF_VAR_(.+)$/.exec(name)?.[1];
    if (variable !== undefined && root.variables.has(variable))
      values.set(variable, fromText(text, name, root.variables.get(variable)));
  }
  const automatic = automaticVarFiles(loader.reader.list(root.folder)).map((name) =>
    joinPath(root.folder, name),
  );
  for (const path of [...automatic, ...(inputs.varFiles ?? [])]) {
    const file = loader.reader.read(path);
    if (typeof file === "string") {
      missing.push({ path, reason: REASONS[file] });
      continue;
    }
    const content = await loader.parse(file);
    parsed.push(content);
    files.push(path);
    for (const { name, expression } of content.body.attributes)
      values.set(name, { file, expression, label: baseName(path) });
  }
  for (const [name, text] of inputs.vars ?? [])
    values.set(name, fromText(text, `--var ${name}`, root.variables.get(name)));
  return { values, files, parsed, missing };
}

/** A text from the command line: for a variable of a simple type it is the value, otherwise an expression. */
function fromText(text: string, label: string, declaration: Declaration | undefined): Given {
  const file = new SourceFile(label, text);
  const type = declaration?.body.attributes.get("type")?.node.expression;
  const simple =
    !type ||
    (type.kind === "variable" && ["string", "number", "bool"].includes(type.root.text)) ||
    type.kind === "string";
  if (simple)
    return {
      file,
      label,
      expression: { kind: "string", value: text, form: "bare", start: 0, end: text.length },
    };
  return { file, label, expression: parseExpressionText(file).expression };
}

/** The value given for a variable, worked out where nothing is declared: variable files hold no references. */
export function givenValue(
  given: GivenValues,
  name: string,
  evaluation: Evaluation,
  folder: string,
): Value | undefined {
  const one = given.values.get(name);
  if (!one) return undefined;
  const module = { ...NO_NAMES, evaluation, folder, rootFolder: folder };
  const value = evaluation.standalone(() => evaluation.evaluate(one.expression, { module, file: one.file }));
  return relabelled(value, "input", one.label);
}

/** Warns of values for variables that do not exist and of files that could not be read. */
export function reportGivenValues(given: GivenValues, root: Module, evaluation: Evaluation): void {
  for (const { path, reason } of given.missing) {
    evaluation.report({
      severity: "error",
      code: "unreadable-file",
      message: `The variable file cannot be read: ${reason}.`,
      path,
    });
  }
  for (const { diagnostics } of given.parsed)
    for (const diagnostic of diagnostics) evaluation.report(diagnostic);
  for (const [name, { file, expression }] of given.values) {
    if (root.variables.has(name)) continue;
    const hint = didYouMean(name, root.variables.keys());
    const message = `There is no variable \`${name}\` in this module${hint}`;
    evaluation.warn("unknown-variable", message, spanOf(file, expression));
  }
}
