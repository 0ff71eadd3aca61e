import { type Answer } from "../../../src/contracts/answer";
import { type DocumentRef } from "../../../src/contracts/document";
import { type Citation, type Evidence } from "../../../src/contracts/evidence";
import { type Finding } from "../../../src/contracts/finding";
import { type LineItem, type ModelMap, type Parameter, type TimeAxis } from "../../../src/contracts/model-map";
import { type ShownNumber } from "../../../src/contracts/rich-text";

export const annualReport: DocumentRef = {
  id: "report-2024",
  title: "Annual report 2024",
  company: "Made-Up Instruments",
  ticker: null,
  cik: null,
  form: "10-K",
  periodEnd: "2024-12-31",
  filed: "2025-02-14",
  accession: null,
  fictional: true,
};

export const marginText = "Gross margin was 41.2% in fiscal 2024. We expect between 40% and 42% next year.";

export const marginCitation: Citation = {
  passageId: "report-2024#7",
  document: annualReport,
  part: "II",
  item: "7",
  page: "34",
  quote: "We expect between 40% and 42% next year.",
  start: 39,
  end: 79,
};

export const marginEvidence: Evidence = {
  passageId: "report-2024#7",
  document: annualReport,
  part: "II",
  item: "7",
  path: ["Results of operations"],
  page: "34",
  laterPages: [],
  kind: "text",
  text: marginText,
  start: 0,
  end: marginText.length,
  boilerplate: false,
  score: { total: 1, parts: [] },
};

export function shownNumber(shown: string, given: Partial<ShownNumber> = {}): ShownNumber {
  return { shown, value: null, unit: null, reference: null, verdict: "unchecked", ...given };
}

export function finding(id: string, given: Partial<Finding> = {}): Finding {
  return {
    id,
    // A rule of its own: the default view shows only a few findings of one rule.
    rule: `rule-of-${id}`,
    severity: "medium",
    confidence: 0.9,
    sheet: "Sheet1",
    cells: ["B1"],
    title: `Finding ${id}`,
    comment: [{ kind: "text", text: `Comment ${id}.` }],
    consequence: { outputs: [], dependents: 0 },
    fingerprint: `fingerprint-${id}`,
    citations: [],
    ...given,
  };
}

export const emptyModel: ModelMap = {
  company: null,
  fiscalYearEndMonth: null,
  axes: [],
  lineItems: [],
  parameters: [],
  outputs: [],
  tables: [],
  checks: [],
  switches: [],
  alikeSheets: [],
  circularGroups: [],
};

/** Two reported years and one to come, in columns B to D. */
export const yearAxis: TimeAxis = {
  id: "years",
  sheet: "Sheet1",
  orientation: "columns",
  headerIndex0: 0,
  span: { first0: 0, last0: 20 },
  periods: [
    { index0: 1, label: "FY2023", kind: "year", year: 2023, ordinal: null, endDate: "2023-12-31", phase: "actual" },
    { index0: 2, label: "FY2024", kind: "year", year: 2024, ordinal: null, endDate: "2024-12-31", phase: "actual" },
    { index0: 3, label: "FY2025", kind: "year", year: 2025, ordinal: null, endDate: "2025-12-31", phase: "forecast" },
  ],
};

export function lineItem(row0: number, label: string, given: Partial<LineItem> = {}): LineItem {
  return {
    id: `Sheet1/${label}`,
    sheet: "Sheet1",
    axisId: "years",
    index0: row0,
    label,
    labelCell: { sheet: "Sheet1", rowIndex0: row0, columnIndex0: 0 },
    path: [],
    concept: { id: "revenue", confidence: 1, reason: "its label" },
    statement: "income-statement",
    unit: { kind: "currency", currency: "USD", scale: 1e6 },
    role: "input",
    isTotal: false,
    range: { sheet: "Sheet1", startRow0: row0, endRow0: row0, startColumn0: 1, endColumn0: 3 },
    ...given,
  };
}

export function parameter(label: string, rowIndex0: number, given: Partial<Parameter> = {}): Parameter {
  return {
    id: `Sheet1/${label}`,
    sheet: "Sheet1",
    label,
    labelCell: { sheet: "Sheet1", rowIndex0, columnIndex0: 0 },
    cell: { sheet: "Sheet1", rowIndex0, columnIndex0: 1 },
    path: [],
    concept: { id: "tax-rate", confidence: 1, reason: "its label" },
    unit: { kind: "percent", currency: null, scale: null },
    role: "input",
    ...given,
  };
}

export function answer(given: Partial<Answer> = {}): Answer {
  return {
    status: "answered",
    reason: null,
    statements: [],
    value: null,
    nextQuestions: [],
    writtenBy: "facts-and-formulas",
    fellBackBecause: null,
    intent: {
      companies: [],
      periods: [],
      forms: [],
      statements: [],
      items: [],
      concepts: [],
      kind: "open",
      asOf: null,
      terms: [],
    },
    evidence: [],
    trace: [],
    ...given,
  };
}
