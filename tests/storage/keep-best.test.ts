import { keepBest } from "../../src/storage/queries/keep-best";

const upward = (a: number, b: number): number => a - b;

it("keeps the first of ten thousand in whatever order they come", () => {
  const kept = keepBest<number>(3, upward);
  // 7919 is prime to 10,000: every number once, out of order.
  for (let n = 0; n < 10_000; n++) kept.offer((n * 7919) % 10_000);
  expect(kept.best()).toEqual([0, 1, 2]);
});

it("gives all where there are fewer than asked for", () => {
  const kept = keepBest<number>(5, upward);
  for (const n of [3, 1, 2]) kept.offer(n);
  expect(kept.best()).toEqual([1, 2, 3]);
});
