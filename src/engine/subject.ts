import type { Resource } from "../model/index.ts";
import type { Network } from "../network/index.ts";
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
  const part = resource && "part" in subject ? subject.part : undefined;
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

function resourceOf(subject: Exclude<Subject, Network> | Network): Resource | undefined {
  if ("resource" in subject) return subject.resource;
  return "body" in subject ? subject : undefined;
}

function knownName(name: Value): string | null {
  return isString(name) && !name.sensitive ? name.value : null;
}
