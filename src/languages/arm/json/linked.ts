import type { SourceFile, Span } from "../../../source/index.ts";
import type { OpaqueTemplate, Template } from "../core/template.ts";
import { linkedPath } from "./link-path.ts";
import { type JsonNode, propertyOf, readJson } from "./read.ts";
import type { TemplateContext } from "./template.ts";

/** Reads a template's JSON; handed in, as templates and links need each other. */
export type TemplateReader = (file: SourceFile, root: JsonNode, context: TemplateContext) => Template;

/** Templates that others link to, as far as they lie in the repository. */
export class LinkedTemplates {
  readonly #file: SourceFile;
  readonly #context: TemplateContext;
  readonly #templates: readonly JsonNode[];
  readonly #parse: TemplateReader;

  /** `root` is the template with the links, which may be written inside others of the file. */
  constructor(file: SourceFile, root: JsonNode, context: TemplateContext, parse: TemplateReader) {
    this.#file = file;
    this.#templates = [root, ...context.around];
    this.#context = context;
    this.#parse = parse;
  }

  /** Opens what a `templateLink` names; anything that is not a file of the repository stays opaque, with the reason. */
  open(link: JsonNode, span: Span): Template | OpaqueTemplate {
    const id = propertyOf(link, "id");
    const named = propertyOf(link, "relativePath") ?? propertyOf(link, "uri") ?? id;
    const source = named ? String(named.value) : "";
    if (id) return { source, reason: "template spec, not in the repository", span };
    const path = linkedPath(this.#file, link, this.#templates, this.#context.reader);
    if (path === undefined) return { source, reason: "linked template, not in the repository", span };
    return this.#read(path, source, span);
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
    return this.#parse(file, document.root, {
      ...this.#context,
      opening: [...opening, this.#file.path],
      around: [],
    });
  }
}
