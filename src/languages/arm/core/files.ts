import type { SourceFile } from "../../../source/index.ts";
import { isOpaque, type Template } from "./template.ts";

/** The files that a template is read from: its own, and those of the templates that it deploys. */
export function filesOf(template: Template): ReadonlySet<SourceFile> {
  const files = new Set<SourceFile>();
  const seen = new Set<Template>();
  const open: Template[] = [template];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    files.add(next.file);
    for (const { deployment } of next.resources)
      if (deployment && !isOpaque(deployment.template)) open.push(deployment.template);
  }
  return files;
}
