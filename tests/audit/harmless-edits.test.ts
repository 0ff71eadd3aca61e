import { readFileSync } from "node:fs";
import path from "node:path";
import { reviewWorkbook } from "../../src/audit/review-workbook";
import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { renameSheet } from "../support/edit-workbook";
import { seededRandom } from "../support/seeded-random";
import { workbook } from "../support/sheet";
import { rows } from "./find-with";
import { changedVerdicts, harmlessEdits } from "./edited-models";

const sampleFile = path.resolve(__dirname, "../../assets/sample/fernhollow-model.xlsx");
const sample = readXlsx(new Uint8Array(readFileSync(sampleFile)), "fernhollow-model.xlsx");

/** A small three-statement model with slips of several kinds. */
const bakery = workbook({
  Inputs: {
    A1: "Tax rate",
    B1: [0.25, 0.25, "0%"],
    A2: "Beta",
    B2: 1.2,
    A3: "Risk-free rate",
    B3: [0.04, 0.04, "0%"],
    A4: "Equity risk premium",
    B4: [0.05, 0.05, "0%"],
    A5: "Inflation",
    B5: [0.02, 0.02, "0%"],
    A7: "Cost of equity",
    B7: ["=B3+B2*B4", 0.1],
  },
  "Income statement": rows(
    ["", "2022A", "2023A", "2024A", "2025E", "2026E", "2027E", "2028E"],
    ["Revenue", 100, 110, 121, ["=D2*1.1", 133.1], ["=E2*1.1", 146.4], 400, ["=G2*1.1", 440]],
    ["Cost of revenue", 60, 66, 72, ["=E2*0.6", 79.9], ["=F2*0.6", 87.8], ["=G2*0.6", 240], ["=H2*0.6", 264]],
    [
      "Gross profit",
      ["=B2-B3", 40],
      ["=C2-C3", 44],
      ["=D2-D3", 49],
      ["=E2-E3", 53.2],
      ["=F2-F3", 58.6],
      ["=G2+G3", 640],
      ["=H2-H3", 176],
    ],
    [
      "Tax",
      10,
      11,
      12,
      ["=E4*Inputs!$B$1", 13.3],
      ["=F4*Inputs!$B$1", 14.6],
      ["=G4*Inputs!$B$1", 160],
      ["=H4*Inputs!$B$2", 211],
    ],
    [
      "Net income",
      ["=B4-B5", 30],
      ["=C4-C5", 33],
      ["=D4-D5", 37],
      ["=E4-E5", 39.9],
      ["=F4-F5", 44],
      ["=G4-G5", 480],
      ["=H4-H5", -35],
    ],
  ),
});

/** Two shops from one template, each with the same slip. */
const shop = (formula: string) =>
  rows(
    ["", 2021, 2022, 2023, 2024, 2025, 2026],
    ["Units", 10, 11, 12, 13, 14, 15],
    ["Price", 2, 2, 2, 2, 2, 2],
    ["Sales", ["=B2*B3", 20], ["=C2*C3", 22], ["=D2*D3", 24], [formula, 26], ["=F2*F3", 28], ["=G2*G3", 30]],
  );
const shops = workbook({
  North: { ...shop("=E2*D3"), A9: "Shop in the north" },
  South: { ...shop("=E2*D3"), A9: "Shop in the south" },
});

const models: readonly (readonly [string, WorkbookSnapshot])[] = [
  ["the sample model", sample],
  ["a bakery with slips", bakery],
  ["two shops from one template", shops],
];

describe.each(models)("the review of %s", (_name, model) => {
  const before = reviewWorkbook(model).findings;

  it("has something to keep", () => {
    expect(before.length).toBeGreaterThan(0);
  });

  it.each(harmlessEdits.map((edit) => [edit.name, edit] as const))("says the same after %s", (_edit, edit) => {
    const { lost, won } = changedVerdicts(before, edit.apply(model, seededRandom(7)));
    expect({ lost: lost.map(({ title }) => title), won: won.map(({ title }) => title) }).toEqual({ lost: [], won: [] });
  });

  it("keeps fingerprints where a sheet is renamed", () => {
    const renamed = renameSheet(model, model.sheets[0]!.name, "Elsewhere 2");
    const after = new Map(reviewWorkbook(renamed).findings.map(({ id, fingerprint }) => [id, fingerprint]));
    const kept = before.filter(({ id }) => after.has(id));
    expect(kept.map(({ id }) => after.get(id))).toEqual(kept.map(({ fingerprint }) => fingerprint));
  });
});
