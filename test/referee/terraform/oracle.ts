import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PREAMBLE } from "./preamble.ts";

/** What an expression comes to: its JSON, or that it is a mistake. */
export type Answer = { readonly value: unknown } | "error" | "unknown";

/** Characters of one line that Terraform's console takes. */
const LONGEST_LINE = 60_000;

/** Terraform itself, in an empty folder of its own: no provider, no network. */
export class Terraform {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Undefined where there is no `terraform`. */
  static start(): Terraform | undefined {
    if (spawnSync("terraform", ["version"], { stdio: "ignore" }).status !== 0) return undefined;
    return new Terraform(mkdtempSync(join(tmpdir(), "isolint-referee-")));
  }

  stop(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Evaluates expressions over the preamble, hundreds at once. */
  expressions(expressions: readonly string[]): readonly Answer[] {
    this.#write(PREAMBLE);
    const answers: Answer[] = [];
    for (let start = 0; start < expressions.length; ) {
      let end = start;
      for (let size = 0; end < expressions.length && size < LONGEST_LINE; end++)
        size += (expressions[end] ?? "").length + 40;
      const batch = expressions.slice(start, Math.max(start + 1, end - 1));
      answers.push(...this.#batch(batch));
      start += batch.length;
    }
    return answers;
  }

  /** Values of variables with a type constraint, each given as the variable's default. */
  conversions(cases: readonly (readonly [type: string, value: string])[]): readonly Answer[] {
    return cases.map(([type, value]) => {
      this.#write(`variable "v" {\n  type = ${type}\n  default = ${value}\n}\n`);
      return this.#batch(["var.v"])[0] ?? "error";
    });
  }

  #write(configuration: string): void {
    writeFileSync(join(this.#folder, "main.tf"), configuration);
  }

  #batch(expressions: readonly string[]): readonly Answer[] {
    // In base64 the console has nothing to escape.
    const line = `base64encode(nonsensitive(jsonencode([${expressions.map((one) => `try(jsonencode(${one}), "!")`).join(",")}])))`;
    const run = spawnSync("terraform", ["console", "-no-color"], {
      cwd: this.#folder,
      input: `${line}\n`,
      encoding: "utf8",
      maxBuffer: 100_000_000,
      env: { ...process.env, TF_CLI_CONFIG_FILE: "/dev/null", CHECKPOINT_DISABLE: "1" },
    });
    const text = /"([A-Za-z0-9+/=]+)"\s*$/.exec(run.stdout)?.[1];
    if (run.status === 0 && text)
      return (JSON.parse(Buffer.from(text, "base64").toString()) as string[]).map(answerOf);
    if (expressions.length === 1) return [run.status === 0 ? "unknown" : "error"];
    const middle = Math.ceil(expressions.length / 2);
    return [...this.#batch(expressions.slice(0, middle)), ...this.#batch(expressions.slice(middle))];
  }
}

function answerOf(text: string): Answer {
  return text === "!" ? "error" : { value: JSON.parse(text) };
}
