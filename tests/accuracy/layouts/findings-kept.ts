import { type Finding } from "../../../src/contracts/finding";
import { type CellAddress } from "../../../src/contracts/model-map";
import { parseRange } from "../../../src/workbook/address";

export interface FindingsKept {
  /** The same rule speaks of the same place. */
  readonly kept: number;
  /** And under the same identity; a header written otherwise may change that. */
  readonly sameId: number;
}

/** Which findings are made again where their cells went. */
export function findingsKept(
  before: readonly Finding[],
  after: readonly Finding[],
  placeOf: (address: CellAddress) => CellAddress,
): FindingsKept {
  const ids = new Set(after.map(({ id }) => id));
  const places = new Set(after.flatMap((finding) => [...cornersOf(finding)].map((key) => `${finding.rule} ${key}`)));
  let [kept, sameId] = [0, 0];
  for (const finding of before) {
    const isSame = ids.has(finding.id);
    if (isSame) sameId++;
    if (isSame || [...cornersOf(finding, placeOf)].some((key) => places.has(`${finding.rule} ${key}`))) kept++;
  }
  return { kept, sameId };
}

/** The corners of its ranges: of a long row they tell enough. */
function* cornersOf(
  { sheet, cells }: Finding,
  placeOf: (address: CellAddress) => CellAddress = (address) => address,
): Iterable<string> {
  for (const text of cells) {
    const range = parseRange(text);
    if (range === null) continue;
    for (const [rowIndex0, columnIndex0] of [
      [range.startRow0, range.startColumn0],
      [range.endRow0, range.endColumn0],
    ] as const) {
      const place = placeOf({ sheet, rowIndex0, columnIndex0 });
      yield `${place.sheet}!${place.rowIndex0},${place.columnIndex0}`;
    }
  }
}
