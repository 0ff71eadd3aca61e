import { spokenName } from "../answers/spoken-name";
import { balances, measures, plainTags, type PlainName, valuesOf } from "./measures";
import { daysFrom, type Reading, type TaggedCompany } from "./tagged-company";

export type QuestionKind =
  | "look-up"
  | "growth"
  | "compound growth"
  | "change"
  | "average"
  | "computed measure"
  | "quarter"
  | "quarter measure"
  | "trailing twelve months";

/** A question with every value that answers it rightly, in single units, ratios as ratios. */
export interface AskedFigure {
  readonly kind: QuestionKind;
  readonly text: string;
  readonly values: readonly number[];
  /** By how much a right answer may differ: what rounding in the filing leaves open. */
  readonly allowance: number;
}

type Wording = (company: string, name: string, when: string) => string;

const lookUps: readonly Wording[] = [
  (company, name, when) => `What was ${company}'s ${name} in ${when}?`,
  (company, name, when) => `How much ${name} did ${company} report for ${when}?`,
  (company, name, when) => `${company} ${name} ${when}`,
  (company, name, when) => `Please state the ${name} of ${company} for ${when}.`,
  (company, name, when) => `According to its filings, what was the ${name} of ${company} in ${when}?`,
];
const computed: readonly Wording[] = [
  (company, name, when) => `What was ${company}'s ${name} in ${when}?`,
  (company, name, when) => `Compute the ${name} of ${company} for ${when}.`,
  (company, name, when) => `${name} of ${company}, ${when}`,
  (company, name, when) => `For ${when}, what is the ${name} of ${company}?`,
];
const yearWords: readonly ((year: number) => string)[] = [
  (year) => `fiscal ${year}`,
  (year) => `FY${year}`,
  (year) => `fiscal year ${year}`,
  (year) => `FY${String(year).slice(2)}`,
];
const growths: readonly Wording[] = [
  (company, name, when) => `By what percentage did ${company}'s ${name} grow in ${when}?`,
  (company, name, when) => `What was the year-over-year growth of ${company}'s ${name} in ${when}?`,
  (company, name, when) => `What was the percentage change in ${name} of ${company} in ${when}?`,
];
const trailing: readonly Wording[] = [
  (company, name) => `What was ${company}'s TTM ${name}?`,
  (company, name) => `What is the ${name} of ${company} over the last twelve months?`,
  (company, name) => `${company} LTM ${name}`,
  (company, name) => `What was ${company}'s trailing twelve months ${name}?`,
];
const inFlow: readonly PlainName[] = [
  "revenue",
  "net income",
  "operating income",
  "operating cash flow",
  "total assets",
];
const inQuarter: readonly PlainName[] = [
  "revenue",
  "net income",
  "operating income",
  "diluted EPS",
  "total assets",
  "inventory",
];
const quarterMeasures = ["gross margin", "operating margin", "net margin", "current ratio"];
const overTwelveMonths: readonly PlainName[] = [
  "revenue",
  "net income",
  "operating income",
  "operating cash flow",
  "capital expenditure",
];

/** Every question the company's own filings answer, wordings and years in turn. */
export function questionsOf(company: TaggedCompany, turn: number): AskedFigure[] {
  const name = spokenName(company.name);
  const asked: AskedFigure[] = [];
  const pick = <T>(from: readonly T[], index: number): T => from[(turn + index) % from.length] as T;
  const add = (kind: QuestionKind, text: string, values: readonly number[], halfUnit = 0): void => {
    if (values.length > 0 && values.every(Number.isFinite)) {
      const size = Math.max(...values.map(Math.abs));
      asked.push({ kind, text, values, allowance: Math.max(halfUnit, size * 1e-7) });
    }
  };
  const years = company.years;
  (Object.keys(plainTags) as PlainName[]).forEach((figure, index) => {
    for (const year of oneInTurn(years, turn + index)) {
      if (figure === "reported tax rate") continue;
      const reading = readYear(company, figure, year);
      const when = pick(yearWords, index + year.fiscalYear)(year.fiscalYear);
      if (reading !== null)
        add("look-up", pick(lookUps, index + year.fiscalYear)(name, figure, when), [reading.value], reading.halfUnit);
    }
  });
  measures.forEach((measure, index) => {
    for (const year of oneInTurn(years.slice(-2), turn + index)) {
      const when = pick(yearWords, index + 1)(year.fiscalYear);
      add(
        "computed measure",
        pick(computed, index + year.fiscalYear)(name, measure.name, when),
        valuesOf(measure, company, year),
      );
    }
  });
  const [first, last] = [years[0], years.at(-1)];
  if (
    first !== undefined &&
    last !== undefined &&
    last.fiscalYear - first.fiscalYear === years.length - 1 &&
    years.length > 1
  )
    inFlow.forEach((figure, index) => {
      const row = years.map((year) => readYear(company, figure, year));
      const [from, to, before] = [row[0], row.at(-1), row.at(-2)];
      if (!from || !to || !before) return;
      const span = years.length - 1;
      const between = `${first.fiscalYear} to ${last.fiscalYear}`;
      if (before.value > 0 && to.value > 0)
        add("growth", pick(growths, index)(name, figure, `fiscal ${last.fiscalYear}`), [to.value / before.value - 1]);
      if (from.value > 0 && to.value > 0 && span > 1)
        add(
          "compound growth",
          index % 2 === 0
            ? `What was the CAGR of ${name}'s ${figure} from fiscal ${between}?`
            : `Compute ${name}'s compound annual growth rate of ${figure} between FY${first.fiscalYear} and FY${last.fiscalYear}.`,
          [(to.value / from.value) ** (1 / span) - 1],
        );
      add(
        "change",
        `By how much did ${name}'s ${figure} change from fiscal ${last.fiscalYear - 1} to fiscal ${last.fiscalYear}, in USD?`,
        [to.value - before.value],
        to.halfUnit + before.halfUnit,
      );
      if (row.every((one): one is Reading => one !== null) && row.length <= 10)
        add(
          "average",
          `What was ${name}'s average ${figure} from fiscal ${between}?`,
          [row.reduce((sum, { value }) => sum + value, 0) / row.length],
          to.halfUnit,
        );
    });
  for (const quarter of company.quarters.slice(-1)) {
    const byDate = `the quarter ended ${quarter.end}`;
    const byName = `Q${quarter.quarter} ${quarter.fiscalYear}`;
    inQuarter.forEach((figure, index) => {
      const reading = company.read(plainTags[figure], {
        start: balances.has(figure) ? null : quarter.start,
        end: quarter.end,
      });
      const when = (turn + index) % 2 === 0 ? byName : byDate;
      if (reading !== null)
        add("quarter", pick(lookUps.slice(0, 2), index)(name, figure, when), [reading.value], reading.halfUnit);
    });
    for (const measure of measures.filter((one) => quarterMeasures.includes(one.name)))
      add("quarter measure", `What was ${name}'s ${measure.name} in ${byName}?`, valuesOf(measure, company, quarter));
  }
  overTwelveMonths.forEach((figure, index) => {
    const value = trailingYear(company, figure);
    if (value !== null)
      add("trailing twelve months", pick(trailing, index)(name, figure, ""), [value.value], value.halfUnit);
  });
  const ratios: readonly (readonly [string, PlainName, PlainName])[] = [
    ["operating margin", "operating income", "revenue"],
    ["net margin", "net income", "revenue"],
  ];
  ratios.forEach(([measure, above, below], index) => {
    const [over, under] = [trailingYear(company, above), trailingYear(company, below)];
    if (over !== null && under !== null)
      add("trailing twelve months", pick(trailing, index + 1)(name, measure, ""), [over.value / under.value]);
  });
  return asked;
}

function oneInTurn<T>(from: readonly T[], turn: number): T[] {
  return from.length === 0 ? [] : [from[turn % from.length] as T];
}

function readYear(company: TaggedCompany, figure: PlainName, year: { start: string; end: string }): Reading | null {
  return company.read(plainTags[figure], { start: balances.has(figure) ? null : year.start, end: year.end });
}

/**
 * The last fiscal year, plus the new year to date, less the year before to the same day; where none of the three was ever
 * stated otherwise and a quarter follows the year.
 */
export function trailingYear(company: TaggedCompany, figure: PlainName): Reading | null {
  const [year, quarter] = [company.years.at(-1), company.quarters.at(-1)];
  if (year === undefined || quarter === undefined || quarter.end <= year.end) return null;
  const since = daysFrom(year.end, quarter.end);
  if (since > 290) return null;
  const nextDay = new Date(Date.parse(year.end) + 86_400_000).toISOString().slice(0, 10);
  const yearBefore = new Date(Date.parse(quarter.end) - 365 * 86_400_000).toISOString().slice(0, 10);
  const parts = [
    company.read(plainTags[figure], { start: year.start, end: year.end }),
    company.read(plainTags[figure], { start: nextDay, end: quarter.end }),
    company.read(plainTags[figure], { start: year.start, end: yearBefore }),
  ];
  const [whole, toDate, before] = parts;
  if (!whole || !toDate || !before || parts.some((part) => part?.revised)) return null;
  return {
    value: whole.value + toDate.value - before.value,
    halfUnit: whole.halfUnit + toDate.halfUnit + before.halfUnit,
    revised: false,
    spread: 1,
  };
}
