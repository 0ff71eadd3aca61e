import { type FiscalCalendar, endOfFiscalPeriod } from "../../concepts/time/fiscal-calendar";
import { conceptById } from "../../concepts/dictionary";
import { type RowForEvidence, type Tick } from "../../contracts/evidence-request";
import { readFiscalCalendar } from "../facts/fiscal-calendar";
import { halfUnitOf, type PeriodWanted, selectFact } from "../facts/select-fact";
import { type FactWithCitation } from "../ports";

type CellOfRow = RowForEvidence["values"][number];

interface Pair {
  readonly cell: CellOfRow;
  readonly item: FactWithCitation;
  readonly reported: number;
}

const scales = [1, 1e3, 1e6, 1e9] as const;
/** A rounding coarser than this share of the figure proves nothing either way. */
const coarsestRounding = 0.02;
/** Rounded parts do not move a total by more than this share of it. */
const sumRoundingShare = 0.01;

/**
 * Holds the history of a row against the reported figures of its concept, cell by cell. Only what can be decided is
 * given: a period that no fact covers exactly, or a scale that neither the model nor its own numbers tell, is left out.
 */
export function tickAndTie(row: RowForEvidence, facts: readonly FactWithCitation[]): Tick[] {
  const concept = row.concept === null ? null : conceptById(row.concept);
  if (concept === null || concept.periodKind === "none") return [];
  const pairs = pairWithFacts(row, facts);
  if (pairs.length === 0) return [];
  const scaled = concept.unit === "currency" || concept.unit === "shares";
  // History alone tells how the model rounds: forecasts are computed and end nowhere.
  const decimals = Math.max(...pairs.map((pair) => decimalsOf(pair.cell.value)));
  const scale = scaled ? (row.scale ?? inferScale(pairs, decimals)) : 1;
  if (scale === null) return [];
  // Working-capital tags count an increase as positive, where a cash flow shows the cash it takes.
  const countsIncrease = pairs.some((pair) => pair.item.fact.concept.includes(":IncreaseDecreaseIn"));
  const signMatters = concept.plausibleSign === "either" && !countsIncrease;
  const sign = signMatters ? 1 : signConvention(pairs);
  return pairs.flatMap((pair): Tick[] => {
    const tolerance = toleranceOf(pair, scale, decimals);
    if (tolerance > coarsestRounding * Math.abs(pair.reported) && pair.reported !== 0) return [];
    const verdict = judge(pair, scale, sign, decimals, scaled);
    if (verdict === "differs" && isSumOfRounded(pair, scale, sign, decimals)) return [];
    return [
      {
        key: row.key,
        sheet: row.sheet,
        address: pair.cell.address,
        modelValue: pair.cell.value,
        fact: pair.item.fact,
        factValue: (sign * pair.reported) / scale,
        verdict,
        restated: pair.item.restated,
        ...changeOf(pair.item),
        citation: pair.item.citation,
      },
    ];
  });
}

function changeOf({ earlier }: FactWithCitation): Pick<Tick, "change"> {
  const changed = earlier[0]?.changed;
  return changed === undefined ? {} : { change: changed.change };
}

function pairWithFacts(row: RowForEvidence, facts: readonly FactWithCitation[]): Pair[] {
  const concept = row.concept;
  if (concept === null) return [];
  const calendar = readFiscalCalendar(facts);
  return row.values.flatMap((cell): Pair[] => {
    const period = cell.phase === "forecast" ? null : periodOfCell(cell, calendar);
    if (period === null) return [];
    const selected = selectFact(concept, period, facts);
    if (selected.kind !== "one" || typeof selected.item.fact.value !== "number") return [];
    return [{ cell, item: selected.item, reported: selected.item.fact.value }];
  });
}

/** The exact period of a cell; null where its header does not settle it. */
export function periodOfCell(
  cell: Pick<CellOfRow, "year" | "quarter" | "endDate">,
  calendar: FiscalCalendar,
): PeriodWanted | null {
  const length = cell.quarter === null ? "year" : "quarter";
  if (cell.endDate !== null) return { length, end: cell.endDate };
  if (cell.year === null || calendar.ambiguous) return null;
  const end = endOfFiscalPeriod(calendar, cell.year, cell.quarter);
  return end === null ? null : { length, end };
}

/** Digits after the point a number is meant with: a sum of 0.1 and 0.2 has one, whatever the machine makes of it. */
function decimalsOf(value: number): number {
  const text = String(Math.abs(Number(value.toPrecision(12))));
  if (text.includes("e")) return 9;
  return text.split(".")[1]?.length ?? 0;
}

/** Half of the last digit the row shows, or the filing vouches for, whichever is coarser; in single units. */
function toleranceOf(pair: Pair, scale: number, decimals: number): number {
  const shown = decimals > 6 ? 0 : 0.5 * 10 ** -decimals * scale;
  return Math.max(shown, halfUnitOf(pair.item)) + Math.abs(pair.reported) * 1e-9;
}

function tiesAt(pair: Pair, scale: number, sign: number, decimals: number): boolean {
  return Math.abs(pair.cell.value * scale * sign - pair.reported) <= toleranceOf(pair, scale, decimals);
}

/**
 * Off by a unit or two of the last digit: a total of rounded parts is off by that much, and a row does not say whether
 * it is one. It neither ties nor differs.
 */
function isSumOfRounded(pair: Pair, scale: number, sign: 1 | -1, decimals: number): boolean {
  const off = Math.abs(pair.cell.value * scale * sign - pair.reported);
  return off <= 5 * toleranceOf(pair, scale, decimals) && off <= sumRoundingShare * Math.abs(pair.reported);
}

/** The one scale at which two cells or more agree with what was reported, signs apart; null where none or several do. */
function inferScale(pairs: readonly Pair[], decimals: number): number | null {
  const counts = scales
    .map((scale) => ({
      scale,
      ties: pairs.filter(
        (pair) =>
          pair.cell.value !== 0 &&
          toleranceOf(pair, scale, decimals) <= coarsestRounding * Math.abs(pair.reported) &&
          (tiesAt(pair, scale, 1, decimals) || tiesAt(pair, scale, -1, decimals)),
      ).length,
    }))
    .sort((a, b) => b.ties - a.ties);
  const [best, second] = counts;
  if (best === undefined || best.ties < 2 || best.ties === second?.ties) return null;
  return best.scale;
}

/** Models may show costs as negative numbers throughout: the row's own majority decides. */
function signConvention(pairs: readonly Pair[]): 1 | -1 {
  const opposite = pairs.filter((pair) => pair.cell.value * pair.reported < 0).length;
  const same = pairs.filter((pair) => pair.cell.value * pair.reported > 0).length;
  return opposite > same ? -1 : 1;
}

function judge(pair: Pair, scale: number, sign: 1 | -1, decimals: number, scaled: boolean): Tick["verdict"] {
  if (tiesAt(pair, scale, sign, decimals)) return "ties";
  if (tiesAt(pair, scale, -sign, decimals)) return "differs-in-sign";
  const otherScale = scales.find(
    (other) =>
      other !== scale &&
      toleranceOf(pair, other, decimals) <= coarsestRounding * Math.abs(pair.reported) &&
      tiesAt(pair, other, sign, decimals),
  );
  return scaled && otherScale !== undefined ? "differs-in-scale" : "differs";
}
