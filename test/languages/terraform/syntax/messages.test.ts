import { parseHcl } from "../../../../src/languages/terraform/syntax/index.ts";
import { FIXTURES, filesBelow, readFixture, reported } from "./tree.ts";

// `npm test -- messages -u` writes the messages anew.
test.each(filesBelow(`${FIXTURES}/broken`, [".tf"]))("what is said about %s", (path) => {
  expect(reported(parseHcl(readFixture(path)))).toMatchSnapshot();
});
