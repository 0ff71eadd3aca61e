import { type Asked, type When } from "./asked-tree";
import { type Role } from "./formula-words";
import { type FormulaToken } from "./read-words";

/** A token that no formula has at its place; undefined where the formula ends too early. */
export class NotUnderstood extends Error {
  constructor(readonly token: FormulaToken | undefined) {
    super("not understood");
  }
}

/** Walks over the tokens of a formula. */
export class TokenCursor {
  protected at = 0;

  constructor(protected readonly tokens: readonly FormulaToken[]) {}

  /** "depreciation and amortization (D&A)", "days payable (DPO)": the same thing named again. */
  protected skipRepetition(asked: Asked): boolean {
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

  protected periods(): When | null {
    const token = this.tokens[this.at];
    if (token?.kind !== "when") return null;
    this.at += 1;
    return token.when;
  }

  protected yearCount(): number | null {
    const token = this.tokens[this.at];
    if (token?.kind !== "years") return null;
    this.at += 1;
    return token.count;
  }

  protected isRole(role: Role, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token?.kind === "role" && token.role === role;
  }

  protected skipRole(role: Role): void {
    if (this.isRole(role)) this.at += 1;
  }

  /** The next role, a comma before it passed over: "net income, divided by revenue". */
  protected roleNext(): Role | null {
    const next = this.tokens[this.at];
    const token = next?.kind === "comma" ? this.tokens[this.at + 1] : next;
    return token?.kind === "role" ? token.role : null;
  }

  protected skipTo(role: Role): void {
    while (!this.isRole(role)) this.at += 1;
    this.at += 1;
  }

  protected skipCommas(): void {
    while (this.tokens[this.at]?.kind === "comma") this.at += 1;
  }
}

/** A token as the question writes it; null where the formula ends. */
export function describeToken(token: FormulaToken | undefined): string | null {
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
