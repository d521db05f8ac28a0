import type { EvaluatedStack, RawResource } from "../../src/model/index.ts";
import { idOf } from "../../src/resources/index.ts";
import { SourceFile, type Span } from "../../src/source/index.ts";
import {
  describe,
  formatted,
  isUnset,
  namedSymbol,
  type ObjectValue,
  object,
  TRUE,
  type Value,
  withVia,
} from "./values.ts";

export interface RawOptions {
  readonly major?: number;
  readonly condition?: Value;
  readonly symbolic?: boolean;
  readonly mode?: "declared" | "existing";
}

/** A file in which every declaration and every attribute has a line of its own. */
class Sheet {
  #text = "";

  line(text: string): { readonly start: number; readonly end: number } {
    const start = this.#text.length;
    this.#text += `${text}\n`;
    return { start, end: start + text.length };
  }

  get file(): SourceFile {
    return new SourceFile("main.tf", this.#text);
  }
}

/** A Terraform resource made by hand: `terraform("azurerm_subnet.app", { name: "app", … })`. */
export function terraform(
  address: string,
  body: Readonly<Record<string, unknown>>,
  options: RawOptions = {},
): RawResource {
  const type = address.split(".").at(-2) ?? "";
  const sheet = new Sheet();
  const head = sheet.line(address);
  const places = new Map<string, { readonly start: number; readonly end: number }>();
  for (const name of Object.keys(body)) places.set(name, sheet.line(name));
  const file = sheet.file;
  const spanOf = ({ start, end }: { start: number; end: number }): Span => ({ file, start, end });
  const entries = new Map<string, Value>();
  const ranges = new Map<string, Span>();
  for (const [name, value] of Object.entries(body)) {
    const place = places.get(name);
    const span = spanOf(place ?? head);
    entries.set(name, formatted(value, { kind: "written", span, label: name }));
    ranges.set(name, span);
  }
  const values: ObjectValue = object(entries, { ranges });
  return {
    address,
    language: "terraform",
    type,
    mode: options.mode ?? (address.includes("data.") ? "existing" : "declared"),
    body: values,
    condition: options.condition ?? TRUE,
    ...(options.symbolic && { symbolic: true }),
    span: { file, start: 0, end: file.text.length },
    provider: { name: "azurerm", major: options.major },
    module: "",
    attribute: (name) => values.entries.get(name) ?? namedSymbol("computed", address, name),
    attributeNames: () => [...entries.keys()],
  };
}

/** What a reference to an attribute gives: the value, and where it was read from. */
export function read(resource: RawResource, attribute: string): Value {
  const value = resource.body.entries.get(attribute);
  const known = value && !isUnset(value) ? value : namedSymbol("computed", resource.address, attribute);
  return withVia(known, { resource, attribute });
}

export function stackOf(...resources: readonly RawResource[]): EvaluatedStack {
  return {
    path: ".",
    language: resources[0]?.language ?? "terraform",
    inputs: [],
    resources,
    opaqueModules: [],
    diagnostics: [],
    files: [],
    assumptions: [],
    outputs: new Map(),
    comments: [],
  };
}

/** A template's resource made by hand; `names` are all name segments. */
export function arm(
  type: string,
  names: readonly Value[],
  body: Readonly<Record<string, unknown>>,
  options: RawOptions & {
    readonly parent?: RawResource;
    readonly address?: string;
    readonly apiVersion?: string;
  } = {},
): RawResource {
  const base = terraform("arm.resource", body, options);
  const address =
    options.address ?? `${type}/${names.map((name) => describe(name)).join("/")}`.replaceAll('"', "");
  const raw: RawResource = {
    ...base,
    address,
    language: "arm",
    type,
    names,
    mode: options.mode ?? "declared",
    apiVersion: options.apiVersion ?? "2024-01-01",
    ...(options.parent && { parent: options.parent }),
    scope: { resourceGroup: namedSymbol("computed", "deployment", "resourceGroup().name") },
    attribute: (name) => base.body.entries.get(name) ?? namedSymbol("computed", address, name),
  };
  return raw;
}

/** The id of a resource as a reference gives it. */
export function id(raw: RawResource): Value {
  const value = idOf(raw);
  if (!value) throw new Error(`${raw.address} has no id`);
  return withVia(value, { resource: raw, attribute: "id" });
}
