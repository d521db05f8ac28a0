import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What every bundle of this package has in common: the package's own name leads to its source. */
export const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  charset: "utf8",
  mainFields: ["module", "main"],
  alias: { "isolint/testing": "./src/testing.ts", isolint: "./src/index.ts" },
  define: { ISOLINT_VERSION: JSON.stringify(version) },
  logLevel: "warning",
};

/** The first of these paths, relative to the root, that exists. */
export const firstOf = (...paths) => paths.find((path) => existsSync(join(root, path)));
