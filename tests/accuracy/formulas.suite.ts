import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { printFormula } from "../../src/workbook/print-formula";
import { fromR1C1, toR1C1 } from "../../src/workbook/r1c1";
import { readFormula } from "../../src/workbook/read-formula";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { mutatedFormulas } from "../workbook/mutated-formulas";
import { tormentReader } from "../workbook/torment-reader";

/** Bars as data; a formula of a real workbook that cannot be read would be listed here with its reason. */
const bars = {
  unread: { atMost: 0 },
  printedDifferently: { atMost: 0 },
  changedThroughR1C1: { atMost: 0 },
  microsecondsAFormula: { atMost: 50 },
  fuzzFailures: { atMost: 0 },
  looksASign: { atMost: 1 },
  slowestFuzzedMs: { atMost: 250 },
} as const;
const fuzzed = 100_000;
const fuzzSeed = 20_261;

interface Read {
  formulas: number;
  unread: number;
  printedDifferently: number;
  changedThroughR1C1: number;
  ms: number;
}

function readAll(snapshot: WorkbookSnapshot, onProgress: (line: string) => void): Read {
  const total: Read = { formulas: 0, unread: 0, printedDifferently: 0, changedThroughR1C1: 0, ms: 0 };
  const texts = snapshot.names.map(({ formula }) => ({
    formula,
    home: { rowIndex0: 0, columnIndex0: 0 },
    at: "a name",
  }));
  for (const sheet of snapshot.sheets)
    for (const cell of sheet.cells)
      if (cell.formula !== null) texts.push({ formula: cell.formula, home: cell, at: sheet.name });
  for (const { formula, home, at } of texts) {
    const started = performance.now();
    const read = readFormula(formula);
    total.ms += performance.now() - started;
    total.formulas++;
    const where = `${snapshot.name}, ${at}`;
    if (read.kind === "unread") {
      total.unread++;
      onProgress(`unread, ${read.why}: ${where}`);
      continue;
    }
    if (printFormula(read) !== formula) {
      total.printedDifferently++;
      onProgress(`prints back differently: ${where}`);
    }
    const r1c1 = toR1C1(formula, home);
    if (r1c1 === null || fromR1C1(r1c1, home) !== formula) {
      total.changedThroughR1C1++;
      onProgress(`changed through R1C1: ${where}`);
    }
  }
  return total;
}

/** Every formula of every real workbook, and a hundred thousand that nobody wrote. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const all: Read = { formulas: 0, unread: 0, printedDifferently: 0, changedThroughR1C1: 0, ms: 0 };
  let workbooks = 0;
  for (const folder of ["models", "custodes"]) {
    const files = readdirSync(path.join(dataFolder!, folder)).filter((name) => name.endsWith(".xlsx"));
    for (const file of files.sort()) {
      const read = readAll(readXlsx(readFileSync(path.join(dataFolder!, folder, file)), file), onProgress);
      for (const key of Object.keys(all) as (keyof Read)[]) all[key] += read[key];
      workbooks++;
    }
  }
  const torment = tormentReader(mutatedFormulas(fuzzed, fuzzSeed), () => performance.now());
  for (const failure of torment.failures.slice(0, 20)) onProgress(failure);
  const figure = (name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure => ({
    name,
    part: "all",
    value,
    unit,
    bar,
  });
  return {
    rows: [],
    figures: [
      figure("formulas and names of real workbooks", all.formulas, `in ${workbooks}`),
      figure("unread", all.unread, `of ${all.formulas}`, bars.unread),
      figure("printed back differently", all.printedDifferently, `of ${all.formulas}`, bars.printedDifferently),
      figure("changed from A1 to R1C1 and back", all.changedThroughR1C1, `of ${all.formulas}`, bars.changedThroughR1C1),
      figure("reading a formula", (all.ms * 1000) / all.formulas, "µs", bars.microsecondsAFormula),
      figure("mutated formulas", torment.formulas, ""),
      figure("of them read", torment.read, ""),
      figure("crashed or came back changed", torment.failures.length, `of ${torment.formulas}`, bars.fuzzFailures),
      figure("looks for a reference a sign, at most", torment.mostLooksASign, "", bars.looksASign),
      figure("slowest mutated formula", torment.slowestMs, "ms", bars.slowestFuzzedMs),
    ],
  };
};
