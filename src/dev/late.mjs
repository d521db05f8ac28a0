/** An esbuild plug-in: functions of one of Node's own modules load it when they are first called, which most runs never do. */
export function late(module, names) {
  const filter = new RegExp(`^${module}$`);
  return {
    name: `late ${module}`,
    setup(build) {
      build.onResolve({ filter }, ({ namespace }) =>
        namespace === "late" ? { path: module, external: true } : { path: module, namespace: "late" },
      );
      build.onLoad({ filter, namespace: "late" }, () => ({
        contents: names
          .map((name) => `export const ${name} = (...given) => require("${module}").${name}(...given);`)
          .join("\n"),
      }));
    },
  };
}
