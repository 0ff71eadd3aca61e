import { addTo, groupBy } from "../../src/workbook/group-by";

describe("items by a key", () => {
  it("keep their order, and so do the keys", () => {
    const groups = groupBy(["tax", "rent", "tin", "ray"], (word) => word[0]);
    expect([...groups]).toEqual([
      ["t", ["tax", "tin"]],
      ["r", ["rent", "ray"]],
    ]);
  });

  it("are added to the groups that stand", () => {
    const groups = groupBy([1, 2], () => "all");
    addTo(groups, "all", 3);
    addTo(groups, "new", 4);
    expect(groups.get("all")).toEqual([1, 2, 3]);
    expect(groups.get("new")).toEqual([4]);
  });
});
