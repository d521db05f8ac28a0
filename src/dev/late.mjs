/** An esbuild plug-in: functions and classes of one of Node's own modules load it when they are first called, which most runs never do. */
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
          .map(
            (name) => `export function ${name}(...given) {
              const own = require("${module}").${name};
              return new.target ? new own(...given) : own(...given);
            }`,
          )
          .join("\n"),
      }));
    },
  };
}
