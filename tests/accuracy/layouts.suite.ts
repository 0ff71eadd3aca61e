import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runAudit } from "../../src/audit/run-audit";
import { type Finding } from "../../src/contracts/finding";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { type ModelPart, partOfModel } from "../support/part-of-model";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { compareUnderstanding, contextOf } from "./layouts/compare-understanding";
import { findingsKept } from "./layouts/findings-kept";
import { layoutVariants } from "./layouts/layout-variants";

interface Tally {
  models: number;
  items: number;
  kept: number;
  wrong: number;
  findings: number;
  findingsKept: number;
  sameId: number;
}

const parts: readonly ModelPart[] = ["tuned", "opened", "kept"];

/** Cells beyond which a workbook is left out: to lay it out ten times over takes longer than all others together. */
const mostCells = 20_000;

/** Real models laid out otherwise: how much of what was understood and said is understood and said again. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const folder = path.join(dataFolder!, "models");
  const files = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
  const tallies = new Map<string, Tally>();
  for (const file of files.sort()) {
    const workbook = readXlsx(readFileSync(path.join(folder, file)), file);
    if (workbook.sheets.reduce((count, { cells }) => count + cells.length, 0) > mostCells) {
      onProgress(`${file}: left out, too long`);
      continue;
    }
    const before = contextOf(workbook);
    const findings = runAudit(before.index, before.model);
    for (const variant of layoutVariants) {
      const laidOut = variant.apply(workbook, before.model);
      if (laidOut === null) continue;
      const after = contextOf(laidOut.workbook);
      const compared = compareUnderstanding(before, after, laidOut.placeOf);
      const again: readonly Finding[] = runAudit(after.index, after.model);
      const said = findingsKept(findings, again, laidOut.placeOf);
      const tally = tallyOf(tallies, variant.name, partOfModel(file));
      tally.models++;
      tally.items += compared.items;
      tally.kept += compared.kept;
      tally.wrong += compared.wrong;
      tally.findings += findings.length;
      tally.findingsKept += said.kept;
      tally.sameId += said.sameId;
      if (compared.kept < compared.items)
        onProgress(`${file}, ${variant.name}: ${compared.kept} of ${compared.items} kept, ${compared.wrong} wrong`);
    }
  }
  return { rows: rowsOf(tallies), figures: parts.flatMap((part) => figuresOf(tallies, part)) };
};

function tallyOf(tallies: Map<string, Tally>, variant: string, part: ModelPart): Tally {
  const key = `${variant}|${part}`;
  let tally = tallies.get(key);
  if (tally === undefined)
    tallies.set(key, (tally = { models: 0, items: 0, kept: 0, wrong: 0, findings: 0, findingsKept: 0, sameId: 0 }));
  return tally;
}

function percent(share: number, of: number): number {
  return of === 0 ? 100 : (100 * share) / of;
}

function rowsOf(tallies: ReadonlyMap<string, Tally>): Record<string, string | number>[] {
  return layoutVariants.flatMap(({ name }) =>
    parts.flatMap((part) => {
      const tally = tallies.get(`${name}|${part}`);
      if (tally === undefined) return [];
      return [
        {
          layout: name,
          part,
          models: tally.models,
          rows: tally.items,
          "kept %": percent(tally.kept, tally.items).toFixed(1),
          "wrong %": percent(tally.wrong, tally.items).toFixed(1),
          findings: tally.findings,
          "said again %": percent(tally.findingsKept, tally.findings).toFixed(1),
          "same id %": percent(tally.sameId, tally.findings).toFixed(1),
        },
      ];
    }),
  );
}

function figuresOf(tallies: ReadonlyMap<string, Tally>, part: ModelPart): Figure[] {
  const own = [...tallies].filter(([key]) => key.endsWith(`|${part}`)).map(([, tally]) => tally);
  const sum = (count: (tally: Tally) => number) => own.reduce((total, tally) => total + count(tally), 0);
  const items = sum((tally) => tally.items);
  const findings = sum((tally) => tally.findings);
  const figure = (name: string, value: number, of: number): Figure => ({
    name,
    part,
    value: percent(value, of),
    unit: `% of ${of}`,
    bar: null,
  });
  return [
    figure(
      "rows read as before in another layout",
      sum((tally) => tally.kept),
      items,
    ),
    figure(
      "rows read as something else",
      sum((tally) => tally.wrong),
      items,
    ),
    figure(
      "findings said again",
      sum((tally) => tally.findingsKept),
      findings,
    ),
  ];
}
