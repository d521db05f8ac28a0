import { type Graph, nameKey, type Resource, type Service } from "isolint";

/** Children of a storage account, by the group that leads to them. */
const USES = Object.entries({
  "microsoft.storage/storageaccounts/blobservices/containers": "blob",
  "microsoft.storage/storageaccounts/fileservices/shares": "file",
  "microsoft.storage/storageaccounts/queueservices/queues": "queue",
  "microsoft.storage/storageaccounts/tableservices/tables": "table",
});

/** A part of an account that the code declares, and the group through which it is reached. */
export interface Use {
  readonly group: string;
  readonly child: Resource;
}

const NONE: readonly Use[] = [];

/** What the code uses of an account. */
export function usesOf({ resource }: Service, graph: Graph): readonly Use[] {
  if (resource.type.toLowerCase() !== "microsoft.storage/storageaccounts") return NONE;
  const uses = usesByAccount(graph);
  return uses.size === 0 ? NONE : (uses.get(nameKey(resource.name)) ?? NONE);
}

const byGraph = new WeakMap<Graph, ReadonlyMap<string, readonly Use[]>>();

/** By the account's name: children lie two levels below it, and no other account in Azure has its name. */
function usesByAccount(graph: Graph): ReadonlyMap<string, readonly Use[]> {
  const known = byGraph.get(graph);
  if (known) return known;
  const uses = new Map<string, Use[]>();
  for (const [type, group] of USES) {
    for (const child of graph.ofType(type)) {
      const [account] = child.id.names;
      if (!account) continue;
      const key = nameKey(account);
      const own = uses.get(key);
      if (own) own.push({ group, child });
      else uses.set(key, [{ group, child }]);
    }
  }
  byGraph.set(graph, uses);
  return uses;
}
