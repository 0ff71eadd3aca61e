import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runAudit } from "../../src/audit/run-audit";
import { type Cell, type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { understandModel } from "../../src/model/understand-model";
import { fingerprintOf } from "../../src/workbook/fingerprint";
import { formatAddress } from "../../src/workbook/address";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { type Figure, type ScoredSuite } from "../support/scored-suite";

const sizes = [10_000, 100_000, 300_000];
const periods = 60;
const rowsASheet = 400;

interface Times {
  readonly indexMs: number;
  readonly understandMs: number;
  readonly auditMs: number;
}

function timeReview(snapshot: WorkbookSnapshot): Times {
  const started = performance.now();
  const index = indexWorkbook(snapshot);
  index.unreadFormulas();
  const indexed = performance.now();
  const model = understandModel(index);
  const understood = performance.now();
  runAudit(index, model);
  return { indexMs: indexed - started, understandMs: understood - indexed, auditMs: performance.now() - understood };
}

const wholeOf = ({ indexMs, understandMs, auditMs }: Times) => indexMs + understandMs + auditMs;

/** Real models beside a plain parse of the same bytes, and how the review grows with a made-up one. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const rows: Record<string, string | number>[] = [];
  const real: { readMs: number; reviewMs: number }[] = [];
  if (dataFolder !== null) {
    const folder = path.join(dataFolder, "models");
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith(".xlsx"))
      .sort()) {
      const bytes = readFileSync(path.join(folder, file));
      const read: number[] = [];
      const reviews: Times[] = [];
      for (let run = 0; run < 3; run++) {
        const started = performance.now();
        const snapshot = readXlsx(bytes, file);
        read.push(performance.now() - started);
        reviews.push(timeReview(snapshot));
      }
      const typical = reviews.sort((a, b) => wholeOf(a) - wholeOf(b))[1]!;
      const readMs = median(read);
      real.push({ readMs, reviewMs: wholeOf(typical) });
      rows.push({
        workbook: file,
        "read ms": Math.round(readMs),
        "index ms": Math.round(typical.indexMs),
        "understand ms": Math.round(typical.understandMs),
        "audit ms": Math.round(typical.auditMs),
        "review / read": Number((wholeOf(typical) / readMs).toFixed(2)),
      });
    }
    onProgress(`${real.length} real models timed, the middle of three runs each`);
  }

  const grown = sizes.map((cells) => {
    const snapshot = madeUpModel(cells);
    const times = timeReview(snapshot);
    const held = snapshot.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
    rows.push({
      workbook: `made up, ${held} cells`,
      "read ms": 0,
      "index ms": Math.round(times.indexMs),
      "understand ms": Math.round(times.understandMs),
      "audit ms": Math.round(times.auditMs),
      "review / read": 0,
    });
    onProgress(`${held} cells: ${Math.round(wholeOf(times))} ms`);
    return { cells: held, ms: wholeOf(times) };
  });
  const [small, large] = [grown[0]!, grown.at(-1)!];
  const figure = (name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure => ({
    name,
    part: "all",
    value,
    unit,
    bar,
  });
  return {
    rows,
    figures: [
      ...(real.length === 0
        ? []
        : [
            figure("reading a real model, median", median(real.map(({ readMs }) => readMs)), "ms"),
            figure("reviewing it, median", median(real.map(({ reviewMs }) => reviewMs)), "ms", { atMost: 150 }),
            figure("review / read, median", median(real.map(({ readMs, reviewMs }) => reviewMs / readMs)), ""),
          ]),
      ...grown.map(({ cells, ms }) => figure(`made up, ${cells} cells`, ms, "ms")),
      figure("time a cell, largest against smallest", large.ms / large.cells / (small.ms / small.cells), "times", {
        atMost: 3,
      }),
    ],
  };
};

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Sheets of monthly rows, each an input grown from the month before, a share of another row or a sum of rows above. */
function madeUpModel(cells: number): WorkbookSnapshot {
  const sheets = [];
  for (let left = cells, number = 1; left > 0; number++) {
    const rows = Math.min(rowsASheet, Math.max(10, Math.ceil(left / (periods + 1))));
    sheets.push(madeUpSheet(`Sheet ${number}`, rows));
    left -= rows * (periods + 1);
  }
  return {
    name: "made-up.xlsx",
    sheets,
    names: [],
    tables: [],
    iterative: null,
    fingerprint: fingerprintOf({ sheets, names: [] }),
  };
}

function madeUpSheet(name: string, rowCount: number): WorkbookSnapshot["sheets"][number] {
  const cells: Cell[] = [];
  const put = (rowIndex0: number, columnIndex0: number, value: Cell["value"], formula: string | null = null) =>
    cells.push({ rowIndex0, columnIndex0, value, formula, numberFormat: null });
  put(0, 0, "Month");
  for (let month = 0; month < periods; month++)
    put(0, month + 1, `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`);
  for (let row = 1; row < rowCount; row++) {
    put(row, 0, `Line ${row} of costs`);
    for (let column = 1; column <= periods; column++) put(row, column, 100 + row, madeUpFormula(row, column));
  }
  return { name, visibility: "visible", hiddenRows: [], hiddenColumns: [], cells };
}

function madeUpFormula(row: number, column: number): string | null {
  const at = (r: number, c: number) => formatAddress(r, c);
  if (row % 10 === 9) return `=SUM(${at(row - 8, column)}:${at(row - 1, column)})`;
  if (column === 1) return null;
  if (row % 3 === 0) return `=${at(row, column - 1)}*(1+$B$2/1000)`;
  return row % 3 === 1 ? `=${at(row, column - 1)}+1` : `=${at(row - 1, column)}*$B$3/100`;
}
