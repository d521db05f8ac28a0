import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { appliedSymbol, literal, type Value } from "../../../value/index.ts";
import { NUMBER, STRING } from "../types/index.ts";
import { define, parameter, textOf } from "./arguments.ts";
import { bytesOf } from "./file.ts";
import { type FunctionResult, mistake, type TerraformFunction } from "./function.ts";
import { unknownCall } from "./unknown.ts";

interface Hash {
  readonly algorithm: "md5" | "sha1" | "sha256" | "sha512";
  readonly digits: "hex" | "base64";
}

const HASHES: Readonly<Record<string, Hash>> = {
  md5: { algorithm: "md5", digits: "hex" },
  sha1: { algorithm: "sha1", digits: "hex" },
  sha256: { algorithm: "sha256", digits: "hex" },
  sha512: { algorithm: "sha512", digits: "hex" },
  base64sha256: { algorithm: "sha256", digits: "base64" },
  base64sha512: { algorithm: "sha512", digits: "base64" },
};

function digest({ algorithm, digits }: Hash, data: string | Uint8Array): Value {
  return literal(createHash(algorithm).update(data).digest(digits));
}

function ofText(name: string, hash: Hash): TerraformFunction {
  return define(name, [parameter("str", STRING)], "string", ([str]) => digest(hash, textOf(str)));
}

function ofFile(name: string, hash: Hash): TerraformFunction {
  return define(`file${name}`, [parameter("path", STRING)], "string", ([path], context): FunctionResult => {
    const bytes = bytesOf(textOf(path), context);
    return bytes instanceof Uint8Array ? digest(hash, bytes) : bytes;
  });
}

/** Name spaces that RFC 4122 gives names to. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
  ["url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"],
  ["oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8"],
  ["x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8"],
]);

function uuidV5(namespace: string, name: string): FunctionResult {
  const id = NAMESPACES.get(namespace) ?? namespace;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    return mistake(`"${namespace}" is no name space`, 0);
  const bytes = createHash("sha1")
    .update(Buffer.from(id.replaceAll("-", ""), "hex"))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return literal(bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"));
}

export const hashes: readonly TerraformFunction[] = [
  ...Object.entries(HASHES).flatMap(([name, hash]) => [ofText(name, hash), ofFile(name, hash)]),
  // Salted, random, or only to be had with a secret.
  define(
    "bcrypt",
    [parameter("str", STRING)],
    "string",
    (args) => unknownCall({ name: "bcrypt", returns: "string" }, args),
    { variadic: parameter("cost", NUMBER) },
  ),
  define("rsadecrypt", [parameter("ciphertext", STRING), parameter("privatekey", STRING)], "string", (args) =>
    unknownCall({ name: "rsadecrypt", returns: "string" }, args),
  ),
  define("uuid", [], "string", () =>
    appliedSymbol("uuid", [], "uuid()", { reason: "function", type: "string" }),
  ),
  define(
    "uuidv5",
    [parameter("namespace", STRING), parameter("name", STRING)],
    "string",
    ([namespace, name]) => uuidV5(textOf(namespace), textOf(name)),
  ),
];
