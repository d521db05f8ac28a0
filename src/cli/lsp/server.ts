import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { reportedDiagnostic } from "../../engine/index.ts";
import { lint } from "../../lint/index.ts";
import type { Finding, ReportedDiagnostic } from "../../rule/index.ts";
import type { Location } from "../../source/index.ts";
import { FileReader, OpenDocuments, repositoryOf } from "../files/index.ts";
import { allRules } from "../known-rules.ts";
import { loadPlugins } from "../plugins.ts";
import { version } from "../version.ts";
import type { Message } from "./messages.ts";

/** Severities of the protocol. */
const SEVERITY = { error: 1, warning: 2, info: 3 } as const;
/** How long the server waits for the next key stroke, in milliseconds. */
const PAUSE = 300;

/** A language server: lints the workspace with the texts that are open in the editor, and publishes what it finds. */
export class LanguageServer {
  readonly #send: (message: object) => void;
  readonly #texts = new Map<string, string>();
  /** Files that have diagnostics in the editor now. */
  #published = new Set<string>();
  #root = process.cwd();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isShutDown = false;

  constructor(send: (message: object) => void) {
    this.#send = send;
  }

  /** Handles one message; the exit code when it was the last one. */
  handle({ id, method, params }: Message): number | undefined {
    const { rootUri, textDocument, contentChanges } = (params ?? {}) as EditorParams;
    switch (method) {
      case "initialize":
        if (rootUri) this.#root = pathOf(rootUri) ?? this.#root;
        this.#send({
          id,
          result: { capabilities: { textDocumentSync: 1 }, serverInfo: { name: "isolint", version } },
        });
        return undefined;
      case "textDocument/didOpen":
      case "textDocument/didChange":
        this.#setText(textDocument?.uri, contentChanges?.at(-1)?.text ?? textDocument?.text);
        return undefined;
      case "textDocument/didClose":
        this.#setText(textDocument?.uri, undefined);
        return undefined;
      case "initialized":
      case "textDocument/didSave":
      case "workspace/didChangeWatchedFiles":
        this.#schedule();
        return undefined;
      case "shutdown":
        this.#isShutDown = true;
        clearTimeout(this.#timer);
        void this.#running.then(() => this.#send({ id, result: null }));
        return undefined;
      case "exit":
        return this.#isShutDown ? 0 : 1;
      default:
        if (id !== undefined && method !== undefined)
          this.#send({ id, error: { code: -32601, message: `${method} is not supported` } });
        return undefined;
    }
  }

  #setText(uri: string | undefined, text: string | undefined): void {
    const path = uri === undefined ? undefined : pathOf(uri);
    if (path === undefined) return;
    if (text === undefined) this.#texts.delete(path);
    else this.#texts.set(path, text);
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running
        .then(() => this.#lint())
        .catch((error: Error) => this.#send(logged(error)));
    }, PAUSE);
  }

  async #lint(): Promise<void> {
    if (this.#isShutDown) return;
    const disk = new FileReader({ cwd: this.#root, roots: [repositoryOf(this.#root)] });
    const texts = [...this.#texts].map(([path, text]) => [disk.relative(path), text] as const);
    const reader = new OpenDocuments(disk, texts);
    const plugins = await loadPlugins({ reader, cwd: this.#root, config: undefined });
    const { report } = await lint({
      reader,
      paths: [],
      rules: plugins.rules,
      diagnostics: plugins.diagnostics.map(reportedDiagnostic),
      today: new Date().toISOString().slice(0, 10),
    });
    const byPath = new Map<string, object[]>();
    const add = (path: string, diagnostic: object): void =>
      void byPath.set(path, [...(byPath.get(path) ?? []), diagnostic]);
    for (const finding of report.findings) add(finding.location.path, this.#finding(finding));
    for (const one of report.diagnostics)
      if (one.location) add(one.location.path, diagnosticOf(one, one.location));
    for (const path of this.#published) if (!byPath.has(path)) this.#publish(path, []);
    for (const [path, diagnostics] of byPath) this.#publish(path, diagnostics);
    this.#published = new Set(byPath.keys());
  }

  #publish(path: string, diagnostics: readonly object[]): void {
    this.#send({ method: "textDocument/publishDiagnostics", params: { uri: this.#uri(path), diagnostics } });
  }

  #finding({ rule, severity, message, remedy, location, trace }: Finding): object {
    const link = allRules().find(({ id }) => id === rule)?.links[0];
    return {
      range: rangeOf(location),
      severity: SEVERITY[severity],
      code: rule,
      ...(link && { codeDescription: { href: link } }),
      source: "isolint",
      message: remedy ? `${message}\n${remedy}` : message,
      relatedInformation: trace.flatMap((step) =>
        step.location
          ? [
              {
                location: { uri: this.#uri(step.location.path), range: rangeOf(step.location) },
                message: step.message,
              },
            ]
          : [],
      ),
    };
  }

  #uri(path: string): string {
    return pathToFileURL(resolve(this.#root, path)).href;
  }
}

/** A fault of isolint itself goes into the editor's log; the server goes on. */
function logged({ message }: Error): object {
  return { method: "window/logMessage", params: { type: 1, message: `isolint: ${message}` } };
}

/** The parameters of the messages that are handled, as far as they are looked at. */
interface EditorParams {
  readonly rootUri?: string | null;
  readonly textDocument?: { readonly uri?: string; readonly text?: string };
  readonly contentChanges?: readonly { readonly text: string }[];
}

function diagnosticOf({ severity, code, message }: ReportedDiagnostic, location: Location): object {
  return { range: rangeOf(location), severity: SEVERITY[severity], code, source: "isolint", message };
}

/** The protocol counts from 0, in UTF-16 code units. */
function rangeOf({ start, end }: Location): object {
  const position = ({ line, column }: Location["start"]): object => ({
    line: line - 1,
    character: column - 1,
  });
  return { start: position(start), end: position(end) };
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
