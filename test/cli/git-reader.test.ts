import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GitReader } from "../../src/cli/files/index.ts";
import { changedSince, commitOf } from "../../src/cli/git.ts";
import type { SourceFile } from "../../src/source/index.ts";

let top: string;
const git = (...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: top });

beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "isolint-")));
  git("init", "-q");
  mkdirSync(join(top, "infra/net"), { recursive: true });
  writeFileSync(join(top, "infra/main.tf"), "a = 1\n");
  writeFileSync(join(top, "infra/net/ü b.tf"), "b = 2\n");
  writeFileSync(join(top, "infra/logo.png"), Buffer.from([1, 0, 2]));
  symlinkSync("infra/main.tf", join(top, "link.tf"));
  symlinkSync("../outside.tf", join(top, "out.tf"));
  git("add", ".");
  git("commit", "-q", "-m", "x");
  writeFileSync(join(top, "infra/main.tf"), "a = 3\n");
  writeFileSync(join(top, "infra/new.tf"), "");
});
afterAll(() => rmSync(top, { recursive: true }));

test("a commit is read without a checkout, by paths from the working directory", () => {
  const reader = new GitReader(join(top, "infra"), commitOf(top, "HEAD"));
  expect((reader.read("main.tf") as SourceFile).text).toBe("a = 1\n");
  expect((reader.read("./net/ü b.tf") as SourceFile).path).toBe("net/ü b.tf");
  expect((reader.read("../link.tf") as SourceFile).text).toBe("a = 1\n");
  expect([
    reader.read("../out.tf"),
    reader.read("../../x"),
    reader.read("new.tf"),
    reader.read("logo.png"),
  ]).toEqual(["outside", "outside", "missing", "binary"]);
  expect(reader.list(".")).toEqual([
    { name: "logo.png", kind: "file" },
    { name: "main.tf", kind: "file" },
    { name: "net", kind: "directory" },
  ]);
  expect([reader.kind("net"), reader.kind(".."), reader.kind("../..")]).toEqual([
    "directory",
    "directory",
    "outside",
  ]);
});

test("what changed since a commit: differing and new files, from the working directory", () => {
  expect([...changedSince(join(top, "infra"), "HEAD")].toSorted()).toEqual(["main.tf", "new.tf"]);
  expect([...changedSince(top, "HEAD")].toSorted()).toEqual(["infra/main.tf", "infra/new.tf"]);
});

test("a ref that is none is told, also when it looks like a flag", () => {
  expect(() => changedSince(top, "nowhere")).toThrow("There is no commit 'nowhere' here.");
  expect(() => changedSince(top, "--output=x")).toThrow("There is no commit '--output=x' here.");
});
