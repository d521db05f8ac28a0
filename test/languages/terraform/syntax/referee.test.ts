import { parse } from "@cdktf/hcl2json";
import { parseHcl } from "../../../../src/languages/terraform/syntax/index.ts";
import { toHcl2Json } from "./hcl2json.ts";
import { filesBelow, readFixture } from "./tree.ts";

/** What HashiCorp's parser makes of a text; undefined when it rejects it. */
async function theirs(path: string, text: string): Promise<unknown> {
  try {
    return await parse(path, text);
  } catch {
    return undefined;
  }
}

const files = filesBelow("fixtures", [".tf", ".tofu", ".tfvars"]);

test("there are files to compare", () => {
  expect(files.length).toBeGreaterThan(60);
});

test.each(files)("%s means the same to HashiCorp's parser", async (path) => {
  const file = readFixture(path);
  const ours = parseHcl(file);
  const expected = await theirs(path, file.text);
  const accepted = ours.diagnostics.length === 0;
  expect(accepted ? JSON.parse(JSON.stringify(toHcl2Json(ours))) : undefined).toEqual(expected);
});
