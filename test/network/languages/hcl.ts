/** Text that stands in Terraform source as it is. */
export class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A block's content: arguments, and blocks inside it by name. */
export class Block {
  readonly #args = new Map<string, unknown>();
  readonly #blocks = new Map<string, Block[]>();

  set(name: string, value: unknown): this {
    this.#args.set(name, value);
    return this;
  }

  has(name: string): boolean {
    return this.#args.has(name);
  }

  get(name: string): unknown {
    return this.#args.get(name);
  }

  /** The nth block of a name; made where it is missing. */
  inner(name: string, at = 0): Block {
    const list = this.#blocks.get(name) ?? [];
    this.#blocks.set(name, list);
    while (list.length <= at) list.push(new Block());
    return list[at] as Block;
  }

  all(name: string): readonly Block[] {
    return this.#blocks.get(name) ?? [];
  }

  put(name: string, block: Block): void {
    this.#blocks.set(name, [...this.all(name), block]);
  }

  /** Takes over what another block holds. */
  take(other: Block): void {
    for (const [name, value] of other.#args) this.#args.set(name, value);
    for (const [name, list] of other.#blocks) this.#blocks.set(name, list);
  }

  print(indent = ""): string {
    const inner = `${indent}  `;
    const args = [...this.#args].map(([name, value]) => `${inner}${name} = ${printed(value, inner)}\n`);
    const blocks = [...this.#blocks].flatMap(([name, list]) =>
      list.map((block) => `${inner}${name} ${block.print(inner)}\n`),
    );
    return `{\n${args.join("")}${blocks.join("")}${indent}}`;
  }
}

function printed(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => printed(item, indent)).join(", ")}]`;
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, item]) => {
    const name = /^[A-Za-z_]\w*$/.test(key) ? key : quoted(key);
    return `${inner}${name} = ${printed(item, inner)}\n`;
  });
  return entries.length === 0 ? "{}" : `{\n${entries.join("")}${indent}}`;
}

export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("${", "$${").replaceAll("%{", "%%{");
}
