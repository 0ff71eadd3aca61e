import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Browser } from "playwright-core";
import { startServer, type StartedServer } from "../support/start-server";
import { launchBrowser, openWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

const shots = path.join(__dirname, "shots");

/** Every width and both themes, kept as pictures to look at; what can be asserted of them is. */
describe("the pane at every width", () => {
  let server: StartedServer;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    server = await startServer();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it.each<[number, "light" | "dark"]>([
    [320, "light"],
    [400, "light"],
    [600, "light"],
    [320, "dark"],
    [400, "dark"],
    [600, "dark"],
  ])("fits %d pixels in the %s theme", async (paneWidthPx, colorScheme) => {
    const opened = await openWorkbench(browser, server.address, { paneWidthPx, colorScheme });
    const { page, pane } = opened;
    const picture = (name: string) =>
      page.screenshot({ path: path.join(shots, `${name}-${paneWidthPx}-${colorScheme}.png`) });
    const overflowPx = () =>
      opened.paneFrame().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

    await pane.getByTestId("finding").getByTestId("citation").first().waitFor({ timeout: 20_000 });
    expect(await page.getByTestId("pane").evaluate((frame) => frame.clientWidth)).toBe(paneWidthPx);
    expect(await overflowPx()).toBe(0);
    await picture("review");

    await pane.getByTestId("finding").getByTestId("citation").first().click();
    await pane.getByTestId("passage-highlight").first().waitFor();
    expect(await overflowPx()).toBe(0);
    await picture("passage");

    await page.getByTestId("sheet-tab").filter({ hasText: "Income Statement" }).click();
    await pane.getByTestId("tab-ask").click();
    await pane.getByTestId("ask-input").fill("How did revenue grow in fiscal 2024?");
    await pane.getByTestId("ask-send").click();
    await pane.getByTestId("answer").first().waitFor({ timeout: 30_000 });
    expect(await overflowPx()).toBe(0);
    await picture("ask");
    await page.context().close();
  });
});
