import {
  evenness,
  extremesOf,
  lastStreak,
  paceOf,
  stepsOf,
  turningPoint,
} from "../../../../src/reasoning/plain/trend/measure-trend";

const row = (...values: (number | null)[]) => values.map((value) => (value === null ? null : { value, halfUnit: 0.5 }));
const growth = (...values: (number | null)[]) => stepsOf(row(...values), "growth");

describe("stepsOf", () => {
  it("takes growth of amounts and says which way", () => {
    expect(growth(100, 120, 90)).toEqual([
      { to: 1, sign: 1, size: expect.closeTo(0.2, 10) as number },
      { to: 2, sign: -1, size: expect.closeTo(-0.25, 10) as number },
    ]);
  });

  it("counts no step over a gap", () => {
    expect(growth(100, null, 120, 130).map(({ to }) => to)).toEqual([3]);
  });

  it("calls a change within the rounding of both figures none", () => {
    expect(growth(100, 101).map(({ sign }) => sign)).toEqual([0]);
    expect(growth(100, 101.5).map(({ sign }) => sign)).toEqual([1]);
  });

  it("has no growth from a loss, to a loss or from nothing", () => {
    expect(growth(-5, 100, -20, 0).map(({ size }) => size)).toEqual([null, null, null]);
  });

  it("sets a quarter against the same one a year before", () => {
    const [step] = stepsOf(row(100, 200, 300, 400, 110), "growth", 4);
    expect(step).toEqual({ to: 4, sign: 1, size: expect.closeTo(0.1, 10) as number });
  });
});

describe("words of a course", () => {
  it("ends a streak where the row went the other way, or lacks a year", () => {
    expect(lastStreak(growth(90, 80, 100, 120))).toEqual({ sign: 1, length: 2 });
    expect(lastStreak(growth(80, 100, null, 110, 120))).toEqual({ sign: 1, length: 1 });
    expect(lastStreak(growth(100, 100.2))).toBeNull();
  });

  it("calls it a turn only after two years one way and two the other", () => {
    expect(turningPoint(growth(100, 110, 120, 110, 100))).toEqual({ at: 2, since: -1 });
    expect(turningPoint(growth(120, 110, 100, 105, 112))).toEqual({ at: 2, since: 1 });
    expect(turningPoint(growth(100, 110, 120, 110))).toBeNull();
    expect(turningPoint(growth(100, 90, 110, 120, 110, 100))).toBeNull();
    expect(turningPoint(growth(100, 110, null, 120, 130, 120, 110))).toBeNull();
  });

  it("says that growth quickens or slows only where each rate is a point from the one before", () => {
    expect(paceOf(growth(100, 102, 107, 118))).toMatchObject({
      pace: "quickened",
      steps: [{ to: 1 }, { to: 2 }, { to: 3 }],
    });
    expect(paceOf(growth(1000, 1200, 1320))).toMatchObject({ pace: "slowed" });
    expect(paceOf(growth(1000, 1100, 1214))).toBeNull();
    expect(paceOf(growth(1000, 900, 700))).toMatchObject({ pace: "deepened" });
    expect(paceOf(growth(1000, 700, 650))).toMatchObject({ pace: "eased" });
    expect(paceOf(growth(1000, 1100, 900))).toBeNull();
  });

  it("finds no extremes in a row of one", () => {
    expect(extremesOf([0.1, null, -0.2])).toEqual({ high: 0, low: 2 });
    expect(extremesOf([0.1])).toBeNull();
    expect(extremesOf([null])).toBeNull();
  });

  it("calls three changes steady within three points, uneven from twenty, and neither between", () => {
    expect(evenness(growth(1000, 1050, 1103, 1158))).toBe("steady");
    expect(evenness(growth(1000, 1400, 1300, 1350))).toBe("uneven");
    expect(evenness(growth(1000, 1100, 1100.9 * 1.02, 1240))).toBeNull();
    expect(evenness(growth(1000, 1050))).toBeNull();
  });
});
