import { folderOf, joinPath, type Reader } from "../../../source/index.ts";
import { type JsonNode, propertiesOf, propertyOf, readJson, stringOf } from "../../arm/json/index.ts";

/** The module aliases of a `bicepconfig.json`, with those that Bicep itself brings. */
export interface ModuleAliases {
  readonly registries: ReadonlyMap<string, { readonly registry: string; readonly modulePath?: string }>;
  readonly templateSpecs: ReadonlyMap<
    string,
    { readonly subscription: string; readonly resourceGroup: string }
  >;
}

/** What Bicep knows without any configuration. */
const PUBLIC = ["public", { registry: "mcr.microsoft.com", modulePath: "bicep" }] as const;

const NO_CONFIGURATION: ModuleAliases = { registries: new Map([PUBLIC]), templateSpecs: new Map() };

/** Finds the `bicepconfig.json` that holds for a folder: the nearest one above it, within the repository. */
export class BicepConfigurations {
  readonly #reader: Reader;
  readonly #byFolder = new Map<string, ModuleAliases>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  aliasesFor(folder: string): ModuleAliases {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const aliases = this.#read(joinPath(folder, "bicepconfig.json")) ?? this.#above(folder);
    this.#byFolder.set(folder, aliases);
    return aliases;
  }

  #above(folder: string): ModuleAliases {
    const parent =
      folder === "." || folder.split("/").every((part) => part === "..")
        ? joinPath(folder, "..")
        : folderOf(folder);
    if (parent === folder || this.#reader.kind(parent) !== "directory" || parent.split("/").length > 64)
      return NO_CONFIGURATION;
    return this.aliasesFor(parent);
  }

  #read(path: string): ModuleAliases | undefined {
    const file = this.#reader.read(path);
    if (typeof file === "string") return undefined;
    const aliases = propertyOf(readJson(file).root, "moduleAliases");
    const text = (node: JsonNode, name: string): string | undefined => stringOf(propertyOf(node, name));
    return {
      registries: new Map([
        PUBLIC,
        ...propertiesOf(propertyOf(aliases, "br")).map(({ key, value }) => {
          const modulePath = text(value, "modulePath");
          return [
            key,
            { registry: text(value, "registry") ?? "", ...(modulePath !== undefined && { modulePath }) },
          ] as const;
        }),
      ]),
      templateSpecs: new Map(
        propertiesOf(propertyOf(aliases, "ts")).map(({ key, value }) => [
          key,
          {
            subscription: text(value, "subscription") ?? "",
            resourceGroup: text(value, "resourceGroup") ?? "",
          },
        ]),
      ),
    };
  }
}
