import { type RichText } from "../../contracts/rich-text";
import { type CellRange } from "../../contracts/workbook-snapshot";
import { coverCells } from "../lines/cover-cells";
import { type Break } from "../lines/find-breaks";
import { listed, place, say } from "../wording/say";
import { type LineCell } from "../lines/zones";

/** The words that open a comment on breaks of one cause. */
export interface DescribedBreaks {
  readonly odd: LineCell;
  readonly ranges: CellRange[];
  /** “Revenue” in 2027E, clickable. */
  readonly opening: RichText;
  /** Says which other lines break alike; empty where none does. */
  readonly others: RichText;
  /** For titles and ids. */
  readonly called: string | null;
}

export function describeBreaks(found: readonly Break[]): DescribedBreaks {
  const first = found[0]!;
  const odd = first.segment.cells[0]!;
  const name = (one: Break) => say`“${place(one.segment.cells[0]!.address, one.line.label)}”`;
  return {
    odd,
    ranges: coverCells(found.flatMap((one) => one.segment.cells.map((cell) => cell.address))),
    opening: odd.called === null ? name(first) : say`${name(first)} in ${odd.called}`,
    others: found.length === 1 ? [] : say` The same happens in ${listed(found.slice(1).map(name))}.`,
    called: odd.called,
  };
}
