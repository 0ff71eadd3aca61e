import { type Browser } from "playwright-core";
import { startServer, type StartedServer } from "../support/start-server";
import { attemptWrites } from "./attempt-writes";
import { launchBrowser, type OpenedWorkbench, openWorkbench } from "./open-workbench";

jest.setTimeout(90_000);

const secureAddress = "https://localhost:3000/";

/** office.js chooses the transport of Excel on the web only beside an https page: the same server, under that name. */
describe("the pane beside Excel on the web", () => {
  let server: StartedServer;
  let browser: Browser;
  let opened: OpenedWorkbench;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    opened = await openWorkbench(browser, secureAddress, {
      beforeOpening: (page) =>
        page.route(`${secureAddress}**`, async (route) => {
          const url = route.request().url().replace(secureAddress, server.address);
          await route.fulfill({ response: await route.fetch({ url }) });
        }),
    });
  });
  afterAll(async () => {
    // A request of the pane may still be on its way when the last test is done.
    await opened?.page.unrouteAll({ behavior: "ignoreErrors" });
    await browser?.close();
    await server?.stop();
  });

  it("reviews the workbook over cross-document messages", async () => {
    await opened.pane.getByTestId("finding").first().waitFor({ timeout: 20_000 });
    expect(await opened.paneFrame().evaluate(() => Office.context.platform)).toBe("OfficeOnline");
  });

  it("moves the grid to a cell a comment names", async () => {
    await opened.pane.getByTestId("finding").first().getByTestId("place").first().click();
    await opened.page.waitForFunction(() => document.querySelector("[data-testid=name-box]")?.textContent !== "A1");
  });

  it("hears of a selection in the grid", async () => {
    await opened.pane.getByTestId("tab-ask").click();
    await opened.page.getByTestId("sheet-tab").filter({ hasText: "Cash Flow" }).click();
    await opened.pane.getByTestId("selection").filter({ hasText: "Cash Flow" }).waitFor();
  });

  it("refuses every write on this way too", async () => {
    const attempts = await attemptWrites(opened.paneFrame(), "Assumptions");
    expect(
      attempts.filter(({ refusedBecause }) => refusedBecause?.startsWith("Refused, and not sent") !== true),
    ).toEqual([]);
    expect((await opened.spreadsheet()).writes).toEqual([]);
  });
});
