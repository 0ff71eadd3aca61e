import { type Browser } from "playwright-core";
import { startServer, type StartedServer } from "../support/start-server";
import { attemptWrites } from "./attempt-writes";
import { dropFile, launchBrowser, type OpenedWorkbench, openWorkbench } from "./open-workbench";
import { writeSecondWorkbook } from "./write-second-workbook";

jest.setTimeout(90_000);

/** One visit, step after step, as someone has who opens Marginalia for the first time. */
describe("the newcomer's path", () => {
  let server: StartedServer;
  let browser: Browser;
  let opened: OpenedWorkbench;
  let fingerprintAtFirst: string;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    opened = await openWorkbench(browser, server.address);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("shows a sample model and, within seconds, comments on it", async () => {
    const { page, pane } = opened;
    await page.getByTestId("sheet-tab").first().waitFor();
    await pane.getByTestId("finding").first().waitFor({ timeout: 20_000 });
    expect(await pane.getByTestId("finding").count()).toBeGreaterThanOrEqual(10);
    fingerprintAtFirst = (await opened.spreadsheet()).fingerprint;
  });

  it("moves the grid to a cell a comment names", async () => {
    const { page, pane } = opened;
    const place = pane.getByTestId("finding").first().getByTestId("place").first();
    const [sheet = "", range = ""] = ((await place.textContent()) ?? "").replaceAll("'", "").split("!");
    await place.click();
    await page.waitForFunction((at) => document.querySelector("[data-testid=name-box]")?.textContent === at, range);
    expect(await page.getByRole("tab", { selected: true }).textContent()).toBe(sheet);
    expect(await page.getByTestId("grid-selection").isVisible()).toBe(true);
  });

  it("opens a cited passage in its filing, highlighted, with form, period and filed date", async () => {
    const { pane } = opened;
    await pane.getByTestId("finding").getByTestId("citation").first().click();
    const passage = pane.getByTestId("passage-view");
    await passage.getByTestId("passage-highlight").first().waitFor();
    const words = await passage.innerText();
    expect(words).toMatch(/10-[KQ]|8-K/);
    expect(words).toMatch(/period to \d{4}-\d{2}-\d{2}/);
    expect(words).toMatch(/filed \d{4}-\d{2}-\d{2}/);
    expect(words).toContain("made-up sample company");
  });

  it("answers a question about the selected range, every number and quote with its source", async () => {
    const { page, pane } = opened;
    await page.getByTestId("sheet-tab").filter({ hasText: "Income Statement" }).click();
    const from = await page.locator('[data-address="B5"]').boundingBox();
    const to = await page.locator('[data-address="D5"]').boundingBox();
    await page.mouse.move(from!.x + 8, from!.y + 8);
    await page.mouse.down();
    await page.mouse.move(to!.x + 8, to!.y + 8, { steps: 4 });
    await page.mouse.up();
    expect(await page.getByTestId("name-box").textContent()).toBe("B5:D5");

    await pane.getByTestId("tab-ask").click();
    await pane
      .getByTestId("ask-input")
      .fill("What was revenue in fiscal 2024, and does the model agree with the 10-K?");
    await pane.getByTestId("ask-send").click();
    const answer = pane.getByTestId("answer").first();
    await answer.waitFor({ timeout: 30_000 });
    expect(await answer.getAttribute("data-status")).toBe("answered");
    const statements = await answer.getByTestId("answer-statement").all();
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      const numbers = await statement.getByTestId("number").all();
      for (const number of numbers) expect(await number.getAttribute("data-verdict")).toMatch(/^(matched|derived)$/);
      expect(numbers.length + (await statement.getByTestId("citation").count())).toBeGreaterThan(0);
    }
    expect(await answer.getByTestId("citation").count()).toBeGreaterThan(0);
  });

  it("changed nothing and refused nothing of its own so far", async () => {
    const { fingerprint, writes, batches } = await opened.spreadsheet();
    expect(fingerprint).toBe(fingerprintAtFirst);
    expect(writes).toEqual([]);
    expect(batches).toBeGreaterThan(0);
    expect(await opened.pane.getByTestId("guard-state").textContent()).toContain("standing; 0 refused");
  });

  it("refuses every hostile write before it leaves the pane", async () => {
    const before = await opened.spreadsheet();
    const attempts = await attemptWrites(opened.paneFrame(), "Assumptions");
    expect(
      attempts.filter(({ refusedBecause }) => refusedBecause?.startsWith("Refused, and not sent") !== true),
    ).toEqual([]);
    expect(attempts).toHaveLength(23);
    const after = await opened.spreadsheet();
    expect(after.writes).toEqual([]);
    expect(after.fingerprint).toBe(before.fingerprint);
  });

  it("says why a file that is no workbook was not opened, and keeps the one that is", async () => {
    const { page } = opened;
    await dropFile(page, "broken.xlsx", Buffer.from("this is not a workbook"));
    await page.getByTestId("message-bar").waitFor();
    expect(await page.getByTestId("message-bar").innerText()).toContain("broken.xlsx");
    expect((await opened.spreadsheet()).fingerprint).toBe(fingerprintAtFirst);
  });

  it("does the same for a workbook dropped on the page", async () => {
    const { page, pane } = opened;
    await dropFile(page, "second.xlsx", writeSecondWorkbook());
    await page.getByTestId("sheet-tab").filter({ hasText: "Budget" }).waitFor();
    await pane.getByTestId("finding").first().waitFor({ timeout: 20_000 });
    expect(await page.getByTestId("workbook-name").textContent()).toBe("second.xlsx");
    expect(await page.getByTestId("message-bar").count()).toBe(0);
    const place = pane.getByTestId("finding").first().getByTestId("place").first();
    await place.click();
    await page.waitForFunction(() => document.querySelector("[data-testid=name-box]")?.textContent !== "A1");
    expect((await opened.spreadsheet()).writes).toEqual([]);
  });

  it("sent nothing to anywhere else and complained of nothing", () => {
    expect(opened.foreignRequests).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});
