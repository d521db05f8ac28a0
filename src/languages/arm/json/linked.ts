import { folderOf, joinPath, type SourceFile, type Span } from "../../../source/index.ts";
import type { Expression } from "../core/expression.ts";
import type { OpaqueTemplate, Template } from "../core/template.ts";
import type { JsonLowering } from "./lower.ts";
import { type JsonNode, propertyOf, readJson } from "./read.ts";
import type { TemplateContext } from "./template.ts";

/** Reads a template's JSON; handed in, as templates and links need each other. */
export type TemplateReader = (file: SourceFile, root: JsonNode, context: TemplateContext) => Template;

/** Templates that others link to, as far as they lie in the repository. */
export class LinkedTemplates {
  readonly #file: SourceFile;
  readonly #context: TemplateContext;
  readonly #parse: TemplateReader;

  constructor(file: SourceFile, context: TemplateContext, parse: TemplateReader) {
    this.#file = file;
    this.#context = context;
    this.#parse = parse;
  }

  /** Opens what a `templateLink` names; anything that is not a file of the repository stays opaque, with the reason. */
  open(link: JsonNode, lowering: JsonLowering, span: Span): Template | OpaqueTemplate {
    const relative = propertyOf(link, "relativePath");
    const uri = propertyOf(link, "uri");
    const id = propertyOf(link, "id");
    const named = relative ?? uri ?? id;
    const source = named ? String(named.value) : "";
    if (id) return { source, reason: "template spec, not in the repository", span };
    const path = named && pathOf(lowering.expression(named), named === relative);
    if (path === undefined) return { source, reason: "linked template, not in the repository", span };
    return this.#read(joinPath(folderOf(this.#file.path), path), source, span);
  }

  #read(path: string, source: string, span: Span): Template | OpaqueTemplate {
    const { diagnostics, reader, opening } = this.#context;
    if (path === this.#file.path || opening.includes(path)) {
      diagnostics.error(
        "recursive-template",
        `This links '${path}', which is already being deployed here.`,
        span,
      );
      return { source, reason: "links itself", span };
    }
    const file = reader.read(path);
    if (typeof file === "string") {
      if (file === "outside")
        diagnostics.error("outside-repository", `'${source}' leads out of the repository.`, span);
      else diagnostics.warning("missing-template", `There is no readable file '${path}' (${file}).`, span);
      return {
        source,
        reason: file === "outside" ? "outside the repository" : "linked template, not found",
        span,
      };
    }
    const document = readJson(file);
    for (const diagnostic of document.diagnostics) diagnostics.add(diagnostic);
    if (!document.root) return { source, reason: "linked template, not readable", span };
    return this.#parse(file, document.root, { ...this.#context, opening: [...opening, this.#file.path] });
  }
}

/**
 * The path below the folder of the template that a link means: of a relative path itself; of a uri that is put
 * together from the place of this deployment (`_artifactsLocation`, `deployment().properties.templateLink.uri`) its literal end.
 */
function pathOf(expression: Expression, relative: boolean): string | undefined {
  if (expression.kind === "literal") {
    const text = String(expression.value);
    if (relative) return text;
    return /^[a-z]+:\/\//i.test(text) ? undefined : text;
  }
  if (expression.kind !== "call" || !mentionsDeploymentPlace(expression)) return undefined;
  const name = expression.name.toLowerCase();
  if (name === "uri" || name === "concat") {
    const texts = expression.args.slice(1).filter((arg) => !mentionsDeploymentPlace(arg));
    if (!texts.every((arg) => arg.kind === "literal")) return undefined;
    return texts
      .map((arg) => (arg.kind === "literal" ? String(arg.value) : ""))
      .join("")
      .replace(/^\/+/, "");
  }
  if (name === "format" && expression.args[0]?.kind === "literal") {
    return /\{0\}\/?([^{}]+?)(\{\d+\})?$/.exec(String(expression.args[0].value))?.[1];
  }
  return undefined;
}

function mentionsDeploymentPlace(expression: Expression): boolean {
  switch (expression.kind) {
    case "call":
      if (expression.name.toLowerCase() === "deployment") return true;
      return (
        expression.args.some((arg) => isArtifacts(arg) || mentionsDeploymentPlace(arg)) ||
        isArtifacts(expression)
      );
    case "member":
    case "index":
      return mentionsDeploymentPlace(expression.object);
    default:
      return false;
  }
}

function isArtifacts(expression: Expression): boolean {
  if (expression.kind !== "call" || !/^(parameters|variables)$/i.test(expression.name)) return false;
  const [name] = expression.args;
  return (
    name?.kind === "literal" &&
    /^(_?artifactsLocation|.*(baseuri|templates?(location|baseurl|uri|url)|artifacts).*)$/i.test(
      String(name.value),
    )
  );
}
