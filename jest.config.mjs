import { readFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** The source is ESM; swc turns it into CommonJS for the tests, which Jest runs fastest (docs/decisions/0003). */
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testEnvironment: "node",
  transform: {
    "\\.ts$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript" }, target: "es2023" },
        module: { type: "commonjs" },
        sourceMaps: "inline",
      },
    ],
  },
  moduleNameMapper: {
    "^isolint$": "<rootDir>/src/index.ts",
    "^isolint/testing$": "<rootDir>/src/testing.ts",
  },
  // `src/dev/build.mjs` puts the same name into the bundle.
  globals: { ISOLINT_VERSION: version },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/fixtures/"],
};
