import type { ExitCode } from "../exit.ts";
import { framed, MessageReader } from "../lsp/messages.ts";
import { LanguageServer } from "../lsp/server.ts";
import type { Terminal } from "../output.ts";
import { parseFlags } from "../usage.ts";

/** `isolint lsp`: a language server on standard input and output. Ends with the protocol's own codes. */
export async function lspCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  // Editors say how they talk; it is always by standard input and output.
  parseFlags(args, { stdio: { type: "boolean", help: "accepted for editors that pass it" } });
  const server = new LanguageServer((message) => terminal.out(framed(message)));
  const reader = new MessageReader();
  for await (const chunk of process.stdin) {
    for (const message of reader.push(chunk as Buffer)) {
      const code = server.handle(message);
      if (code !== undefined) return code === 0 ? 0 : 1;
    }
  }
  return 1;
}
