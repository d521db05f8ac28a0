/** JSON-RPC as the language server protocol frames it: `Content-Length: n`, an empty line, n bytes of JSON. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
}

/** Longer messages are refused: 64 MiB. */
const LONGEST = 64 * 1024 * 1024;

/** Takes bytes as they come and gives whole messages. */
export class MessageReader {
  #pending: Buffer = Buffer.alloc(0);

  /** Messages that are complete with this chunk; those that are no JSON are left out. */
  push(chunk: Uint8Array): readonly Message[] {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const messages: Message[] = [];
    for (;;) {
      const end = this.#pending.indexOf("\r\n\r\n");
      if (end === -1) return messages;
      const header = this.#pending.subarray(0, end).toString("latin1");
      const length = Number(/^content-length: *(\d+)$/im.exec(header)?.[1] ?? 0);
      if (length > LONGEST) throw new Error(`a message of ${length} bytes is too long`);
      const start = end + 4;
      if (this.#pending.length < start + length) return messages;
      const body = this.#pending.subarray(start, start + length).toString("utf8");
      this.#pending = this.#pending.subarray(start + length);
      const message = parsed(body);
      if (message) messages.push(message);
    }
  }
}

export function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function parsed(body: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
