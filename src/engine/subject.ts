import type { Resource } from "../model/index.ts";
import { type Subject, shownName } from "../rule/index.ts";
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
  const { part } = subject as Extract<Subject, { readonly resource: Resource }>;
  if (resource && part) {
    return {
      type: `${resource.type}/${part.collection}`,
      address: [
        resource.address,
        part.collection,
        ...(part.within ? [shownName(part.within)] : []),
        shownName(part.name),
      ].join("/"),
      exists: resource.exists,
      resource,
      partName: part.name,
    };
  }
  if (!resource)
    return { type: "stack", address: stackPath, exists: yes(), resource: undefined, partName: undefined };
  const { type, address, exists } = resource;
  return { type, address, exists, resource, partName: undefined };
}

/** The evaluated name; null where nobody knows it. */
export function nameOfSubject({ resource, partName }: JudgedSubject): string | null {
  const name = partName ?? resource?.name;
  return name ? knownName(name) : null;
}

/** A view's resource, or the resource itself; undefined for the stack. */
function resourceOf(subject: Subject): Resource | undefined {
  const { resource, raws } = subject as { readonly resource?: Resource; readonly raws?: Resource["raws"] };
  return resource ?? (raws ? (subject as Resource) : undefined);
}

function knownName(name: Value): string | null {
  return isString(name) && !name.sensitive ? name.value : null;
}
