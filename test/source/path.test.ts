import { baseName, folderOf, joinPath, MemoryReader, SourceFile } from "../../src/source/index.ts";
import fc from "../random.ts";

const segment = fc.constantFrom("a", "b", ".", "..", "");
const path = fc.array(segment, { maxLength: 5 }).map((segments) => segments.join("/"));

describe("joined paths", () => {
  test.each([
    [["a", "b.tf"], "a/b.tf"],
    [["a/b", "../c.tf"], "a/c.tf"],
    [["a", "../../c"], "../c"],
    [["./a//b/."], "a/b"],
    [["a", "/b"], "/b"],
    [["/a", "../../.."], "/"],
    [["", "."], "."],
    [["a", ".."], "."],
  ])("%j are %s", (parts, expected) => {
    expect(joinPath(...parts)).toBe(expected);
  });

  test("are joined already", () => {
    fc.assert(fc.property(path, path, (a, b) => expect(joinPath(joinPath(a, b))).toBe(joinPath(a, b))));
  });

  test("are the same whichever two are joined first", () => {
    fc.assert(
      fc.property(path, path, path, (a, b, c) => {
        expect(joinPath(joinPath(a, b), c)).toBe(joinPath(a, b, c));
        expect(joinPath(a, joinPath(b, c))).toBe(joinPath(a, b, c));
      }),
    );
  });

  test("go up only at their beginning, and never above the root", () => {
    fc.assert(
      fc.property(path, (one) => {
        const below = joinPath(one).replace(/^(\.\.(\/|$))+/, "");
        expect(below.split("/")).not.toContain("..");
        expect(joinPath("/", one)).not.toContain("..");
      }),
    );
  });

  test("have a folder and a name", () => {
    expect([folderOf("a/b.tf"), baseName("a/b.tf")]).toEqual(["a", "b.tf"]);
    expect([folderOf("b.tf"), baseName("b.tf")]).toEqual([".", "b.tf"]);
    expect(folderOf("/b.tf")).toBe("/");
  });
});

describe("a reader over texts in memory", () => {
  const reader = new MemoryReader({
    "./main.tf": "a",
    "net/main.tf": "é",
    "net/x/y.tf": "",
    "__proto__/z.tf": "",
  });

  test("gives the same file however its path is written", () => {
    const file = reader.read("net/../main.tf");
    expect(file).toBeInstanceOf(SourceFile);
    expect(file).toBe(reader.read("main.tf"));
    expect(reader.bytes("net/main.tf")).toEqual(new Uint8Array([0xc3, 0xa9]));
  });

  test("lists what lies in a folder, by name", () => {
    expect(reader.list(".").map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "__proto__ directory",
      "main.tf file",
      "net directory",
    ]);
    expect(reader.list("net").map(({ name }) => name)).toEqual(["main.tf", "x"]);
    expect(reader.list("ne")).toEqual([]);
  });

  test("says why there is no text", () => {
    expect(reader.read("none.tf")).toBe("missing");
    expect(reader.bytes("net")).toBe("missing");
    expect(["..", "../main.tf", "/main.tf"].map((one) => reader.read(one))).toEqual([
      "outside",
      "outside",
      "outside",
    ]);
    expect(["..", "/", "ne", "net/x", "."].map((one) => reader.kind(one))).toEqual([
      "outside",
      "outside",
      "missing",
      "directory",
      "directory",
    ]);
  });
});
