/** An esbuild plug-in: functions and classes of a module load it when they are first called, which most runs never do. */
export function late(module, names) {
  const filter = new RegExp(`^${module}$`);
  return {
    name: `late ${module}`,
    setup(build) {
      build.onResolve({ filter }, ({ namespace, kind, resolveDir, pluginData }) => {
        if (pluginData?.isFound) return undefined;
        if (namespace !== "late") return { path: module, namespace: "late", pluginData: { resolveDir } };
        if (module.startsWith("node:")) return { path: module, external: true };
        // A package is in the bundle all the same: found as whoever asked for it would find it.
        return build.resolve(module, {
          kind,
          resolveDir: pluginData.resolveDir,
          pluginData: { isFound: true },
        });
      });
      build.onLoad({ filter, namespace: "late" }, ({ pluginData }) => ({
        contents: names
          .map(
            (name) => `export function ${name}(...given) {
              const own = require("${module}").${name};
              return new.target ? new own(...given) : own(...given);
            }`,
          )
          .join("\n"),
        pluginData,
      }));
    },
  };
}
