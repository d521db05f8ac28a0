import { type Graph, nameKey, type Resource, type Service } from "isolint";

/** Children of a storage account, by the group that leads to them. */
const USES: Readonly<Record<string, string>> = {
  "microsoft.storage/storageaccounts/blobservices/containers": "blob",
  "microsoft.storage/storageaccounts/fileservices/shares": "file",
  "microsoft.storage/storageaccounts/queueservices/queues": "queue",
  "microsoft.storage/storageaccounts/tableservices/tables": "table",
};

/** A part of an account that the code declares, and the group through which it is reached. */
export interface Use {
  readonly group: string;
  readonly child: Resource;
}

/** What the code uses of an account. Children lie two levels below it, and no other account in Azure has its name. */
export function usesOf({ resource }: Service, graph: Graph): readonly Use[] {
  if (resource.type.toLowerCase() !== "microsoft.storage/storageaccounts") return [];
  const account = nameKey(resource.name);
  return Object.entries(USES).flatMap(([type, group]) =>
    graph
      .ofType(type)
      .filter(({ id: { names } }) => names[0] && nameKey(names[0]) === account)
      .map((child) => ({ group, child })),
  );
}
