import { forTerminal } from "../../reporters/index.ts";
import { baseName, nearestName } from "../../source/index.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Terminal } from "../output.ts";
import { UsageError } from "../usage.ts";
import { version } from "../version.ts";

type Command = (args: readonly string[], terminal: Terminal) => ExitCode | Promise<ExitCode>;

interface ListedCommand {
  readonly help: string;
  readonly load: () => Promise<Command>;
}

/** Commands by name; linting needs no name. Each is loaded when it is called. */
const COMMANDS: Readonly<Record<string, ListedCommand>> = {
  lint: {
    help: "lint files and folders (the default)",
    load: async () => (await import("./lint.ts")).lintCommand,
  },
  rules: { help: "list the rules", load: async () => (await import("./rules.ts")).rulesCommand },
  explain: { help: "show a rule's page", load: async () => (await import("./explain.ts")).explainCommand },
  reach: {
    help: "print who can reach what, and over which path",
    load: async () => (await import("./reach.ts")).reachCommand,
  },
  report: {
    help: "write a page with picture, isolation, reachability and findings",
    load: async () => (await import("./report.ts")).reportCommand,
  },
  graph: {
    help: "draw the network",
    load: async () => (await import("./graph.ts")).graphCommand,
  },
  inspect: {
    help: "print the normalised model as JSON",
    load: async () => (await import("./inspect.ts")).inspectCommand,
  },
  diff: {
    help: "show what changes for isolation between two git refs",
    load: async () => (await import("./diff.ts")).diffCommand,
  },
  merge: {
    help: "join the JSON reports of several shards",
    load: async () => (await import("./merge.ts")).mergeCommand,
  },
  lsp: {
    help: "language server on standard input and output",
    load: async () => (await import("./lsp.ts")).lspCommand,
  },
  init: {
    help: "write a commented configuration",
    load: async () => (await import("./init.ts")).initCommand,
  },
};

/** Runs the command that the arguments name. Never rejects: a fault of isolint itself ends with exit code 2 too. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) terminal.error(`isolint: ${forTerminal(error.message)}\n`);
    else
      terminal.error(
        `isolint: this should not have happened, please report it.\n${error instanceof Error ? error.stack : error}\n`,
      );
    return EXIT.trouble;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first = ""] = args;
  const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  const rest = command ? args.slice(1) : args;
  const end = rest.indexOf("--");
  if ((end === -1 ? rest : rest.slice(0, end)).some((arg) => arg === "--help" || arg === "-h")) {
    terminal.out(await helpFor(command ? first : ""));
    return EXIT.clean;
  }
  if (command) return (await command.load())(rest, terminal);
  const { lintCommand } = await import("./lint.ts");
  try {
    return await lintCommand(args, terminal);
  } catch (error) {
    // A lone word that is no path may be a mistyped command.
    const meant =
      error instanceof UsageError && args.length === 1
        ? nearestName(first, Object.keys(COMMANDS))
        : undefined;
    if (meant === undefined || baseName(first) !== first || !(error instanceof Error)) throw error;
    throw new UsageError(`${error.message} Did you mean the command '${meant}'?`);
  }
}

async function helpFor(command: string): Promise<string> {
  const { flagHelp } = await import("../usage.ts");
  const { inputFlags, lintFlags } = await import("./lint-flags.ts");
  const common = { help: { type: "boolean", short: "h", help: "print this help" } } as const;
  switch (command) {
    case "rules":
      return `Usage: isolint rules [flags]\n\n${flagHelp({ ...(await import("./rules.ts")).rulesFlags, ...common })}`;
    case "explain":
      return `Usage: isolint explain <rule>\n\n${flagHelp(common)}`;
    case "reach":
      return `Usage: isolint reach [flags] [paths…]\n\n${flagHelp({ ...(await import("./reach.ts")).reachFlags, ...common })}`;
    case "report":
      return `Usage: isolint report [flags] [paths…]\n\n${flagHelp({ ...(await import("./report.ts")).reportFlags, ...common })}`;
    case "graph":
      return `Usage: isolint graph [flags] [paths…]\n\n${flagHelp({ ...(await import("./graph.ts")).graphFlags, ...common })}`;
    case "inspect":
      return `Usage: isolint inspect [flags] [paths…]\n\n${flagHelp({ ...inputFlags, ...common })}`;
    case "lsp":
      return "Usage: isolint lsp\n\nSpeaks the language server protocol on standard input and output.\n";
    case "diff":
      return `Usage: isolint diff [flags] <base> [head]\n\nWithout a head, the working tree is compared.\n\n${flagHelp({ ...(await import("./diff.ts")).diffFlags, ...common })}`;
    case "merge":
      return `Usage: isolint merge [flags] <reports…>\n\n${flagHelp({ ...(await import("./merge.ts")).mergeFlags, ...common })}`;
    case "init":
      return `Usage: isolint init [flags]\n\n${flagHelp({ ...(await import("./init.ts")).initFlags, ...common })}`;
    default:
      return generalHelp(
        flagHelp({
          ...lintFlags,
          ...common,
          version: { type: "boolean", short: "V", help: "print the version" },
        }),
      );
  }
}

function generalHelp(flags: string): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const commands = Object.entries(COMMANDS).map(([name, { help }]) => `  ${name.padEnd(width)}  ${help}\n`);
  return `isolint ${version}: proves from Terraform, ARM and Bicep who can reach an Azure service

Usage: isolint [flags] [paths…]
       isolint <command> [flags]

A path is a file or a folder, or - for standard input. No path means the current folder.

Commands:
${commands.join("")}
Flags:
${flags}
Exit codes: 0 nothing found, 1 findings, 2 isolint could not do its work.
`;
}
