import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { framed, MessageReader } from "../../src/cli/lsp/messages.ts";
import { LanguageServer } from "../../src/cli/lsp/server.ts";

test("messages are put together from whatever chunks come, also within a character", () => {
  const bytes = Buffer.from(framed({ method: "ü" }) + framed({ id: 1, method: "b" }));
  const reader = new MessageReader();
  const messages = [...bytes].flatMap((byte) => reader.push(Buffer.from([byte])));
  expect(messages).toMatchObject([{ method: "ü" }, { id: 1, method: "b" }]);
});

describe("the language server", () => {
  let root: string;
  const sent: {
    method?: string;
    id?: unknown;
    result?: unknown;
    error?: unknown;
    params?: { uri: string; diagnostics: { code: string }[] };
  }[] = [];
  let server: LanguageServer;
  const uri = () => pathToFileURL(join(root, "main.tf")).href;
  const published = async () => {
    for (let tries = 0; tries < 100; tries++) {
      const found = sent.findLast(
        ({ method, params }) => method === "textDocument/publishDiagnostics" && params?.uri === uri(),
      );
      if (found) return found.params?.diagnostics ?? [];
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("nothing was published");
  };

  const open = `resource "azurerm_network_interface" "a" {
  ip_configuration {
    name                 = "x"
    public_ip_address_id = azurerm_public_ip.a.id
  }
}
resource "azurerm_public_ip" "a" {
  name = "pip"
}
`;

  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "isolint-")));
    writeFileSync(join(root, "main.tf"), "");
    server = new LanguageServer((message) => sent.push(message));
    server.handle({ id: 1, method: "initialize", params: { rootUri: pathToFileURL(root).href } });
  });
  afterAll(() => {
    server.handle({ id: 9, method: "shutdown" });
    rmSync(root, { recursive: true });
  });

  test("answers with what it can, and refuses what it cannot", () => {
    server.handle({ id: 2, method: "textDocument/rename", params: {} });
    expect(sent).toMatchObject([
      { id: 1, result: { serverInfo: { name: "isolint" } } },
      { id: 2, error: { code: -32601 } },
    ]);
  });

  test("publishes findings of the text that is open, not of the one on disk, and takes them back when they are gone", async () => {
    server.handle({ method: "textDocument/didOpen", params: { textDocument: { uri: uri(), text: open } } });
    expect((await published()).map(({ code }) => code)).toContain("public-access/public-ip-on-compute");
    sent.length = 0;
    server.handle({
      method: "textDocument/didChange",
      params: { textDocument: { uri: uri() }, contentChanges: [{ text: "" }] },
    });
    expect(await published()).toEqual([]);
  });

  test("exit before shutdown is a fault, after it is not", () => {
    expect(server.handle({ method: "exit" })).toBe(1);
  });
});
