import { type EvidenceComment, type RowForEvidence, type Tick } from "../../contracts/evidence-request";
import { readFiscalCalendar } from "../facts/fiscal-calendar";
import { namePeriod } from "../facts/name-period";
import { sayBecame } from "../facts/say-change";
import { showCell, showFact } from "../numbers/show-number";
import { scaleWord } from "../numbers/scale-word";
import { nameReport, type TextPart, uniqueCitations, writeText } from "../numbers/write-text";
import { type EarlierValue, type FactWithCitation } from "../ports";

/** A row with what its history was held against. */
export interface TickedRow {
  readonly row: RowForEvidence;
  readonly ticks: readonly Tick[];
}

/** A total that is off because a typed cell of its sheet and period is. */
interface FollowOn {
  readonly row: RowForEvidence;
  readonly tick: Tick;
}

const mostShown = 3;
const mostFollowOns = 4;

/** One comment a row whose history is not what was reported; totals that only follow from a typed cell are named with it. */
export function commentOnTicks(ticked: readonly TickedRow[], facts: readonly FactWithCitation[]): EvidenceComment[] {
  const typed = new Set(
    ticked.flatMap(({ row, ticks }) =>
      differing(ticks)
        .filter((tick) => !isCalculated(row, tick))
        .map((tick) => placeInTime(row, tick)),
    ),
  );
  const follows = (row: RowForEvidence, tick: Tick) => isCalculated(row, tick) && typed.has(placeInTime(row, tick));
  const followOns = ticked.flatMap(({ row, ticks }) =>
    differing(ticks).flatMap((tick): FollowOn[] => (follows(row, tick) ? [{ row, tick }] : [])),
  );
  return ticked.flatMap(({ row, ticks }) => {
    const off = differing(ticks).filter((tick) => !follows(row, tick));
    if (off.length === 0) return [];
    const tied = ticks.filter((tick) => tick.verdict === "ties").length;
    const places = new Set(off.map((tick) => placeInTime(row, tick)));
    return [
      commentOnRow(
        row,
        off,
        tied,
        followOns.filter((one) => places.has(placeInTime(one.row, one.tick))),
        facts,
      ),
    ];
  });
}

function commentOnRow(
  row: RowForEvidence,
  off: readonly Tick[],
  tied: number,
  followOns: readonly FollowOn[],
  facts: readonly FactWithCitation[],
): EvidenceComment {
  const calendar = readFiscalCalendar(facts);
  const kept = off.flatMap((tick) => earlierFigureIn(tick, facts) ?? []);
  const outdated = kept.length === off.length;
  const parts = off.slice(0, mostShown).flatMap((tick, index): TextPart[] => {
    const item = facts.find((candidate) => candidate.fact.id === tick.fact.id);
    const reported = item === undefined ? null : showFact(item);
    if (item === undefined || reported === null) return [];
    const { address, modelValue } = tick;
    const cell = { sheet: row.sheet, address, value: modelValue, numberFormat: null, unit: row.unit };
    return [
      index === 0 ? `${row.label} shows ` : "; ",
      showCell(cell),
      row.unit === "currency" || row.unit === "shares" ? scaleWord(row.scale) : "",
      " in ",
      { kind: "place", sheet: row.sheet, range: address, shown: address },
      ...(outdated ? [", as first reported; ", ...sayBecame(item, kept[index]!)] : [", where the filing reports "]),
      reported,
      ` for ${namePeriod(tick.fact, calendar)} (${nameReport(item)})`,
    ];
  });
  return {
    key: row.key,
    rule: "history-differs-from-filing",
    severity: outdated || (off.some((tick) => tick.verdict === "differs") && tied === 0) ? "medium" : "high",
    // A row that ties elsewhere is surely the row we take it for.
    confidence: tied > 0 ? 0.9 : 0.5,
    sheet: row.sheet,
    cells: off.map((tick) => tick.address),
    title: `${row.label}: ${outdated ? titleOfOutdated(kept) : title(off)}`,
    comment: writeText(
      ...parts,
      `. ${outdated ? closingOfOutdated(kept) : closing(tied)}`,
      ...nameFollowOns(followOns),
    ),
    citations: uniqueCitations(off.map((tick) => tick.citation)),
  };
}

const differing = (ticks: readonly Tick[]) => ticks.filter((tick) => tick.verdict !== "ties");
const cellOf = (row: RowForEvidence, tick: Tick) => row.values.find((value) => value.address === tick.address);
const isCalculated = (row: RowForEvidence, tick: Tick) => cellOf(row, tick)?.calculated === true;
const placeInTime = (row: RowForEvidence, tick: Tick) => `${row.sheet}\u0000${cellOf(row, tick)?.period ?? ""}`;

/** What an earlier filing said, where the model shows that, to the digits the model has. */
function earlierFigureIn(tick: Tick, facts: readonly FactWithCitation[]): EarlierValue | null {
  const item = facts.find((candidate) => candidate.fact.id === tick.fact.id);
  const { value } = tick.fact;
  if (item === undefined || typeof value !== "number" || value === 0) return null;
  const inModelsScale = tick.factValue / value;
  const digits = String(tick.modelValue).split(".")[1]?.length ?? 0;
  const rounding = 0.5 * 10 ** -Math.min(digits, 6) * 1.001;
  return item.earlier.find((one) => Math.abs(one.value * inModelsScale - tick.modelValue) <= rounding) ?? null;
}

const kindOf = (earlier: EarlierValue) => earlier.changed?.change.kind ?? "restatement";

function titleOfOutdated(kept: readonly EarlierValue[]): string {
  if (kept.every((one) => kindOf(one) === "split")) return "history is from before a split of the shares";
  if (kept.every((one) => kindOf(one) === "reclassification")) return "history has been reclassified since";
  return kept.every((one) => kindOf(one) === "restatement")
    ? "history has been restated since"
    : "history has been changed since";
}

function closingOfOutdated(kept: readonly EarlierValue[]): string {
  if (kept.every((one) => kindOf(one) === "split"))
    return "Count all years in the shares of today, or say that these are not.";
  const named = kept.every((one) => kindOf(one) === "restatement") ? "restated" : "newer";
  return `Take the ${named} figure, or say that the model keeps to what was first reported.`;
}

function title(off: readonly Tick[]): string {
  if (off.every((tick) => tick.verdict === "differs-in-sign"))
    return "history has the opposite sign of what was reported";
  if (off.every((tick) => tick.verdict === "differs-in-scale")) return "history is in another scale than its row";
  return "history differs from what was reported";
}

function closing(tied: number): string {
  return tied > 0
    ? "The row’s other years tie. Probably a slip."
    : "No year of this row ties, so it may be defined differently from the reported figure.";
}

function nameFollowOns(followOns: readonly FollowOn[]): TextPart[] {
  const shown = followOns.slice(0, mostFollowOns);
  if (shown.length === 0) return [];
  const names = shown.flatMap(({ row, tick }, index): TextPart[] => [
    index === 0 ? "" : index === shown.length - 1 ? " and " : ", ",
    `${row.label} (`,
    { kind: "place", sheet: row.sheet, range: tick.address, shown: tick.address },
    ")",
  ]);
  return [" What is added up from it differs as well: ", ...names, "."];
}
