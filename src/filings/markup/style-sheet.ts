import { joinChanges, readStyle, type StyleChange } from "./element-style";

const mostCharacters = 400_000;
const mostRules = 5000;
const mostClasses = 50;
const comment = /\/\*[\s\S]*?(?:\*\/|$)/g;
/** ".indent", "td.total", "p": what needs no more than the element to be decided. */
const simpleSelector = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$/i;

/** The rules of a page's <style> elements for classes and elements, as far as one element alone decides them. */
export class StyleSheet {
  private readonly changes = new Map<string, StyleChange>();
  private characters = 0;

  get isEmpty(): boolean {
    return this.changes.size === 0;
  }

  /** Rules that come later win; those for other media, and what is beyond all measure, are left out. */
  add(css: string): void {
    const taken = css.slice(0, Math.max(0, mostCharacters - this.characters)).replace(comment, "");
    this.characters += css.length;
    let at = 0;
    while (this.changes.size < mostRules) {
      const open = taken.indexOf("{", at);
      const close = open < 0 ? -1 : taken.indexOf("}", open);
      if (close < 0) return;
      const selectors = taken.slice(at, open).trim();
      if (selectors.startsWith("@")) {
        at = endOfRule(taken, open);
        continue;
      }
      this.addRule(selectors, readStyle(taken.slice(open + 1, close)));
      at = close + 1;
    }
  }

  /** What the rules change on an element; null where none speaks of it. */
  changeOf(name: string, classes: string | undefined): StyleChange | null {
    let change = this.changes.get(name) ?? null;
    for (const one of classes === undefined ? [] : classes.trim().split(/\s+/, mostClasses)) {
      for (const key of [`.${one}`, `${name}.${one}`]) {
        const more = this.changes.get(key);
        if (more !== undefined) change = change === null ? more : joinChanges(change, more);
      }
    }
    return change;
  }

  private addRule(selectors: string, change: StyleChange): void {
    for (const selector of selectors.split(",", mostClasses)) {
      const match = simpleSelector.exec(selector.trim());
      if (match === null || (match[1] === undefined && match[2] === undefined)) continue;
      const key = `${match[1]?.toLowerCase() ?? ""}${match[2] === undefined ? "" : `.${match[2]}`}`;
      const before = this.changes.get(key);
      this.changes.set(key, before === undefined ? change : joinChanges(before, change));
    }
  }
}

/** Behind the closing brace of a rule that holds rules. */
function endOfRule(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    const code = css.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at + 1;
  }
  return css.length;
}
