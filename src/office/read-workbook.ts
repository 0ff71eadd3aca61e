import { type Cell, type WorkbookSnapshot } from "../contracts/workbook-snapshot";
import { type ReadProgress } from "../contracts/workbook-host";
import { fingerprintOf } from "../workbook/fingerprint";
import { cellCountOf, packAreas } from "./areas";
import { planReading } from "./plan-reading";
import { readCells } from "./read-cells";
import { readHidden } from "./read-hidden";
import { type ReadLimits, readLimits } from "./read-limits";
import { readNames, readTables } from "./read-names";
import { readOutline } from "./read-outline";
import { asReadFailure, hostCodeOf, type RunBatch } from "./run-batch";

/**
 * Every sheet, hidden ones included, sparse. Waits while a cell is edited; a sheet deleted meanwhile is left out.
 * Throws `office/read-cancelled`, `office/workbook-too-large`, `office/read-failed`.
 */
export async function readWorkbook(
  run: RunBatch,
  options: { onProgress: (progress: ReadProgress) => void; signal: AbortSignal; limits?: ReadLimits },
): Promise<WorkbookSnapshot> {
  try {
    return await readAll(run, options.onProgress, options.signal, options.limits ?? readLimits);
  } catch (thrown) {
    throw asReadFailure(thrown);
  }
}

async function readAll(
  run: RunBatch,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
  limits: ReadLimits,
): Promise<WorkbookSnapshot> {
  // Whoever edits a cell will finish or the reader will cancel: there is no other reason to give up.
  const patient = { signal, patienceMs: Infinity };
  const outline = await readOutline(run, patient);
  const areas = await planReading(run, outline.used, limits, patient);
  const cellsTotal = areas.reduce((sum, { position }) => sum + cellCountOf(position), 0);

  const cellsOfSheet = new Map<string, Cell[] | null>(outline.sheets.map(({ id }) => [id, []]));
  let cellsRead = 0;
  for (const pack of packAreas(areas, limits.batchCells, limits.batchAreas)) {
    onProgress({ sheet: pack[0]?.sheet.name ?? "", cellsRead, cellsTotal });
    for (const { area, cells } of await readCells(run, pack, patient)) {
      const known = cellsOfSheet.get(area.sheet.id);
      if (cells === null) cellsOfSheet.set(area.sheet.id, null);
      else for (const cell of cells) known?.push(cell);
      cellsRead += cellCountOf(area.position);
    }
  }
  onProgress({ sheet: areas.at(-1)?.sheet.name ?? "", cellsRead: cellsTotal, cellsTotal });

  const hidden = await readHidden(run, outline.used, patient);
  const hiddenOfSheet = new Map(outline.used.map(({ sheet }, i) => [sheet.id, hidden[i]]));
  const present = outline.sheets.filter(({ id }) => cellsOfSheet.get(id) !== null);
  const sheets = present.map(({ id, name, visibility }) => ({
    name,
    visibility,
    cells: inOrder(cellsOfSheet.get(id) ?? []),
    hiddenRows: hiddenOfSheet.get(id)?.rows ?? [],
    hiddenColumns: hiddenOfSheet.get(id)?.columns ?? [],
  }));
  const names = await readNames(run, present, patient);
  const tables = await againWhereGone(() => readTables(run, patient));
  const { name, iterative } = outline;
  return { name, sheets, names, tables, iterative, fingerprint: fingerprintOf({ sheets, names }) };
}

function inOrder(cells: Cell[]): Cell[] {
  return cells.sort((a, b) => a.rowIndex0 - b.rowIndex0 || a.columnIndex0 - b.columnIndex0);
}

/** A table can be deleted between its two questions; the second time it is simply not there. */
async function againWhereGone<T>(read: () => Promise<T>): Promise<T> {
  return read().catch((thrown: unknown) => {
    if (hostCodeOf(thrown) !== "ItemNotFound") throw thrown;
    return read();
  });
}
