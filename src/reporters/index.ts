import type { Reporter } from "./reporter.ts";

export { forMarkup } from "./escape/markup.ts";
export { forTerminal } from "./escape/terminal.ts";
export type { ReportContext, ReportedRule, Reporter } from "./reporter.ts";
export { findingsText } from "./stylish/index.ts";

/** Formats by the name that `--format` takes; each is loaded when it is used. */
export const reporters = {
  stylish: async () => (await import("./stylish/index.ts")).stylish,
  json: async () => (await import("./json.ts")).json,
  sarif: async () => (await import("./sarif.ts")).sarif,
  junit: async () => (await import("./junit.ts")).junit,
  github: async () => (await import("./github.ts")).github,
  gitlab: async () => (await import("./gitlab.ts")).gitlab,
  "azure-devops": async () => (await import("./azure-devops.ts")).azureDevops,
  markdown: async () => (await import("./markdown.ts")).markdown,
  html: async () => (await import("./html.ts")).html,
  compact: async () => (await import("./compact.ts")).compact,
} satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type Format = keyof typeof reporters;
