import { raisedFlag } from "../../../../src/audit/rules/unused/raised-flag";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const plant = (volumes: readonly [number, number, number], label: string) =>
  rows(
    ["", 2026, 2027, 2028],
    ["Volume", ...volumes],
    ["Capacity", 100, 100, 100],
    [label, ...["B", "C", "D"].map((c, i) => [`=IF(${c}2>${c}3,1,0)`, volumes[i]! > 100 ? 1 : 0] as const)],
  );

test("a warning that is raised and read by nothing is told with its period", () => {
  const found = findWith(raisedFlag, sheet(plant([90, 98, 104], "Capacity exceeded?")));
  expect(placesOf(found)).toEqual(["Sheet1!D4"]);
  expect(wordsOf(found[0])).toContain("“Capacity exceeded” is raised in 2028");
});

test("a warning that is off, one that a formula reads, and one that says all is well are left alone", () => {
  expect(findWith(raisedFlag, sheet(plant([90, 95, 98], "Capacity exceeded?")))).toEqual([]);
  expect(findWith(raisedFlag, sheet(plant([90, 95, 104], "No shortfall")))).toEqual([]);
  expect(
    findWith(
      raisedFlag,
      sheet({ ...plant([90, 98, 104], "Capacity exceeded?"), A5: "Sold", D5: ["=IF(D4=1,D3,D2)", 100] }),
    ),
  ).toEqual([]);
});
