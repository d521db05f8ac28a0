/** An esbuild plug-in: functions and classes of a module load it when they are first used, which most runs never do. */
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
            (name) => `export const ${name} = new Proxy(function () {}, {
              get: (_, key) => Reflect.get(require("${module}").${name}, key),
              apply: (_, self, given) => Reflect.apply(require("${module}").${name}, self, given),
              construct: (_, given) => Reflect.construct(require("${module}").${name}, given),
            });`,
          )
          .join("\n"),
        pluginData,
      }));
    },
  };
}
