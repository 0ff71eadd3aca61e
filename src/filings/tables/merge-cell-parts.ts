import { type Mark } from "../blocks";
import { type PlacedCell } from "./placed-cell";

/** What stands before a number in a cell of its own: "$", "(", "$ (", "€", "US$", "+". */
const opener = /^(?:(?:US|C|CA|A|AU|HK|S|NT)?[$€£¥₹]|R\$|CHF|EUR|USD|GBP|\+|[-–—−])?\s?\(?$/;
/** What stands after one: ")", "%", ")%", "%)", "x", "bps", "pts". */
const closer = /^(?:\)?\s?(?:%|x|bps?|pts?|pp)?\s?\)?)$/i;
const dashes = /^[-–—−]+$/;
const numberLike = /^[^\p{L}\d–—−-]*[\d–—−-][^\p{L}]*$/u;
const dashOrNothing = /^(?:N\/?[AM]|nm|n\.m\.|\*+)$/i;

/** Joins the currency sign, the parenthesis and the percent sign that filers put in cells of their own to their number. */
export function mergeCellParts(row: readonly PlacedCell[]): readonly PlacedCell[] {
  const merged: PlacedCell[] = [];
  for (const cell of row) {
    const previous = merged[merged.length - 1];
    if (previous !== undefined && opens(previous.text) && isNumber(cell.text)) {
      merged[merged.length - 1] = join(previous, cell);
    } else if (previous !== undefined && closes(cell.text) && isNumber(previous.text)) {
      merged[merged.length - 1] = join(previous, cell);
    } else {
      merged.push(cell);
    }
  }
  return merged.length === row.length ? row : merged;
}

function opens(text: string): boolean {
  return text.length <= 5 && opener.test(text) && !dashes.test(text);
}

function closes(text: string): boolean {
  return text.length <= 5 && closer.test(text);
}

function isNumber(text: string): boolean {
  return text.length <= 40 && (numberLike.test(text) || dashOrNothing.test(text));
}

function join(first: PlacedCell, second: PlacedCell): PlacedCell {
  const shift = first.text.length;
  const moved: Mark[] = second.marks.map((mark) => ({ key: mark.key, offset: mark.offset + shift }));
  return {
    text: first.text + second.text,
    marks: [...first.marks, ...moved],
    from: first.from,
    to: second.to,
    look: second.look,
    indent: first.indent,
  };
}
