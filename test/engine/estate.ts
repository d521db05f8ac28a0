import type { Graph, RawResource, Resource } from "../../src/model/index.ts";
import type { Network } from "../../src/network/index.ts";
import type { Rule, RuleDefinition, RuleSettings, Subject } from "../../src/rule/index.ts";
import { type SourceFile, type Span, span } from "../../src/source/index.ts";
import { ABSENT, literal, object, type Truth, type Value, yes } from "../../src/value/index.ts";

/** The range of the first occurrence of a text in a file. */
export function rangeOf(file: SourceFile, text: string): Span {
  const start = file.text.indexOf(text);
  if (start === -1) throw new Error(`no '${text}' in ${file.path}`);
  return span(file, start, start + text.length);
}

export interface Sketch {
  readonly address: string;
  readonly file: SourceFile;
  /** The text of its declaration. */
  readonly declaration: string;
  readonly exists?: Truth;
  readonly mode?: "declared" | "existing";
  readonly properties?: Readonly<Record<string, { readonly value: Value; readonly text: string }>>;
}

/** A resource of which only what the engine asks for is there. */
export function resource(sketch: Sketch): Resource {
  const declared = rangeOf(sketch.file, sketch.declaration);
  const name = literal(sketch.address.split(".").at(-1) ?? "");
  return {
    type: "Microsoft.Storage/storageAccounts",
    id: { type: "Microsoft.Storage/storageAccounts", names: [name] },
    name,
    address: sketch.address,
    mode: sketch.mode ?? "declared",
    inline: false,
    symbolic: false,
    body: object({}),
    exists: sketch.exists ?? yes(),
    parent: undefined,
    children: [],
    apiVersion: undefined,
    raws: [{ span: declared } as RawResource],
    span: declared,
    get: (path) => sketch.properties?.[path]?.value ?? ABSENT,
    written: (path) => sketch.properties?.[path]?.value ?? ABSENT,
    spanOf: (path) => {
      const property = sketch.properties?.[path];
      return property ? rangeOf(sketch.file, property.text) : declared;
    },
  };
}

export function network(resources: readonly Resource[]): Network {
  const graph = { resources, opaqueModules: [], unmapped: new Map(), outputs: new Map() } as unknown as Graph;
  return { graph } as unknown as Network;
}

export function rule(
  id: string,
  definition: Pick<RuleDefinition<Subject, unknown>, "judges" | "check">,
): Rule {
  return {
    id,
    title: "Something is wrong",
    levels: { recommended: "error", strict: "error" },
    why: "Because.",
    remedy: "Mend it.",
    links: [],
    controls: {},
    ...definition,
  } as unknown as Rule;
}

/** Every rule at `error`, without options. */
export const allErrors: RuleSettings = {
  preset: "recommended",
  variants: () => [NO_OPTIONS],
  at: () => ({ level: "error", options: NO_OPTIONS }),
};

const NO_OPTIONS = {};
