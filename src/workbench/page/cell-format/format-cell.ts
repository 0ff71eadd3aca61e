import { type Cell } from "../../../contracts/workbook-snapshot";
import { formatDate, isDateSection } from "./format-date";
import { formatNumber, plainTextOf, roundToPlaces } from "./format-number";
import { type FormatColour, type FormatCondition, type FormatSection, readNumberFormat } from "./read-number-format";

/** A cell as the grid shows it. */
export interface CellText {
  readonly kind: "number" | "text" | "boolean" | "error" | "blank";
  readonly text: string;
  /** What an accounting format sets at the left edge of the cell, a currency sign as a rule. */
  readonly leftEdge: string;
  readonly colour: FormatColour | null;
}

const readCodes = new Map<string, readonly FormatSection[]>();

/** The value by its number format, as the spreadsheet would show it in a wide enough column. */
export function formatCell({ value, numberFormat }: Pick<Cell, "value" | "numberFormat">): CellText {
  const shown = (kind: CellText["kind"], text: string): CellText => ({ kind, text, leftEdge: "", colour: null });
  if (value === null) return shown("blank", "");
  if (typeof value === "object") return shown("error", value.error);
  if (typeof value === "boolean") return shown("boolean", value ? "TRUE" : "FALSE");
  const sections = sectionsOf(numberFormat ?? "General");
  if (typeof value === "string") {
    const section = sections[3];
    if (section === undefined) return shown("text", value);
    const text = section.tokens.map((token) => (token.kind === "text" ? value : plainTextOf(token))).join("");
    return { ...atEdges("text", text), colour: section.colour };
  }
  return formatBySection(value, sections);
}

function sectionsOf(code: string): readonly FormatSection[] {
  const known = readCodes.get(code);
  if (known !== undefined) return known;
  const sections = readNumberFormat(code);
  readCodes.set(code, sections);
  return sections;
}

function formatBySection(value: number, sections: readonly FormatSection[]): CellText {
  const { section, showsSign } = chooseSection(value, sections);
  if (section === null) return { ...atEdges("number", formatGeneral(value)), colour: null };
  return { ...atEdges("number", writeSection(value, section, showsSign)), colour: section.colour };
}

function writeSection(value: number, { tokens }: FormatSection, showsSign: boolean): string {
  if (isDateSection(tokens)) return formatDate(value, tokens) ?? formatGeneral(value);
  const sign = showsSign && value < 0 ? "-" : "";
  if (tokens.some((token) => token.kind === "general")) {
    const number = formatGeneral(Math.abs(value));
    return sign + tokens.map((token) => (token.kind === "general" ? number : plainTextOf(token))).join("");
  }
  // A text placeholder shows a number as it is; a fraction ("# ?/?") is shown by its decimals.
  if (tokens.some((token) => token.kind === "text")) return formatGeneral(value);
  const hasDigits = tokens.some((token) => token.kind === "digit");
  if (hasDigits && tokens.some((token) => token.kind === "literal" && token.text === "/")) return formatGeneral(value);
  // Dividing by nothing: a section of literals alone ("-") shows them, and an empty one hides the number.
  return (hasDigits ? sign : "") + formatNumber(Math.abs(value), tokens);
}

function chooseSection(
  value: number,
  sections: readonly FormatSection[],
): { section: FormatSection | null; showsSign: boolean } {
  const numeric = sections.slice(0, 3);
  if (numeric.some((section) => section.condition !== null)) {
    const section =
      numeric.find((each) => each.condition !== null && holds(value, each.condition)) ??
      numeric.find((each) => each.condition === null) ??
      null;
    const onlyNegative = section?.condition?.comparison.startsWith("<") === true && section.condition.limit <= 0;
    return { section, showsSign: !onlyNegative };
  }
  const [positive = null, negative, zero] = numeric;
  if (value < 0 && negative !== undefined) return { section: negative, showsSign: false };
  if (value === 0 && zero !== undefined) return { section: zero, showsSign: false };
  return { section: positive, showsSign: true };
}

function holds(value: number, { comparison, limit }: FormatCondition): boolean {
  switch (comparison) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
    case "=":
      return value === limit;
    case "<>":
      return value !== limit;
  }
}

/** At most eleven characters of digits, then the power of ten: what a cell without a format shows. */
function formatGeneral(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude >= 1e11 || magnitude < 1e-9)) {
    const [digits = "", exponent = "0"] = value.toExponential(5).split("e");
    const power = Math.abs(Number(exponent));
    return `${String(Number(digits))}E${Number(exponent) < 0 ? "-" : "+"}${String(power).padStart(2, "0")}`;
  }
  const wholeDigits = magnitude < 1 ? 1 : Math.floor(Math.log10(magnitude)) + 1;
  const rounded = roundToPlaces(magnitude, Math.max(0, 10 - wholeDigits));
  return (value < 0 ? "-" : "") + (rounded.includes(".") ? rounded.replace(/\.?0+$/, "") : rounded);
}

function atEdges(kind: CellText["kind"], text: string): Omit<CellText, "colour"> {
  const at = text.indexOf("\u0000");
  if (at === -1) return { kind, text, leftEdge: "" };
  return { kind, text: text.slice(at + 1).replaceAll("\u0000", ""), leftEdge: text.slice(0, at) };
}
