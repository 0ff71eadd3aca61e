import { conceptById } from "../../../concepts/dictionary";
import { type Asked, type When } from "./asked-tree";
import { type Role } from "./formula-words";
import { type FormulaToken } from "./read-words";

export type ParsedWords =
  | {
      readonly ok: true;
      readonly asked: Asked;
      /** The other way to take words that leave open how far a division reaches; null where they do not. */
      readonly loose: Asked | null;
    }
  /** `at` is the word that was not understood; null where the formula ends too early. */
  | { readonly ok: false; readonly at: string | null };

class NotUnderstood extends Error {
  constructor(readonly token: FormulaToken | undefined) {
    super("not understood");
  }
}

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

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly FormulaToken[]) {}

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

  /** "depreciation and amortization (D&A)", "days payable (DPO)": the same thing named again. */
  private skipRepetition(asked: Asked): boolean {
    const [open, inside, close] = this.tokens.slice(this.at, this.at + 3);
    if (open?.kind !== "open") return false;
    if (inside?.kind === "close") {
      this.at += 2;
      return true;
    }
    const bare = asked.kind === "average" || asked.kind === "change" ? asked.of : asked;
    const same =
      (inside?.kind === "concept" && bare.kind === "concept" && inside.id === bare.id) ||
      (inside?.kind === "defined" && bare.kind === "defined" && inside.index === bare.index);
    if (!same || close?.kind !== "close") return false;
    this.at += 3;
    return true;
  }

  private periods(): When | null {
    const token = this.tokens[this.at];
    if (token?.kind !== "when") return null;
    this.at += 1;
    return token.when;
  }

  private yearCount(): number | null {
    const token = this.tokens[this.at];
    if (token?.kind !== "years") return null;
    this.at += 1;
    return token.count;
  }

  private isRole(role: Role, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token?.kind === "role" && token.role === role;
  }

  private skipRole(role: Role): void {
    if (this.isRole(role)) this.at += 1;
  }

  /** The next role, a comma before it passed over: "net income, divided by revenue". */
  private roleNext(): Role | null {
    const next = this.tokens[this.at];
    const token = next?.kind === "comma" ? this.tokens[this.at + 1] : next;
    return token?.kind === "role" ? token.role : null;
  }

  private skipTo(role: Role): void {
    while (!this.isRole(role)) this.at += 1;
    this.at += 1;
  }

  private skipCommas(): void {
    while (this.tokens[this.at]?.kind === "comma") this.at += 1;
  }
}

type Operator = Extract<Asked, { kind: "binary" }>["operator"];

function binary(left: Asked, operator: Operator, right: Asked, share = false): Asked {
  return share ? { kind: "binary", operator, left, right, share } : { kind: "binary", operator, left, right };
}

function joined([left, right]: readonly [Asked, Asked], operator: Operator): Asked {
  return binary(left, operator, right);
}

/** The margin of an amount is its share of revenue; what is a share already stays as it is. */
function marginOf(asked: Asked): Asked {
  if (asked.kind === "average") return { ...asked, of: marginOf(asked.of) };
  if (asked.kind === "change") return { ...asked, of: marginOf(asked.of) };
  if (asked.kind === "concept" && conceptById(asked.id)?.unit === "percent") return asked;
  return binary(asked, "/", { kind: "concept", id: "revenue", when: null }, true);
}

/** The reported line of a change, where the statement of cash flows has one: it may be what is meant. */
const linesOfChange: Readonly<Record<string, string>> = {
  inventory: "change-in-inventory",
  "accounts-receivable": "change-in-receivables",
  "accounts-payable": "change-in-payables",
  "working-capital": "change-in-working-capital",
};

function changeOf(of: Asked): Asked {
  const bare = of.kind === "concept" ? of : null;
  const line = bare === null ? undefined : linesOfChange[bare.id];
  const known = line !== undefined && conceptById(line) !== null ? line : null;
  return { kind: "change", ...parted(of), line: known };
}

/** The periods behind a figure are those of the average or change it stands in. */
function parted(of: Asked): { of: Asked; when: When | null } {
  return of.kind === "concept" || of.kind === "defined"
    ? { of: { ...of, when: null }, when: of.when }
    : { of, when: null };
}

/** Sets the periods of a figure, or of what is computed over periods. */
function at(asked: Asked, when: When): Asked {
  switch (asked.kind) {
    case "concept":
    case "defined":
    case "average":
    case "change":
    case "growth":
    case "compound-growth":
      return asked.when === null ? { ...asked, when } : asked;
    case "binary":
      return { ...asked, left: at(asked.left, when), right: at(asked.right, when) };
    case "negate":
      return { ...asked, of: at(asked.of, when) };
    case "mean":
      return { ...asked, of: asked.of.map((one) => at(one, when)) };
    case "constant":
      return asked;
  }
}

function describeToken(token: FormulaToken | undefined): string | null {
  if (token === undefined) return null;
  switch (token.kind) {
    case "open":
      return "(";
    case "close":
      return ")";
    case "comma":
      return ",";
    case "when":
      return "the periods named";
    case "years":
      return `${token.count} years`;
    default:
      return token.text;
  }
}
