import { scrollToReveal } from "../../../src/workbench/page/scroll-to-reveal";

const view = { viewStart: 100, viewSize: 300 };

describe("bringing a span into view", () => {
  it("does not move for what is already seen", () => {
    expect(scrollToReveal({ start: 120, end: 140, ...view }, true)).toBe(100);
  });

  it("moves by as little as it must for a step", () => {
    expect(scrollToReveal({ start: 400, end: 420, ...view }, false)).toBe(120);
    expect(scrollToReveal({ start: 80, end: 100, ...view }, false)).toBe(80);
  });

  it("leaves room around what a jump goes to", () => {
    expect(scrollToReveal({ start: 1000, end: 1030, ...view }, true)).toBe(910);
    expect(scrollToReveal({ start: 20, end: 40, ...view }, true)).toBe(0);
  });

  it("shows the start of what is larger than the view", () => {
    expect(scrollToReveal({ start: 500, end: 1500, ...view }, true)).toBe(500);
  });
});
