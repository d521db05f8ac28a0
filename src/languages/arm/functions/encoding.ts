import { type ParseError, parse } from "jsonc-parser";
import {
  fromPlain,
  isString,
  list,
  literal,
  MarkedText,
  NULL,
  object,
  type Template,
  toPlain,
  type Value,
} from "../../../value/index.ts";
import type { Problem, TemplateFunction } from "./index.ts";
import { ofTexts, ofValues, problem, textOf } from "./operand.ts";

/** Azure's parser also takes comments, trailing commas and single quotes; a text with the latter is left unknown instead of being called wrong. */
function parseJson(text: string): Value | Problem | undefined {
  try {
    return fromPlain(JSON.parse(text));
  } catch {
    const errors: ParseError[] = [];
    const parsed: unknown = parse(text, errors, { allowTrailingComma: true });
    if (errors.length === 0) return fromPlain(parsed);
    return text.includes("'") ? undefined : problem("This text is not JSON.");
  }
}

/** What is known of a text that is known in part: `json(format('{{"id": "{0}"}}', …))`. */
function parseInPart(template: Template): Value | undefined {
  const marked = MarkedText.of(template);
  const parsed = marked && parseJson(marked.text);
  if (!parsed || parsed.kind === "problem") return undefined;
  let named = true;
  const restored = (value: Value): Value => {
    if (isString(value)) return marked.restored(value.value);
    if (value.kind === "list") return list(value.items.map(restored));
    if (value.kind !== "object") return value;
    const entries = new Map<string, Value>();
    for (const [name, entry] of value.entries) {
      named &&= isString(marked.restored(name));
      entries.set(name, restored(entry));
    }
    return object(entries);
  };
  const value = restored(parsed);
  return named ? value : undefined;
}

function decode(text: string): string {
  return Buffer.from(text, "base64").toString("utf8");
}

function joinUri(base: string, relative: string): Value {
  try {
    return literal(new URL(relative, base).href);
  } catch {
    return literal(`${base.replace(/\/+$/, "")}/${relative.replace(/^\/+/, "")}`);
  }
}

function uriParts(text: string): Value | Problem {
  try {
    const uri = new URL(text);
    const parts = {
      scheme: uri.protocol.slice(0, -1),
      host: uri.hostname,
      path: uri.pathname,
      query: uri.search,
    };
    return object(new Map(Object.entries(parts).map(([key, value]) => [key, literal(value)])));
  } catch {
    return problem("This text is not a URI.");
  }
}

export const ENCODING_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  base64: ofTexts((text) => literal(Buffer.from(text, "utf8").toString("base64"))),
  base64ToString: ofTexts((text) => literal(decode(text))),
  base64ToJson: ofTexts((text) => parseJson(decode(text))),
  dataUri: ofTexts((text) =>
    literal(`data:text/plain;charset=utf8;base64,${Buffer.from(text, "utf8").toString("base64")}`),
  ),
  dataUriToString: ofTexts((text) => {
    const match = /^data:[^,]*?(;base64)?,(.*)$/s.exec(text);
    if (!match) return problem("This text is not a data URI.");
    return literal(match[1] ? decode(match[2] ?? "") : decodeURIComponent(match[2] ?? ""));
  }),
  json: ofValues(([value]) => {
    if (value?.kind === "template") return parseInPart(value);
    if (value?.kind !== "literal") return undefined;
    return value.value === null
      ? NULL
      : parseJson(textOf(value)?.replace(/^(True|False)$/, (word) => word.toLowerCase()) ?? "null");
  }),
  uri: ofTexts((base, relative) => joinUri(base, relative ?? "")),
  uriComponent: ofTexts((text) => literal(encodeURIComponent(text))),
  uriComponentToString: ofTexts((text) => {
    try {
      return literal(decodeURIComponent(text));
    } catch {
      return problem("This text is not URI-encoded.");
    }
  }),
  parseUri: ofTexts(uriParts),
  buildUri: ofValues(([parts]) => {
    const plain = parts && toPlain(parts);
    if (typeof plain !== "object" || plain === null) return undefined;
    const { scheme, host, port, path, query } = plain as Record<string, unknown>;
    if (typeof scheme !== "string" || typeof host !== "string") return undefined;
    return literal(`${scheme}://${host}${port === undefined ? "" : `:${port}`}${path ?? ""}${query ?? ""}`);
  }),
  fail: () => undefined,
  toLogicalZone: () => undefined,
  toLogicalZones: () => undefined,
  toPhysicalZone: () => undefined,
  toPhysicalZones: () => undefined,
  pickZones: () => undefined,
  providers: () => undefined,
  externalInput: () => undefined,
  readEnvironmentVariable: () => undefined,
  readCliArg: () => undefined,
  getSecret: () => undefined,
};
