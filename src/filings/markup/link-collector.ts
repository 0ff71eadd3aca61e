import { type InnerLink } from "../blocks";

interface LinkTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string> | null;
}

/** Every page of a filing links back to its contents, some notes link to each other: no person's filing has more. */
const mostLinks = 20_000;

/** Marks where links within the page stand and where they lead. */
export class LinkCollector {
  private readonly targets: ReadonlySet<string>;
  private readonly keyOfTarget = new Map<string, number>();
  private readonly links: { readonly fromKey: number; readonly target: string }[] = [];
  private lastKey = 0;

  constructor(
    markup: string,
    private readonly mark: (key: number) => void,
  ) {
    this.targets = targetsIn(markup);
  }

  open(tag: LinkTag): void {
    if (this.targets.size === 0 || tag.attributes === null) return;
    const name = tag.attributes.get("id") ?? tag.attributes.get("name");
    if (name !== undefined && this.targets.has(name) && !this.keyOfTarget.has(name)) {
      this.keyOfTarget.set(name, this.placeMark());
    }
    if (tag.name !== "a" || this.links.length >= mostLinks) return;
    const href = tag.attributes.get("href");
    if (href?.startsWith("#") === true) this.links.push({ fromKey: this.placeMark(), target: href.slice(1) });
  }

  /** Links whose target never came are left out. */
  finish(): InnerLink[] {
    return this.links.flatMap(({ fromKey, target }) => {
      const toKey = this.keyOfTarget.get(target);
      return toKey === undefined ? [] : [{ fromKey, toKey }];
    });
  }

  private placeMark(): number {
    this.lastKey--;
    this.mark(this.lastKey);
    return this.lastKey;
  }
}

/** Names that links lead to, found before the walk: most elements with an id are nobody's target and cost no mark. */
function targetsIn(markup: string): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const quote of ['"', "'"]) {
    const opening = `=${quote}#`;
    for (let at = markup.indexOf(opening); at >= 0; at = markup.indexOf(opening, at + 3)) {
      if (markup.slice(at - 4, at).toLowerCase() !== "href") continue;
      const end = markup.indexOf(quote, at + 3);
      if (end < 0 || targets.size >= mostLinks) return targets;
      if (end - at < 200) targets.add(markup.slice(at + 3, end));
    }
  }
  return targets;
}
