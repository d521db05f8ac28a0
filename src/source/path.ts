/**
 * Joins paths with `/` and resolves `.` and `..` by text alone. `.` is the empty path's name.
 * Segments above the start are kept (`../x`), so that the reader can refuse them.
 */
export function joinPath(...parts: readonly string[]): string {
  const segments: string[] = [];
  let absolute = false;
  for (const part of parts) {
    if (part.startsWith("/")) {
      segments.length = 0;
      absolute = true;
    }
    for (const segment of part.split("/")) {
      if (segment === "" || segment === ".") continue;
      if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
      else if (segment !== ".." || !absolute) segments.push(segment);
    }
  }
  const joined = segments.join("/");
  return absolute ? `/${joined}` : joined || ".";
}

/** The folder of a path; `.` for a bare name. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash === -1) return ".";
  return slash === 0 ? "/" : path.slice(0, slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
