/** The unpacked parts of an .xlsx, as text, and how they point at each other. */
export class PackageParts {
  private readonly contents = new Map<string, Uint8Array>();

  constructor(files: Readonly<Record<string, { content?: unknown }>>) {
    for (const [path, file] of Object.entries(files)) {
      if (file.content instanceof Uint8Array) this.contents.set(withoutSlash(path), file.content);
    }
  }

  text(path: string): string | null {
    const content = this.contents.get(withoutSlash(path));
    return content === undefined ? null : new TextDecoder().decode(content);
  }

  /** Relation id to the path it points at, for the part at `path`. */
  relationsOf(path: string): Map<string, string> {
    const slash = path.lastIndexOf("/");
    const folder = path.slice(0, slash + 1);
    const text = this.text(`${folder}_rels/${path.slice(slash + 1)}.rels`) ?? "";
    const relations = new Map<string, string>();
    for (const [, attributes] of text.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)) {
      const id = attributeOf(attributes!, "Id");
      const target = attributeOf(attributes!, "Target");
      if (id !== null && target !== null) relations.set(id, resolvePath(folder, target));
    }
    return relations;
  }
}

/** An attribute of a tag's inside, entities decoded; null where it is missing. */
export function attributeOf(tag: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match === null ? null : decodeEntities(match[1] ?? match[2] ?? "");
}

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (hex !== undefined) return characterAt(parseInt(String(hex), 16), whole);
    if (decimal !== undefined) return characterAt(Number(decimal), whole);
    return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[String(name)] ?? whole;
  });
}

function characterAt(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = folder.split("/").filter((part) => part !== "");
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function withoutSlash(path: string): string {
  return path.startsWith("/") ? path.slice(1) : path;
}
