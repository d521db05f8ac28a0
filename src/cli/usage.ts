import { type ParseArgsConfig, parseArgs } from "node:util";
import { didYouMean } from "../source/index.ts";

/** The user asked for something that does not exist; the message says what does. Ends with exit code 2. */
export class UsageError extends Error {}

export interface Flag {
  readonly type: "boolean" | "string";
  readonly short?: string;
  readonly multiple?: true;
  /** What the value is called in the help: `<file>`. */
  readonly value?: string;
  readonly help: string;
}

export type Flags = Readonly<Record<string, Flag>>;

type FlagValue<F extends Flag> = F extends { type: "boolean" }
  ? boolean
  : F extends { multiple: true }
    ? string[]
    : string;

export interface ParsedFlags<F extends Flags> {
  readonly values: { readonly [K in keyof F]?: FlagValue<F[K]> };
  readonly paths: readonly string[];
}

/** Reads a command's flags; an unknown flag is a mistake that names the nearest right one. */
export function parseFlags<F extends Flags>(args: readonly string[], flags: F): ParsedFlags<F> {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [name, { type, short, multiple }] of Object.entries(flags)) {
    options[name] = { type, ...(short !== undefined && { short }), ...(multiple && { multiple }) };
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { values: values as ParsedFlags<F>["values"], paths: positionals };
  } catch (error) {
    throw new UsageError(explained(error, Object.keys(flags)));
  }
}

function explained(error: unknown, names: readonly string[]): string {
  const { message } = error as Error;
  const unknown = /^Unknown option '(--?[^' ]+)'/.exec(message)?.[1];
  if (unknown === undefined) return message.split(". ")[0]?.replace(/\.?$/, ".") ?? message;
  if (!unknown.startsWith("--")) return `There is no flag '${unknown}'. \`isolint --help\` lists them.`;
  const written = unknown.slice(2);
  return `There is no flag '${unknown}'${didYouMean(written, names).replace("'", "'--")} \`isolint --help\` lists them.`;
}

/** One of several allowed values, or a usage error that names the nearest. */
export function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `--${flag} cannot be '${value}'${didYouMean(value, allowed)} It takes ${allowed.join(", ")}.`,
  );
}

/** The flags as help text, one a line. */
export function flagHelp(flags: Flags): string {
  const heads = Object.entries(flags).map(
    ([name, { short, value }]) => `${short ? `-${short}, ` : "    "}--${name}${value ? ` ${value}` : ""}`,
  );
  const width = Math.max(...heads.map((head) => head.length));
  return Object.values(flags)
    .map(({ help }, at) => `  ${(heads[at] ?? "").padEnd(width)}  ${help}\n`)
    .join("");
}
