import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileReader, repositoryOf } from "../../src/cli/files/index.ts";
import type { SourceFile } from "../../src/source/index.ts";

let top: string;

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "isolint-")));
  mkdirSync(join(top, "repo/.git"), { recursive: true });
  mkdirSync(join(top, "repo/infra/net"), { recursive: true });
  writeFileSync(join(top, "secret.tf"), "password");
  writeFileSync(join(top, "repo/main.tf"), "a = 1\n");
  writeFileSync(join(top, "repo/infra/main.tf"), "b = 2\n");
});
afterEach(() => rmSync(top, { recursive: true }));

const reader = (named: readonly string[] = []) => {
  const cwd = join(top, "repo/infra");
  return new FileReader({ cwd, roots: [repositoryOf(cwd)], named });
};

test("files are read by their path from the working directory, up to the repository's root", () => {
  expect((reader().read("../main.tf") as SourceFile).text).toBe("a = 1\n");
  expect((reader().read("./net/../main.tf") as SourceFile).path).toBe("main.tf");
  expect(reader().read("../../secret.tf")).toBe("outside");
  expect(reader().read(join(top, "secret.tf"))).toBe("outside");
  expect(reader().list("../..")).toEqual([]);
});

test("a link that leaves the repository leads nowhere", () => {
  symlinkSync(join(top, "secret.tf"), join(top, "repo/infra/link.tf"));
  expect(reader().read("link.tf")).toBe("outside");
  expect(
    reader()
      .list(".")
      .map(({ name }) => name),
  ).toEqual(["main.tf", "net"]);
});

test("a file that the user named is read wherever it lies", () => {
  expect((reader(["../../secret.tf"]).read("../../secret.tf") as SourceFile).text).toBe("password");
});

test("folders linked to one of those above them end", () => {
  symlinkSync(join(top, "repo"), join(top, "repo/infra/net/up"));
  symlinkSync(join(top, "repo/infra"), join(top, "repo/other"));
  expect(reader().list("net")).toEqual([]);
  expect(
    reader()
      .list("..")
      .map(({ name }) => name),
  ).toContain("other");
});

test("the same path gives the same file, though it changed meanwhile", () => {
  const one = reader();
  const file = one.read("main.tf");
  writeFileSync(join(top, "repo/infra/main.tf"), "c = 3\n");
  expect(one.read("net/../main.tf")).toBe(file);
});

test("what is not text is told", () => {
  writeFileSync(join(top, "repo/infra/binary.tf"), Buffer.from([1, 0, 2]));
  writeFileSync(join(top, "repo/infra/latin.tf"), Buffer.from([0x61, 0xe9, 0x62]));
  expect([
    reader().read("binary.tf"),
    reader().read("latin.tf"),
    reader().read("none.tf"),
    reader().read("net"),
  ]).toEqual(["binary", "binary", "missing", "missing"]);
});

test("a byte order mark is no text; UTF-16 with one is read", () => {
  writeFileSync(join(top, "repo/infra/bom.tf"), "\ufeffa = 1");
  writeFileSync(join(top, "repo/infra/wide.tf"), Buffer.from("\ufeffa = 1", "utf16le"));
  expect(
    [reader().read("bom.tf"), reader().read("wide.tf")].map((file) => (file as SourceFile).text),
  ).toEqual(["a = 1", "a = 1"]);
});
