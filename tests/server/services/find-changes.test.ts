import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type FilingChangesRequest } from "../../../src/contracts/filing-changes";
import { type Services } from "../../../src/server/services/services";
import { openSampleServices } from "../../support/open-sample-services";

jest.setTimeout(120_000);

describe("what changed in the sample's filings", () => {
  let folder: string;
  let services: Services;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-changes-"));
    services = await openSampleServices(folder);
  });
  afterAll(async () => {
    await services.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (given: Partial<FilingChangesRequest>) =>
    services.filingChanges({
      documentId: null,
      company: "FHLX",
      item: "1A",
      from: null,
      to: null,
      asOf: null,
      ...given,
    });

  it("names the risk factors that are new in the newest annual report", async () => {
    const found = await ask({});
    expect([found.earlier.periodEnd, found.later.periodEnd]).toEqual(["2023-12-31", "2024-12-31"]);
    expect(found.units.filter(({ kind }) => kind === "new").map(({ heading }) => heading)).toEqual([
      "One distributor accounts for a large share of our revenue",
      "Tariffs on imported components would raise our costs",
    ]);
    expect(found.units.filter(({ kind }) => kind === "dropped").map(({ heading }) => heading)).toEqual([
      "Moving to the new assembly line may interrupt deliveries",
    ]);
    expect(found.counts).toMatchObject({ added: 7, removed: 3, changed: 0, figures: 1 });
  });

  it("looks at nothing filed after the as-of date", async () => {
    const found = await ask({ asOf: "2024-12-01" });
    expect([found.earlier.periodEnd, found.later.periodEnd]).toEqual(["2022-12-31", "2023-12-31"]);
  });

  it("takes filings by form and year", async () => {
    const found = await ask({ from: "10-K-2022", to: "10-K-2024", item: "7" });
    expect([found.earlier.periodEnd, found.later.periodEnd]).toEqual(["2022-12-31", "2024-12-31"]);
  });

  it("says what is missing: the company, the item, or a year before", async () => {
    await expect(ask({ company: "Nobody" })).rejects.toMatchObject({ code: "server/not-found" });
    await expect(ask({ item: "99" })).rejects.toMatchObject({ code: "server/no-such-item" });
    await expect(ask({ to: "10-K-2022" })).rejects.toMatchObject({ code: "server/nothing-to-compare" });
  });
});
