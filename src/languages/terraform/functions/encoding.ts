import { Buffer } from "node:buffer";
import { literal } from "../../../value/index.ts";
import { STRING } from "../types/index.ts";
import { define, parameter, textOf } from "./arguments.ts";
import { type FunctionResult, mistake, type TerraformFunction } from "./function.ts";
import { unknownCall } from "./unknown.ts";

const STR = [parameter("str", STRING)];
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The bytes of a text in base64, line breaks left out; undefined when it is none. */
function decodeBase64(text: string): Uint8Array | undefined {
  const packed = text.replace(/[\r\n]/g, "");
  return BASE64.test(packed) ? new Uint8Array(Buffer.from(packed, "base64")) : undefined;
}

/** Bytes as a text, when they are valid UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function base64Decode(text: string): FunctionResult {
  const bytes = decodeBase64(text);
  if (!bytes) return mistake("the text is not base64", 0);
  const decoded = decodeUtf8(bytes);
  return decoded === undefined ? mistake("the decoded bytes are no UTF-8 text", 0) : literal(decoded);
}

/** Names of the encodings whose bytes can be had here, by their spelling without punctuation. */
const ENCODINGS: ReadonlyMap<string, "utf-16le" | "utf-16be" | "utf-8" | "latin1"> = new Map([
  ["utf8", "utf-8"],
  ["csutf8", "utf-8"],
  ["utf16le", "utf-16le"],
  ["csutf16le", "utf-16le"],
  ["utf16be", "utf-16be"],
  ["csutf16be", "utf-16be"],
  ["iso88591", "latin1"],
  ["latin1", "latin1"],
  ["l1", "latin1"],
  ["ibm819", "latin1"],
  ["cp819", "latin1"],
  ["csisolatin1", "latin1"],
] as const);

/** Encodings that Terraform knows besides; texts in them are left unknown. */
const FURTHER =
  /^(?:cs)?(?:utf16|iso8859\d+|windows\d+|cp\d+|ibm\d+|koi8[ru]|macintosh|mac|shiftjis|sjis|eucjp|euckr|gbk|gb18030|hzgb2312|iso2022jp|big5|latin\d+|l\d+)$/;

function encodingOf(name: string) {
  const plain = name.toLowerCase().replace(/[-_:\s]/g, "");
  return ENCODINGS.get(plain) ?? (FURTHER.test(plain) ? "further" : undefined);
}

function encodeText(text: string, name: string): FunctionResult {
  const encoding = encodingOf(name);
  if (encoding === undefined) return mistake(`there is no encoding "${name}"`, 1);
  const unfit = mistake(`the text has characters that ${name} does not have`, 0);
  switch (encoding) {
    case "utf-8":
      return literal(Buffer.from(text, "utf8").toString("base64"));
    case "utf-16le":
      return literal(Buffer.from(text, "utf16le").toString("base64"));
    case "utf-16be":
      return literal(Buffer.from(text, "utf16le").swap16().toString("base64"));
    case "latin1":
      return ![...text].some((character) => character > "\u00ff")
        ? literal(Buffer.from(text, "latin1").toString("base64"))
        : unfit;
    default:
      return unknownCall({ name: "textencodebase64", returns: "string" }, [literal(text), literal(name)]);
  }
}

function decodeText(text: string, name: string): FunctionResult {
  const encoding = encodingOf(name);
  if (encoding === undefined) return mistake(`there is no encoding "${name}"`, 1);
  const bytes = decodeBase64(text);
  if (!bytes) return mistake("the text is not base64", 0);
  if (encoding === "further")
    return unknownCall({ name: "textdecodebase64", returns: "string" }, [literal(text), literal(name)]);
  if (encoding === "latin1") return literal(Buffer.from(bytes).toString("latin1"));
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return decoded.includes("\ufffd") ? mistake(`the bytes are no text in ${name}`, 0) : literal(decoded);
}

/** As in a query: letters, digits, `-`, `_`, `.` and `~` stay, space is a plus sign. */
function urlEncode(text: string): string {
  const encoded = encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"),
  );
  return encoded
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}

const WITH_ENCODING = parameter("encoding", STRING);

export const encoding: readonly TerraformFunction[] = [
  define("base64decode", STR, "string", ([str]) => base64Decode(textOf(str))),
  define("base64encode", STR, "string", ([str]) =>
    literal(Buffer.from(textOf(str), "utf8").toString("base64")),
  ),
  // Compressed bytes depend on who compresses.
  define("base64gzip", STR, "string", (args) => unknownCall({ name: "base64gzip", returns: "string" }, args)),
  define("textdecodebase64", [parameter("source", STRING), WITH_ENCODING], "string", ([source, name]) =>
    decodeText(textOf(source), textOf(name)),
  ),
  define("textencodebase64", [parameter("string", STRING), WITH_ENCODING], "string", ([text, name]) =>
    encodeText(textOf(text), textOf(name)),
  ),
  define("urlencode", STR, "string", ([str]) => literal(urlEncode(textOf(str)))),
];
