import type { TemplateResource } from "../stack.ts";
import { type Said, said } from "./expression.ts";

export type Body = Readonly<Record<string, unknown>>;

/** A resource of a case, with what its template says beside its body. */
export interface Declared {
  /** Its name in languages that give resources one of their own; unlike all others of the case. */
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  /** All name segments. */
  readonly names: readonly string[];
  readonly parent?: Declared;
  readonly condition?: Said;
  readonly body: Body;
}

export function nameOf({ names }: Declared): string {
  return names.at(-1) ?? "";
}

/** The resources of a case, to be found by type and names. */
export class Declarations {
  readonly all: readonly Declared[];
  readonly #byId = new Map<string, Declared>();

  constructor(resources: readonly TemplateResource[], taken: readonly string[]) {
    const symbols = new Set(taken);
    // Parents first: a template may name a child before its parent.
    const parts = resources.map((resource) => ({ resource, names: String(resource.name).split("/") }));
    for (const { resource, names } of parts.toSorted((a, b) => a.names.length - b.names.length)) {
      const { type, name: _, condition, apiVersion, ...body } = resource;
      const parent = this.find(String(type).slice(0, String(type).lastIndexOf("/")), names.slice(0, -1));
      const last = (names.at(-1) ?? "").replace(/\W/g, "_");
      const wanted = parent ? `${parent.symbol}_${last}` : last;
      let symbol = wanted;
      for (let at = 2; symbols.has(symbol); at++) symbol = `${wanted}_${at}`;
      symbols.add(symbol);
      this.#byId.set(keyOf(String(type), names), {
        symbol,
        type: String(type),
        apiVersion: String(apiVersion),
        names,
        ...(parent && { parent }),
        ...(condition !== undefined && { condition: said(condition) }),
        body,
      });
    }
    this.all = parts.map(({ resource, names }) => this.find(String(resource.type), names) as Declared);
  }

  find(type: string, names: readonly string[]): Declared | undefined {
    return this.#byId.get(keyOf(type, names));
  }
}

function keyOf(type: string, names: readonly string[]): string {
  return [type, ...names].join("|").toLowerCase();
}
