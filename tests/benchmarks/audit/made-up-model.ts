import { type Cell, type SheetSnapshot, type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { formatAddress } from "../../../src/workbook/address";
import { fingerprintOf } from "../../../src/workbook/fingerprint";

/** Sixty quarters: forty-two typed, eighteen calculated, so that three cells in ten hold a formula. */
const quarters = 60;
const typedQuarters = 42;
const firstYear = 2015;
const rowsAUnit = 20;
const unitsASheet = 20;

type At = (line: number, shift?: number) => string;
interface TemplateRow {
  readonly label: string;
  readonly format: string | null;
  /** Of a unit, counted over all companies. */
  readonly value: (unit: number, quarter: number) => number;
  /** `at(line)` is the unit's own line in the same quarter, `at(line, -1)` in the one before. */
  readonly formula: (at: At) => string;
}

const revenue = (unit: number, quarter: number) => 100 * (1 + unit / 10) * 1.02 ** quarter;
const share = (part: number) => (unit: number, quarter: number) => part * revenue(unit, quarter);
const money = "#,##0.0";

/** One business unit, as an analyst lays it out; line 0 is its heading. */
const template: readonly TemplateRow[] = [
  { label: "Revenue", format: money, value: revenue, formula: (at) => `${at(1, -1)}*(1+${at(2)})` },
  { label: "Growth", format: "0.0%", value: () => 0.02, formula: () => "Assumptions!$B$3" },
  { label: "Cost of revenue", format: money, value: share(0.6), formula: (at) => `${at(1)}*Assumptions!$B$4` },
  { label: "Gross profit", format: money, value: share(0.4), formula: (at) => `${at(1)}-${at(3)}` },
  {
    label: "Selling, general and administrative",
    format: money,
    value: share(0.1),
    formula: (at) => `${at(1)}*Assumptions!$B$5`,
  },
  {
    label: "Research and development",
    format: money,
    value: share(0.05),
    formula: (at) => `${at(1)}*Assumptions!$B$6`,
  },
  { label: "EBITDA", format: money, value: share(0.25), formula: (at) => `${at(4)}-SUM(${at(5)}:${at(6)})` },
  {
    label: "Depreciation and amortization",
    format: money,
    value: share(0.04),
    formula: (at) => `${at(15)}*Assumptions!$B$7`,
  },
  { label: "EBIT", format: money, value: share(0.21), formula: (at) => `${at(7)}-${at(8)}` },
  {
    label: "Interest expense",
    format: money,
    value: share(0.01),
    formula: (at) => `${at(10, -1)}*(1+Assumptions!$B$3)`,
  },
  { label: "Pre-tax income", format: money, value: share(0.2), formula: (at) => `${at(9)}-${at(10)}` },
  { label: "Income tax", format: money, value: share(0.05), formula: (at) => `${at(11)}*Assumptions!$B$8` },
  { label: "Net income", format: money, value: share(0.15), formula: (at) => `${at(11)}-${at(12)}` },
  { label: "Capital expenditure", format: money, value: share(0.05), formula: (at) => `${at(1)}*Assumptions!$B$9` },
  {
    label: "Opening PP&E",
    format: money,
    value: (unit, quarter) => revenue(unit, quarter - 1),
    formula: (at) => at(16, -1),
  },
  { label: "Closing PP&E", format: money, value: revenue, formula: (at) => `${at(15)}+${at(14)}-${at(8)}` },
  {
    label: "Change in working capital",
    format: money,
    value: share(0.01),
    formula: (at) => `(${at(1)}-${at(1, -1)})*Assumptions!$B$10`,
  },
  {
    label: "Free cash flow",
    format: money,
    value: share(0.13),
    formula: (at) => `${at(13)}+${at(8)}-${at(14)}-${at(17)}`,
  },
];

const assumptions = [
  ["Revenue growth", 0.02],
  ["Cost of revenue, % of revenue", 0.6],
  ["Selling, general and administrative, % of revenue", 0.1],
  ["Research and development, % of revenue", 0.05],
  ["Depreciation rate", 0.04],
  ["Tax rate", 0.25],
  ["Capital expenditure, % of revenue", 0.05],
  ["Working capital, % of growth", 0.5],
] as const;

/** A group of made-up companies: one sheet a company from one template, an assumptions sheet and a roll-up that links to them all. */
export function madeUpModel(cells: number, layout: "many sheets" | "one sheet" = "many sheets"): WorkbookSnapshot {
  const units = Math.max(1, Math.round(cells / (template.length * (quarters + 1) + 1)));
  const perSheet = layout === "one sheet" ? units : unitsASheet;
  const companies: SheetSnapshot[] = [];
  for (let first = 0; first < units; first += perSheet)
    companies.push(companySheet(`Company ${companies.length + 1}`, first, Math.min(perSheet, units - first)));
  const sheets = [assumptionSheet(), ...companies, rollUp(companies)];
  return {
    name: "made-up.xlsx",
    sheets,
    names: [],
    tables: [],
    iterative: null,
    fingerprint: fingerprintOf({ sheets, names: [] }),
  };
}

function sheetOf(name: string, cells: readonly Cell[]): SheetSnapshot {
  return { name, visibility: "visible", hiddenRows: [], hiddenColumns: [], cells };
}

function cell(
  rowIndex0: number,
  columnIndex0: number,
  value: Cell["value"],
  formula: string | null = null,
  numberFormat: string | null = null,
): Cell {
  return { rowIndex0, columnIndex0, value, formula, numberFormat };
}

function header(rowIndex0: number): Cell[] {
  return Array.from({ length: quarters }, (_, quarter) => {
    const label = `Q${(quarter % 4) + 1} ${firstYear + Math.floor(quarter / 4)}${quarter < typedQuarters ? "A" : "E"}`;
    return cell(rowIndex0, quarter + 1, label);
  });
}

function assumptionSheet(): SheetSnapshot {
  const rows = assumptions.flatMap(([label, value], i) => [cell(i + 2, 0, label), cell(i + 2, 1, value, null, "0.0%")]);
  return sheetOf("Assumptions", [cell(0, 0, "Assumptions"), ...rows]);
}

function companySheet(name: string, firstUnit: number, units: number): SheetSnapshot {
  const cells: Cell[] = [cell(0, 0, name), ...header(1)];
  for (let unit = 0; unit < units; unit++) {
    const first0 = 2 + unit * rowsAUnit;
    cells.push(cell(first0, 0, `Business unit ${unit + 1}`));
    template.forEach((row, i) => {
      const rowIndex0 = first0 + 1 + i;
      cells.push(cell(rowIndex0, 0, row.label));
      for (let quarter = 0; quarter < quarters; quarter++) {
        const at: At = (line, shift = 0) => formatAddress(first0 + line, quarter + 1 + shift);
        const formula = quarter < typedQuarters ? null : `=${row.formula(at)}`;
        cells.push(cell(rowIndex0, quarter + 1, row.value(firstUnit + unit, quarter), formula, row.format));
      }
    });
  }
  return sheetOf(name, cells);
}

function rollUp(companies: readonly SheetSnapshot[]): SheetSnapshot {
  const cells: Cell[] = [cell(0, 0, "Group"), ...header(1)];
  companies.forEach((company, i) => {
    cells.push(cell(2 + i, 0, `Revenue, ${company.name}`));
    for (let quarter = 0; quarter < quarters; quarter++)
      cells.push(
        cell(2 + i, quarter + 1, revenue(0, quarter), `='${company.name}'!${formatAddress(3, quarter + 1)}`, money),
      );
  });
  const last = 2 + companies.length;
  cells.push(cell(last, 0, "Total revenue"));
  for (let quarter = 0; quarter < quarters; quarter++) {
    const range = `${formatAddress(2, quarter + 1)}:${formatAddress(last - 1, quarter + 1)}`;
    cells.push(cell(last, quarter + 1, companies.length * revenue(0, quarter), `=SUM(${range})`, money));
  }
  return sheetOf("Group", cells);
}
