import { isUtf8 } from "node:buffer";

/** Larger files are no source code: 32 MiB. */
export const LARGEST_FILE = 32 * 1024 * 1024;

/** UTF-8, or UTF-16 with a byte order mark, as Windows editors write it; undefined for anything else. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes.subarray(0, 8192).includes(0) || !isUtf8(bytes)) return undefined;
  return new TextDecoder().decode(bytes);
}
