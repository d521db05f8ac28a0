import { inspect, LANGUAGES } from "../../lint/index.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { openReader } from "../input.ts";
import type { Terminal } from "../output.ts";
import { oneOf, parseFlags } from "../usage.ts";
import { inputFlags } from "./lint-flags.ts";

/** `isolint inspect`: the normalised model as JSON, for rule authors and bug reports. */
export async function inspectCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths } = parseFlags(args, inputFlags);
  const { reader, paths: relative, named } = await openReader(values, paths, terminal);
  const model = await inspect({
    reader,
    paths: relative,
    inputs: named.inputs,
    ...(named.config !== undefined && { config: named.config }),
    ...(values.language !== undefined && { languages: [oneOf("language", values.language, LANGUAGES)] }),
  });
  terminal.out(`${JSON.stringify(model, undefined, 2)}\n`);
  return model.diagnostics.some(({ severity }) => severity === "error") ? EXIT.trouble : EXIT.clean;
}
