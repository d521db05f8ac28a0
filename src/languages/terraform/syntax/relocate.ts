/** Gives every range another place: of a tree that was read from a piece of text, or of a text that stands for another. */
export function relocate<T>(node: T, at: (offset: number, edge: "start" | "end") => number): T {
  if (Array.isArray(node)) return node.map((item) => relocate(item, at)) as T;
  if (typeof node !== "object" || node === null) return node;
  const moved: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    const edge = (key === "start" || key === "end") && typeof value === "number";
    moved[key] = edge ? at(value, key) : relocate(value, at);
  }
  return moved as T;
}
