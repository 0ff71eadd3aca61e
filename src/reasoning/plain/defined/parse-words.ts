import { conceptById } from "../../../concepts/dictionary";
import { type Asked } from "./asked-tree";
import { at, binary, changeOf, joined, marginOf, parted } from "./build-tree";
import { type Role } from "./formula-words";
import { type FormulaToken } from "./read-words";
import { describeToken, NotUnderstood, TokenCursor } from "./token-cursor";

export type ParsedWords =
  | {
      readonly ok: true;
      readonly asked: Asked;
      /** The other way to take words that leave open how far a division reaches; null where they do not. */
      readonly loose: Asked | null;
    }
  /** `at` is the word that was not understood; null where the formula ends too early. */
  | { readonly ok: false; readonly at: string | null };

const deepest = 24;

/** Reads tokens as one formula: arithmetic in signs or words, averages, changes, growth, shares. */
export function parseWords(tokens: readonly FormulaToken[]): ParsedWords {
  try {
    const asked = new Parser(tokens).whole();
    return { ok: true, asked, loose: parseLoosely(tokens) };
  } catch (error) {
    if (error instanceof NotUnderstood) return { ok: false, at: describeToken(error.token) };
    throw error;
  }
}

/** "A plus B divided by C" may mean the sum divided: only where nothing in brackets stands apart. */
function parseLoosely(tokens: readonly FormulaToken[]): Asked | null {
  let depth = 0;
  const divisions: number[] = [];
  let sums = 0;
  tokens.forEach((token, index) => {
    depth += token.kind === "open" ? 1 : token.kind === "close" ? -1 : 0;
    if (depth > 0 || token.kind !== "role") return;
    if (token.role === "over" || token.role === "share-of") divisions.push(index);
    if (token.role === "plus" || token.role === "minus") sums += 1;
  });
  const [at] = divisions;
  if (divisions.length !== 1 || sums === 0 || at === undefined) return null;
  try {
    const left = new Parser(tokens.slice(0, at)).whole();
    const right = new Parser(tokens.slice(at + 1)).whole();
    return { kind: "binary", operator: "/", left, right };
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

class Parser extends TokenCursor {
  private depth = 0;

  whole(): Asked {
    const asked = this.sum();
    this.skipCommas();
    if (this.at < this.tokens.length) throw new NotUnderstood(this.tokens[this.at]);
    return asked;
  }

  private sum(): Asked {
    if (++this.depth > deepest) throw new NotUnderstood(this.tokens[this.at]);
    let left = this.product();
    for (let role = this.roleNext(); role === "plus" || role === "minus"; role = this.roleNext()) {
      this.skipTo(role);
      left = binary(left, role === "plus" ? "+" : "-", this.product());
    }
    this.depth -= 1;
    return left;
  }

  private product(): Asked {
    let left = this.signed();
    for (;;) {
      const role = this.roleNext();
      if (role !== "times" && role !== "over" && role !== "share-of") return left;
      this.skipTo(role);
      const right = this.signed();
      left = binary(left, role === "times" ? "*" : "/", right, role === "share-of");
    }
  }

  private signed(): Asked {
    if (!this.isRole("minus")) return this.withPeriods();
    this.at += 1;
    return { kind: "negate", of: this.withPeriods() };
  }

  /** "FY2017 COGS", "average inventory between FY2016 and FY2017", "EBITDA margin", "3 year average of capex". */
  private withPeriods(): Asked {
    let when = this.periods();
    const count = this.yearCount();
    when ??= this.periods();
    let asked = this.factor(count);
    // "3 year average" has used the count; of "2 year revenue CAGR" it is still to be.
    let pending = asked.kind === "average" || asked.kind === "compound-growth" ? null : count;
    for (;;) {
      const after = this.periods();
      if (after !== null) {
        if (when !== null) throw new NotUnderstood(this.tokens[this.at - 1]);
        when = after;
      } else if (this.isRole("margin")) {
        this.at += 1;
        asked = marginOf(asked);
      } else if (this.isRole("growth") && asked.kind !== "growth") {
        this.at += 1;
        asked = { kind: "growth", of: asked, when: null };
      } else if (
        this.isRole("compound-growth") ||
        (this.tokens[this.at]?.kind === "years" && this.isRole("compound-growth", 1))
      ) {
        const years = this.yearCount() ?? pending;
        this.at += 1;
        pending = null;
        asked = { kind: "compound-growth", of: asked, when: null, count: years };
      } else if (!this.skipRepetition(asked)) break;
    }
    if (pending !== null) throw new NotUnderstood({ kind: "years", count: pending });
    return when === null ? asked : at(asked, when);
  }

  private factor(count: number | null): Asked {
    const token = this.tokens[this.at];
    if (token === undefined) throw new NotUnderstood(undefined);
    this.at += 1;
    switch (token.kind) {
      case "number":
        return { kind: "constant", value: token.percent ? token.value / 100 : token.value };
      case "concept":
        return { kind: "concept", id: token.id, when: null };
      case "defined":
        return { kind: "defined", index: token.index, when: null };
      case "open": {
        const inner = this.sum();
        this.skipCommas();
        if (this.tokens[this.at]?.kind !== "close") throw new NotUnderstood(this.tokens[this.at]);
        this.at += 1;
        return inner;
      }
      case "role":
        return this.ofRole(token.role, count, token);
      default:
        throw new NotUnderstood(token);
    }
  }

  private ofRole(role: Role, count: number | null, token: FormulaToken): Asked {
    switch (role) {
      case "average": {
        const of = this.list();
        return of.length > 1 ? { kind: "mean", of } : { kind: "average", ...parted(of[0]!), count };
      }
      case "compound-growth":
        this.skipRole("to");
        return { kind: "compound-growth", ...parted(this.product()), count };
      case "change":
        return changeOf(this.withPeriods());
      case "growth":
        return { kind: "growth", ...parted(this.withPeriods()) };
      case "sum":
        return this.list().reduce((left, right) => binary(left, "+", right));
      case "product":
        return this.list().reduce((left, right) => binary(left, "*", right));
      case "ratio":
        if (this.isRatioItself()) return this.withPeriods();
        return joined(this.pair(["to", "and", "over"]), "/");
      case "difference":
        return joined(this.pair(["and"]), "-");
      case "dividing":
        return joined(this.pair(["by", "over"]), "/");
      case "multiplying":
        return joined(this.pair(["by", "and", "times"]), "*");
      case "adding":
        return joined(this.pair(["to", "and", "plus"]), "+");
      case "subtracting": {
        const [first, second] = this.pair(["from"]);
        return binary(second, "-", first);
      }
      default:
        throw new NotUnderstood(token);
    }
  }

  /** "inventory and receivables", "A, B and C", or one figure alone; in brackets or not. */
  private list(): Asked[] {
    const bracketed = this.tokens[this.at]?.kind === "open" && this.listWithin();
    if (bracketed) this.at += 1;
    const items = [this.withPeriods()];
    while (this.isRole("and") || (this.tokens[this.at]?.kind === "comma" && items.length < 20 && this.listGoesOn())) {
      this.at += 1;
      this.skipRole("and");
      items.push(this.withPeriods());
    }
    if (bracketed) {
      if (this.tokens[this.at]?.kind !== "close") throw new NotUnderstood(this.tokens[this.at]);
      this.at += 1;
    }
    return items;
  }

  /** Whether the bracket that opens here holds a list rather than arithmetic. */
  private listWithin(): boolean {
    let depth = 0;
    for (let index = this.at; index < this.tokens.length; index += 1) {
      const token = this.tokens[index]!;
      depth += token.kind === "open" ? 1 : token.kind === "close" ? -1 : 0;
      if (depth === 0) return false;
      if (depth === 1 && (token.kind === "comma" || (token.kind === "role" && token.role === "and"))) return true;
    }
    return false;
  }

  private listGoesOn(): boolean {
    const next = this.tokens[this.at + 1];
    return next?.kind === "concept" || next?.kind === "defined" || this.isRole("and", 1);
  }

  /** "The ratio of debt to equity": its name is the whole ratio. */
  private isRatioItself(): boolean {
    const [next, after] = [this.tokens[this.at], this.tokens[this.at + 1]];
    if (next?.kind !== "concept" || (after?.kind === "role" && ["to", "and", "over"].includes(after.role)))
      return false;
    return ["percent", "multiple"].includes(conceptById(next.id)?.unit ?? "");
  }

  private pair(joints: readonly Role[]): [Asked, Asked] {
    const first = this.withPeriods();
    const next = this.tokens[this.at];
    if (next?.kind !== "role" || !joints.includes(next.role)) throw new NotUnderstood(next);
    this.at += 1;
    return [first, this.withPeriods()];
  }
}
