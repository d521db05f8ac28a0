import { readFileSync } from "node:fs";
import { version } from "../../src/cli/version.ts";

test("the version is that of the package", () => {
  expect(version).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});
