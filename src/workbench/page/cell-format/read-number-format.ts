/** One piece of a number format, in the order it is shown. */
export type FormatToken =
  | { readonly kind: "literal"; readonly text: string }
  /** "*" and its letter: what stands before it goes to the left edge of the cell, the rest to the right. */
  | { readonly kind: "fill" }
  /** 0 always shows a digit, # only one that counts, ? leaves room for it. */
  | { readonly kind: "digit"; readonly symbol: "0" | "#" | "?" }
  | { readonly kind: "point" }
  | { readonly kind: "comma" }
  | { readonly kind: "percent" }
  | { readonly kind: "exponent"; readonly alwaysSigned: boolean }
  /** "yyyy", "mmm", "hh", "s", "AM/PM". */
  | { readonly kind: "date"; readonly letters: string }
  /** "[h]": hours that do not start again at 24. */
  | { readonly kind: "elapsed"; readonly letters: string }
  | { readonly kind: "general" }
  | { readonly kind: "text" };

export type FormatColour = "black" | "blue" | "cyan" | "green" | "magenta" | "red" | "white" | "yellow";

export interface FormatCondition {
  readonly comparison: "<" | "<=" | ">" | ">=" | "=" | "<>";
  readonly limit: number;
}

export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly colour: FormatColour | null;
  readonly condition: FormatCondition | null;
}

const colours: readonly FormatColour[] = ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"];
const conditionPattern = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/;
/** Longest first, so that "AM/PM" is not read as the letter A and a month. */
const pieces =
  /"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|General|AM\/PM|A\/P|[eE][+-]|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[0#?.,%@;]|[^]/giu;

/** Positive, negative, zero and text sections of a format code as Excel writes it; at least one. */
export function readNumberFormat(code: string): FormatSection[] {
  const sections: { tokens: FormatToken[]; colour: FormatColour | null; condition: FormatCondition | null }[] = [];
  let section: (typeof sections)[number] = { tokens: [], colour: null, condition: null };
  sections.push(section);
  for (const [piece] of code.matchAll(pieces)) {
    if (piece === ";") {
      section = { tokens: [], colour: null, condition: null };
      sections.push(section);
    } else if (piece.startsWith("[") && piece.length > 2) {
      readBracket(piece.slice(1, -1), section);
    } else {
      section.tokens.push(readPiece(piece));
    }
  }
  return sections;
}

function readBracket(
  inside: string,
  section: { tokens: FormatToken[]; colour: FormatColour | null; condition: FormatCondition | null },
): void {
  const colour = colours.find((name) => name === inside.toLowerCase());
  const condition = conditionPattern.exec(inside);
  if (colour !== undefined) {
    section.colour = colour;
  } else if (condition !== null) {
    section.condition = {
      comparison: condition[1] as FormatCondition["comparison"],
      limit: Number(condition[2]),
    };
  } else if (/^(h+|m+|s+)$/i.test(inside)) {
    section.tokens.push({ kind: "elapsed", letters: inside.toLowerCase() });
  } else if (inside.startsWith("$")) {
    // "[$€-407]" is a currency with its locale; "[$-409]" is a locale alone.
    const symbol = inside.slice(1).split("-")[0] ?? "";
    if (symbol.length > 0) section.tokens.push({ kind: "literal", text: symbol });
  }
}

function readPiece(piece: string): FormatToken {
  const lower = piece.toLowerCase();
  if (lower === "general") return { kind: "general" };
  if (lower === "am/pm" || lower === "a/p") return { kind: "date", letters: lower };
  if (lower === "e+" || lower === "e-") return { kind: "exponent", alwaysSigned: lower === "e+" };
  switch (piece.charAt(0)) {
    case '"':
      return { kind: "literal", text: piece.replaceAll('"', "") };
    case "\\":
      return { kind: "literal", text: piece.slice(1) };
    case "_":
      // Room as wide as the letter that follows: a thin space stands for the parenthesis it nearly always is.
      return { kind: "literal", text: piece.length > 1 ? "\u2005" : "" };
    case "*":
      return { kind: "fill" };
    case "0":
    case "#":
    case "?":
      return { kind: "digit", symbol: piece as "0" | "#" | "?" };
    case ".":
      return { kind: "point" };
    case ",":
      return { kind: "comma" };
    case "%":
      return { kind: "percent" };
    case "@":
      return { kind: "text" };
    default:
      return /^(y+|m+|d+|h+|s+)$/.test(lower) ? { kind: "date", letters: lower } : { kind: "literal", text: piece };
  }
}
