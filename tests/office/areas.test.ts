import { type Area, packAreas, splitArea } from "../../src/office/areas";

const sheet = { id: "{1}", name: "Model", visibility: "visible" } as const;
const area = (startRow0: number, endRow0: number, startColumn0: number, endColumn0: number): Area => ({
  sheet,
  position: { startRow0, endRow0, startColumn0, endColumn0 },
});

it("cuts a tall area into strips of whole rows", () => {
  expect(splitArea(area(10, 109, 0, 9), 400, 64).map(({ position }) => [position.startRow0, position.endRow0])).toEqual(
    [
      [10, 43],
      [44, 77],
      [78, 109],
    ],
  );
});

it("cuts one long row by columns", () => {
  const parts = splitArea(area(5, 5, 0, 16_383), 15_000, 64).map(({ position }) => position);
  expect(parts).toEqual([
    { startRow0: 5, endRow0: 5, startColumn0: 0, endColumn0: 8_191 },
    { startRow0: 5, endRow0: 5, startColumn0: 8_192, endColumn0: 16_383 },
  ]);
});

it("makes no more parts than asked for", () => {
  expect(splitArea(area(0, 1_048_575, 0, 39), 15_000, 64)).toHaveLength(64);
});

it("packs small areas together and leaves large ones alone", () => {
  const areas = [area(0, 9, 0, 0), area(0, 4, 0, 0), area(0, 99, 0, 0), area(0, 0, 0, 0)];
  expect(packAreas(areas, 20, 64)).toEqual([[areas[0], areas[1]], [areas[2]], [areas[3]]]);
});
