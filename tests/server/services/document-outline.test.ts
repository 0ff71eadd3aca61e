import { readOutline } from "../../../src/server/services/document-outline";
import { type Store, type StoredDocument } from "../../../src/storage/store";

const document = { id: "report" } as StoredDocument;
const page = (name: string, from: number) => ({ page: name, from });

function storeWith(given: Partial<Store>): Store {
  return { documentById: () => Promise.resolve(document), ...given } as Store;
}

describe("the outline of a stored document", () => {
  const store = storeWith({
    layoutOf: () =>
      Promise.resolve({
        sections: [
          { part: "II", item: "7", title: "Discussion", start: 0, end: 100 },
          { part: "II", item: "8", title: "Statements", start: 120, end: 300 },
        ],
        passages: [
          { kind: "text", start: 0, end: 140, page: "30", laterPages: [page("31", 90), page("32", 110)] },
          { kind: "table", start: 140, end: 300, page: "32", laterPages: [page("33", 150)] },
        ],
      }),
    disclosuresOf: () =>
      Promise.resolve([
        { id: "report~0", concept: null, kind: "note", title: "Debt", spans: [{ start: 150, end: 200 }] },
      ]),
  });

  it("names the pages a section begins and ends on, not those its first and last passage do", async () => {
    const { sections } = await readOutline(store, "report");
    expect(sections).toEqual([
      {
        ...{ kind: "section", part: "II", item: "7", title: "Discussion" },
        ...{ firstPage: "30", lastPage: "31", passages: 1, tables: 0 },
      },
      {
        ...{ kind: "section", part: "II", item: "8", title: "Statements" },
        ...{ firstPage: "32", lastPage: "33", passages: 2, tables: 1 },
      },
    ]);
  });

  it("gives notes their pages as well", async () => {
    const { disclosures } = await readOutline(store, "report");
    expect(disclosures).toEqual([
      {
        ...{ kind: "note", part: null, item: null, title: "Debt" },
        ...{ firstPage: "32", lastPage: "32", passages: 1, tables: 1 },
      },
    ]);
  });

  it("says that there is no such document", async () => {
    const empty = storeWith({ documentById: () => Promise.resolve(null) });
    await expect(readOutline(empty, "report")).rejects.toThrow('There is no document "report" here.');
  });
});
