import generated from "../../src/azure/generated/property-paths.json" with { type: "json" };
import { publicAccessType } from "../../src/azure/index.ts";

interface PathFacts {
  readonly exists: boolean;
  readonly values?: readonly string[];
}

/** What `npm run catalogue` found in Azure's published type definitions. */
const types = Object.entries(
  generated.types as unknown as Readonly<
    Record<string, { readonly paths: Readonly<Record<string, PathFacts>> }>
  >,
);

describe("the catalogue of public access against Azure's own types", () => {
  test("every property path that it names exists", () => {
    const missing = types.flatMap(([type, { paths }]) =>
      Object.entries(paths).flatMap(([path, { exists }]) => (exists ? [] : [`${type}: ${path}`])),
    );
    expect(missing).toEqual([]);
    expect(types.length).toBeGreaterThan(90);
  });

  test("every value that a switch can take is on, off, or left to a perimeter", () => {
    const unjudged = types.flatMap(([type, { paths }]) => {
      const known = publicAccessType(type)?.switch;
      if (!known) return [];
      const judged = [...known.on, ...known.off, ...(known.perimeter ?? [])].map((value) =>
        String(value).toLowerCase(),
      );
      return (
        (paths[known.path]?.values ?? [])
          // NotSpecified says nothing, and is judged as unknown.
          .filter((value) => value !== "NotSpecified" && !judged.includes(value.toLowerCase()))
          .map((value) => `${type}: ${value}`)
      );
    });
    expect(unjudged).toEqual([]);
  });
});
