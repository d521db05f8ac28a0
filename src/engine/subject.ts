import type { Resource } from "../model/index.ts";
import { type Part, type Subject, shownName } from "../rule/index.ts";
import { isString, type Truth, type Value, yes } from "../value/index.ts";

/** What the engine needs to know of a subject, whichever view of it the rule judges. */
export interface JudgedSubject {
  /** Full ARM type; `stack` for the stack as a whole. */
  readonly type: string;
  /** As its author would type it; the path for a stack. */
  readonly address: string;
  readonly exists: Truth;
  /** Undefined for the stack as a whole. */
  readonly resource: Resource | undefined;
  /** Its own name where it is only a part of the resource. */
  readonly partName: Value | undefined;
}

export function judgedSubject(subject: Subject, stackPath: string): JudgedSubject {
  const resource = resourceOf(subject);
  const part = partOf(subject);
  const address = addressOf(subject, stackPath);
  if (!resource) return { type: "stack", address, exists: yes(), resource, partName: undefined };
  const { type, exists } = resource;
  return part
    ? { type: `${type}/${part.collection}`, address, exists, resource, partName: part.name }
    : { type, address, exists, resource, partName: undefined };
}

/** The path for a stack; a part is found below its resource. */
export function addressOf(subject: Subject, stackPath: string): string {
  const resource = resourceOf(subject);
  const part = partOf(subject);
  if (!resource) return stackPath;
  if (!part) return resource.address;
  const within = part.within ? [shownName(part.within)] : [];
  return [resource.address, part.collection, ...within, shownName(part.name)].join("/");
}

function partOf(subject: Subject): Part | undefined {
  return (subject as { readonly part?: Part }).part;
}

/** The evaluated name; null where nobody knows it. */
export function nameOfSubject({ resource, partName }: JudgedSubject): string | null {
  const name = partName ?? resource?.name;
  return name ? knownName(name) : null;
}

/** A view's resource, or the resource itself; undefined for the stack. */
export function resourceOf(subject: Subject): Resource | undefined {
  const { resource, raws } = subject as { readonly resource?: Resource; readonly raws?: Resource["raws"] };
  return resource ?? (raws ? (subject as Resource) : undefined);
}

function knownName(name: Value): string | null {
  return isString(name) && !name.sensitive ? name.value : null;
}
