import type { Comment } from "../../../model/index.ts";
import {
  itemsOfArray,
  type JsonDocument,
  type JsonNode,
  propertiesOf,
  propertyOf,
  spanOf,
  stringOf,
} from "./read.ts";

/**
 * Suppressions that a template states as data, where comments are not wanted: `metadata.isolint.ignore` with the reason by
 * rule. In a resource's own metadata it covers that resource; in the template's metadata it is keyed by the resource's name as
 * written. They come out as the comments that would say the same.
 */
export function metadataIgnores({ file, root }: JsonDocument): readonly Comment[] {
  if (!root || !file.text.includes('"isolint"')) return [];
  const named = propertiesOf(ignoresOf(root));
  return resourcesBelow(root).flatMap((resource) => {
    const name = stringOf(propertyOf(resource, "name"));
    const ofTemplate = named.find(({ key }) => key === name)?.value;
    return [ignoresOf(resource), ofTemplate].flatMap((ignores) =>
      propertiesOf(ignores).flatMap(({ key, value }) => {
        const reason = stringOf(value);
        if (reason === undefined) return [];
        const text = `isolint-ignore ${key}${reason === "" ? "" : ` -- ${reason}`}`;
        return [{ span: spanOf(file, value), text, block: spanOf(file, resource) }];
      }),
    );
  });
}

function ignoresOf(node: JsonNode): JsonNode | undefined {
  return propertyOf(propertyOf(propertyOf(node, "metadata"), "isolint"), "ignore");
}

/** Resources of a template, listed or by symbolic name, with those inside them and those of nested templates. */
function resourcesBelow(node: JsonNode): readonly JsonNode[] {
  const resources = propertyOf(node, "resources");
  const listed =
    resources?.type === "object"
      ? propertiesOf(resources).map(({ value }) => value)
      : itemsOfArray(resources);
  return listed.flatMap((resource) => {
    const nested = propertyOf(propertyOf(resource, "properties"), "template");
    return [resource, ...resourcesBelow(resource), ...(nested ? resourcesBelow(nested) : [])];
  });
}
