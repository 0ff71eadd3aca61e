import { type Area, cellCountOf, splitArea } from "./areas";
import { WorkbookTooLarge } from "./office-errors";
import { type ReadLimits } from "./read-limits";
import { readUsedRanges } from "./read-outline";
import { type BatchOptions, type RunBatch } from "./run-batch";

/**
 * Areas of at most a batch each that together hold every filled cell. Large used ranges are cut up and each part
 * asked for what it uses, so blank stretches are skipped. Throws `office/workbook-too-large`.
 */
export async function planReading(
  run: RunBatch,
  used: readonly Area[],
  limits: ReadLimits,
  options: BatchOptions,
): Promise<Area[]> {
  const planned: Area[] = [];
  let plannedCells = 0;
  for (const whole of used) {
    let open: Area[] = [whole];
    while (open.length > 0) {
      const tooLarge = open.filter(({ position }) => cellCountOf(position) > limits.batchCells);
      for (const area of open) {
        if (cellCountOf(area.position) > limits.batchCells) continue;
        planned.push(area);
        plannedCells += cellCountOf(area.position);
        if (plannedCells > limits.mostCells) throw new WorkbookTooLarge(area.sheet.name, limits.mostCells);
      }
      const [first, ...later] = tooLarge;
      if (first === undefined) break;
      const parts = splitArea(first, limits.batchCells, limits.batchAreas);
      open = [...(await readUsedRanges(run, parts, options)), ...later];
    }
  }
  return planned;
}
