import { Diagnostics, didYouMean, nearestName, SourceFile, span } from "../../src/source/index.ts";

describe("diagnostics", () => {
  const file = new SourceFile("a.tf", "one two");

  test("are told once for each place", () => {
    const diagnostics = new Diagnostics();
    diagnostics.error("parse-error", "A bracket is missing.", span(file, 0, 3));
    diagnostics.error("parse-error", "A bracket is missing.", span(file, 0, 3));
    diagnostics.error("parse-error", "A bracket is missing.", span(file, 4, 7));
    diagnostics.warning("missing-module", "It is not installed.");
    diagnostics.info("missing-module", "It is not installed.");
    expect(diagnostics.all.map(({ severity, span: at }) => [severity, at?.start])).toEqual([
      ["error", 0],
      ["error", 4],
      ["warning", undefined],
    ]);
  });
});

describe("a name that is not known", () => {
  const names = ["publicNetworkAccess", "networkAcls", "minimumTlsVersion"];

  test.each([
    ["publicNetworkAcess", "publicNetworkAccess"],
    ["PUBLICNETWORKACCESS", "publicNetworkAccess"],
    ["netwrokAcls", "networkAcls"],
    ["ipRules", undefined],
    ["", undefined],
  ])("'%s' was meant to be %s", (written, meant) => {
    expect(nearestName(written, names)).toBe(meant);
  });

  test("ends the message with a question where there is a near one", () => {
    expect(didYouMean("networkAcl", names)).toBe(". Did you mean 'networkAcls'?");
    expect(didYouMean("somethingElse", names)).toBe(".");
  });
});
