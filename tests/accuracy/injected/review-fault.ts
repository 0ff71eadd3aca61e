import { defaultView } from "../../../src/audit/findings/rank";
import { reviewWorkbook } from "../../../src/audit/review-workbook";
import { type Finding } from "../../../src/contracts/finding";
import { type CellAddress } from "../../../src/contracts/model-map";
import { formatAddress } from "../../../src/workbook/address";
import { touches } from "../models/issues";
import { applyChanges } from "./apply-changes";
import { keyOfCell } from "./formula-runs";
import { type PlacedFault } from "./place-faults";

export interface FaultVerdict {
  /** Of the default view, with a cell of the fault that the rule had nothing to say about before. */
  readonly inPlace: readonly Finding[];
  /** Of the default view, not said before, wherever it stands. */
  readonly anywhere: readonly Finding[];
  readonly leftAsTheyWere: number;
}

/** What the review says of a workbook with a fault that it did not say without. */
export function reviewFault({ model, fault }: PlacedFault): FaultVerdict {
  const { workbook, leftAsTheyWere } = applyChanges(model.index, fault.changes);
  const shown = defaultView(reviewWorkbook(workbook).findings);
  const known = new Set(model.findings.map(({ id }) => id));
  const places = fault.places ?? fault.changes.map(({ address }) => address);
  const saidBefore = new Set(places.flatMap((cell) => rulesOn(model.findings, cell).map((rule) => keyOf(rule, cell))));
  const inPlace = shown.filter((finding) =>
    places.some((cell) => isOn(finding, cell) && !saidBefore.has(keyOf(finding.rule, cell))),
  );
  return { inPlace, anywhere: shown.filter(({ id }) => !known.has(id)), leftAsTheyWere };
}

function isOn(finding: Finding, { sheet, rowIndex0, columnIndex0 }: CellAddress): boolean {
  return touches(finding, { file: "", sheet, cell: formatAddress(rowIndex0, columnIndex0) });
}

function rulesOn(findings: readonly Finding[], cell: CellAddress): string[] {
  return findings.filter((finding) => isOn(finding, cell)).map(({ rule }) => rule);
}

function keyOf(rule: string, cell: CellAddress): string {
  return `${rule}/${keyOfCell(cell)}`;
}
