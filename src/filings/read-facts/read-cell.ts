export interface CellNumber {
  /** As printed, unscaled; negative in brackets or behind a minus. */
  readonly value: number;
  readonly decimals: number;
  /** Where the digits stand in the cell. */
  readonly from: number;
  readonly to: number;
}

const oneNumber =
  /^(?:[A-Z]{0,3}[$€£¥]\s?)?(?<open>[(\-–—−]?\s?(?:[A-Z]{0,3}[$€£¥]\s?)?[(]?)(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?<close>\s?\)?)(?:\s?\(\w{1,2}\)|\s?[*†‡])*$/u;

/** The one number a cell is; null for words, dashes, percentages, ranges and anything else that is not plainly a number. */
export function readCell(text: string): CellNumber | null {
  const match = /%/.test(text) || text.length > 40 ? null : oneNumber.exec(text.trim());
  if (match === null) return null;
  const { open = "", digits = "", close = "" } = match.groups as Record<string, string>;
  const isBracketed = open.includes("(");
  if (isBracketed !== close.includes(")")) return null;
  const value = Number(digits.replaceAll(",", ""));
  const from = text.indexOf(digits);
  return {
    value: isBracketed || /[-–—−]/.test(open) ? -value : value,
    decimals: digits.split(".")[1]?.length ?? 0,
    from,
    to: from + digits.length,
  };
}
