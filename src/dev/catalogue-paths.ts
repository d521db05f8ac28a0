import type { AddressList, NetworkList, PublicAccessType } from "../azure/index.ts";

/** Every property path that an entry of the catalogue names, by the type that has it; `[]` steps into a list. */
export function pathsOf(entry: PublicAccessType): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  const add = (type: string, path: string | undefined): void => {
    if (path === undefined) return;
    const list = paths.get(type) ?? [];
    if (!list.includes(path)) list.push(path);
    paths.set(type, list);
  };
  const own = (path: string | undefined): void => add(entry.type, path);
  own(entry.switch?.path);
  entry.switch?.also?.forEach(own);
  own(entry.firewallState?.path);
  own(entry.defaultAction);
  own(entry.networkFilter);
  own(entry.bypass?.path);
  own(entry.privateMode?.path);
  own(entry.requestTypes?.allow);
  own(entry.requestTypes?.deny);
  entry.injection?.forEach(own);
  if (entry.instances) below(entry.instances.list, entry.instances.id).forEach(own);
  for (const path of listPaths(entry.addresses ?? [], entry.networks ?? [])) own(path);
  for (const child of entry.children ?? []) {
    for (const path of [
      child.switch,
      child.defaultAction,
      child.bypass?.path,
      child.start,
      child.end,
      child.value,
      child.subnet,
    ]) {
      add(child.type, path);
    }
    for (const path of listPaths(child.addresses ?? [], child.networks ?? [])) add(child.type, path);
  }
  return paths;
}

function below(list: string, path: string | undefined): string[] {
  return path === undefined ? [] : [path === "" ? `${list}[]` : `${list}[].${path}`];
}

function listPaths(addresses: readonly AddressList[], networks: readonly NetworkList[]): readonly string[] {
  return [
    ...addresses.flatMap((one) =>
      "text" in one
        ? []
        : [one.value, one.end, one.action, one.subnet, one.tag].flatMap((path) => below(one.list, path)),
    ),
    ...networks.flatMap((one) => [one.subnet, one.action].flatMap((path) => below(one.list, path))),
  ];
}
