import { spawnSync } from "node:child_process";
import { relative, resolve, sep } from "node:path";
import { joinPath } from "../source/index.ts";
import { UsageError } from "./usage.ts";

/** Output of git above which something else is wrong: 256 MiB. */
const MOST_OUTPUT = 256 * 1024 * 1024;

/**
 * Runs git in a folder and gives what it writes. Settings of the repository that start programs are switched off: the repository is a stranger's.
 */
export function git(cwd: string, args: readonly string[], input?: string): Buffer {
  const safe = [
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "diff.external=",
    "--no-pager",
  ];
  const { status, stdout, stderr, error } = spawnSync("git", [...safe, ...args], {
    cwd,
    maxBuffer: MOST_OUTPUT,
    ...(input !== undefined && { input }),
  });
  if (error) throw new UsageError(`git cannot be run: ${error.message}.`);
  if (status !== 0) throw new UsageError(`git ${args[0]} failed: ${stderr.toString("utf8").trim()}`);
  return stdout;
}

/** The commit that a ref names. */
export function commitOf(cwd: string, ref: string): string {
  return git(cwd, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`])
    .toString("utf8")
    .trim();
}

/** Paths of files that differ from a ref, or are new, relative to the working directory. */
export function changedSince(cwd: string, ref: string): ReadonlySet<string> {
  const top = git(cwd, ["rev-parse", "--show-toplevel"]).toString("utf8").trim();
  let commit: string;
  try {
    commit = commitOf(cwd, ref);
  } catch {
    throw new UsageError(
      `There is no commit '${ref}' here. In CI, fetch it first; a shallow clone has only the newest.`,
    );
  }
  const differing = git(top, ["diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", commit, "--"]);
  const untracked = git(top, ["ls-files", "--others", "--exclude-standard", "-z"]);
  const names = [differing, untracked].flatMap((output) => output.toString("utf8").split("\0"));
  return new Set(
    names
      .filter((name) => name !== "")
      .map((name) => joinPath(relative(cwd, resolve(top, name)).split(sep).join("/"))),
  );
}
