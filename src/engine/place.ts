import type { Resource } from "../model/index.ts";
import type { Place } from "../rule/index.ts";
import { contains, firstLine, type SourceFile, type Span, span } from "../source/index.ts";
import { chainOf } from "../value/index.ts";
import type { JudgedSubject } from "./subject.ts";

/**
 * Where a finding points: the narrowest range in the subject's own declaration that carries what was judged; where
 * nothing is written there, the declaration's first line. `files` are those of the stack, for the stack as a subject.
 */
export function spanOfPlace(
  place: Place | undefined,
  subject: JudgedSubject,
  files: readonly SourceFile[],
): Span | undefined {
  return (place && written(place, subject)) ?? head(subject.resource) ?? startOf(files);
}

/** The range of a related place; it may lie anywhere. */
export function spanOfRelated(place: Place): Span | undefined {
  if ("span" in place) return place.span;
  if ("value" in place) return place.value.origin?.span;
  return place.path === undefined ? head(place.resource) : spanOfProperty(place.resource, place.path);
}

function written(place: Place, subject: JudgedSubject): Span | undefined {
  if (!("value" in place)) return spanOfRelated(place);
  const declarations = subject.resource?.raws.map((raw) => raw.span) ?? [];
  const steps = chainOf(place.value.origin);
  const own = steps.find((step) => declarations.some((declaration) => contains(declaration, step.span)));
  if (own) return own.kind === "default" ? firstLine(own.span) : own.span;
  return declarations.length === 0 ? steps[0]?.span : undefined;
}

/** A property's range; the block around it where it is missing. `properties` holds everything and says nothing: then the head. */
function spanOfProperty(resource: Resource, path: string): Span | undefined {
  const found = resource.spanOf(path);
  if (!found || resource.written(path).kind !== "absent") return found ?? head(resource);
  const wrapper = resource.spanOf("properties");
  return wrapper && contains(found, wrapper) ? head(resource) : firstLine(found);
}

function head(resource: Resource | undefined): Span | undefined {
  const declaration = declarationOf(resource);
  return declaration && firstLine(declaration);
}

/** The whole declaration of a resource; undefined for the stack as a whole. */
export function declarationOf(resource: Resource | undefined): Span | undefined {
  return resource?.span ?? resource?.raws[0]?.span;
}

function startOf(files: readonly SourceFile[]): Span | undefined {
  const [first] = files;
  return first && span(first, 0, 0);
}
