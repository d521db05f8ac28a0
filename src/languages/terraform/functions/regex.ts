import { RE2JS, RE2JSException } from "re2js";
import {
  list,
  literal,
  MarkedText,
  NULL,
  object,
  partsOf,
  type Template,
  type Value,
} from "../../../value/index.ts";
import { STRING } from "../types/index.ts";
import { define, isText, parameter, textOf } from "./arguments.ts";
import {
  type FunctionError,
  type FunctionResult,
  isMistake,
  mistake,
  type TerraformFunction,
} from "./function.ts";
import { LONGEST } from "./limits.ts";
import { unknownCall } from "./unknown.ts";

/** Steps (characters times the pattern's size) above which a search is not begun: linear, but not free. */
const MOST_STEPS = 20_000_000;
const LONGEST_PATTERN = 10_000;

interface Pattern {
  readonly kind: "pattern";
  readonly compiled: RE2JS;
  readonly groups: number;
  /** The names of the groups, where they have names. */
  readonly names: ReadonlyMap<number, string>;
}

/** A regular expression in RE2's syntax, which Terraform's is. */
function compile(text: string): Pattern | FunctionError {
  if (text.length > LONGEST_PATTERN) return mistake("the pattern is too long");
  try {
    const compiled = RE2JS.compile(text);
    const names = new Map(Object.entries(compiled.namedGroups()).map(([name, at]) => [Number(at), name]));
    return { kind: "pattern", compiled, groups: compiled.groupCount(), names };
  } catch (thrown) {
    if (thrown instanceof RE2JSException || thrown instanceof RangeError)
      return mistake(`"${text}" is no valid pattern (${thrown.message})`);
    throw thrown;
  }
}

/** The groups of one match, the whole match first; undefined for a group that took no part. */
type Match = {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
};

/** The matches in order; an empty match right behind another one does not count. */
function* matchesIn({ compiled, groups }: Pattern, text: string): Generator<Match> {
  const matcher = compiled.matcher(text);
  let last = -1;
  while (matcher.find()) {
    const start = matcher.start();
    const end = matcher.end();
    if (start === end && start === last) continue;
    last = end;
    const found = Array.from({ length: groups + 1 }, (_, group) => {
      return matcher.start(group) < 0 ? undefined : text.slice(matcher.start(group), matcher.end(group));
    });
    yield { start, end, groups: found };
  }
}

function tooLong({ compiled }: Pattern, text: string): FunctionError | undefined {
  return text.length * compiled.programSize() > MOST_STEPS
    ? mistake("the text is too long to search with this pattern")
    : undefined;
}

/** A match as Terraform gives it: a text, a tuple of groups, or an object of named groups. */
function resultOf({ groups, names }: Pattern, match: Match): Value {
  const textOfGroup = (at: number): Value =>
    match.groups[at] === undefined ? NULL : literal(match.groups[at]);
  if (groups === 0) return textOfGroup(0);
  if (names.size === 0) return list(Array.from({ length: groups }, (_, at) => textOfGroup(at + 1)));
  return object(new Map([...names].map(([at, name]) => [name, textOfGroup(at)])));
}

function search(
  name: "regex" | "regexall",
  args: readonly Value[],
  found: (pattern: Pattern, text: string) => FunctionResult,
): FunctionResult {
  const [pattern, str] = args;
  if (!isText(pattern)) return unknownCall({ name, returns: "any" }, args);
  const compiled = compile(pattern.value);
  if (isMistake(compiled)) return mistake(compiled.message, 0);
  if (compiled.names.size > 0 && compiled.names.size < compiled.groups)
    return mistake("a pattern cannot have both named and unnamed groups", 0);
  const unknown = () =>
    unknownCall(
      { name, returns: name === "regexall" ? "list" : compiled.groups === 0 ? "string" : "any" },
      args,
    );
  if (isText(str)) return tooLong(compiled, str.value) ?? found(compiled, str.value);
  const marked =
    str?.kind === "template" && onlyAsksForSegments(pattern.value) && hasOnlySegments(str)
      ? MarkedText.of(str)
      : undefined;
  if (!marked || name === "regexall" || tooLong(compiled, marked.text)) return unknown();
  const result = found(compiled, marked.text);
  return isMistake(result) || splitsMark(result) ? unknown() : restored(result, marked);
}

/**
 * Whether a pattern does not look into the segments of a path: it asks for given text, and for whole segments or anything at all.
 * What it finds in a path with unknown segments it finds whatever they are.
 */
function onlyAsksForSegments(pattern: string): boolean {
  const withoutGroups = pattern.replace(/^\(\?i\)/, "").replace(/\(\?:|\(\?P?<\w+>|[()]/g, "");
  return /^\^?(?:[\w/-]|\\[./-]|\[\^\/\][+*]|\.[+*])*\$?$/.test(withoutGroups) && pattern.includes("/");
}

/** Whether a result ends within what stands for an unknown segment: then it depends on what that is. */
function splitsMark(value: Value): boolean {
  if (value.kind === "literal")
    return /[\ue000\ue001]/.test(String(value.value).replace(/\ue000\d+\ue001/g, ""));
  if (value.kind === "list") return value.items.some(splitsMark);
  return value.kind === "object" && [...value.entries.values()].some(splitsMark);
}

function hasOnlySegments(value: Template): boolean {
  return partsOf(value).every(
    (part) => part.kind === "literal" || (part.kind === "symbol" && part.segment === true),
  );
}

function restored(value: Value, marked: MarkedText): Value {
  if (value.kind === "literal") return typeof value.value === "string" ? marked.restored(value.value) : value;
  if (value.kind === "list") return { ...value, items: value.items.map((item) => restored(item, marked)) };
  if (value.kind !== "object") return value;
  return object(new Map([...value.entries].map(([name, entry]) => [name, restored(entry, marked)])));
}

/** `$1`, `${1}`, `$name` and `$$` in a replacement; the longest name counts, and a group that is not there is empty. */
function expand(replacement: string, { names }: Pattern, match: Match): string {
  return replacement.replace(
    /\$(?:\$|(\w+)|\{(\w+)\})/g,
    (whole, bare: string | undefined, braced: string | undefined) => {
      const name = bare ?? braced;
      if (name === undefined) return whole === "$$" ? "$" : whole;
      const at = /^\d+$/.test(name) ? Number(name) : [...names].find(([, one]) => one === name)?.[0];
      return (at === undefined ? undefined : match.groups[at]) ?? "";
    },
  );
}

/** `replace` with a pattern between slashes. */
export function replacePattern(text: string, source: string, replacement: string): FunctionResult {
  const pattern = compile(source);
  if (isMistake(pattern)) return mistake(pattern.message, 1);
  const wrong = tooLong(pattern, text);
  if (wrong) return wrong;
  let result = "";
  let done = 0;
  for (const match of matchesIn(pattern, text)) {
    result += text.slice(done, match.start) + expand(replacement, pattern, match);
    if (result.length > LONGEST) return mistake("the result is too large");
    done = match.end;
  }
  return literal(result + text.slice(done));
}

const PARAMETERS = [parameter("pattern", STRING), parameter("string", STRING)];

export const regex: readonly TerraformFunction[] = [
  define(
    "regex",
    PARAMETERS,
    "any",
    (args) =>
      search("regex", args, (pattern, text) => {
        const [first] = matchesIn(pattern, text);
        return first ? resultOf(pattern, first) : mistake(`"${textOf(args[0])}" matches nothing in the text`);
      }),
    { copes: "cases" },
  ),
  define(
    "regexall",
    PARAMETERS,
    "list",
    (args) =>
      search("regexall", args, (pattern, text) => {
        return list(
          Array.from(matchesIn(pattern, text), (match) => resultOf(pattern, match)),
          { collection: "list" },
        );
      }),
    { copes: "cases" },
  ),
];
