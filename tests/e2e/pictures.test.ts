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

  it.each<[number, "light" | "dark", "none" | "active"]>([
    [320, "light", "none"],
    [350, "light", "none"],
    [450, "light", "none"],
    [600, "light", "none"],
    [320, "dark", "none"],
    [450, "dark", "none"],
    [350, "light", "active"],
  ])("fits %d pixels in the %s theme, forced colours %s", async (paneWidthPx, colorScheme, forcedColors) => {
    const opened = await openWorkbench(browser, server.address, {
      paneWidthPx,
      colorScheme,
      beforeOpening: (opening) => opening.emulateMedia({ colorScheme, forcedColors }),
    });
    const { page, pane } = opened;
    const theme = forcedColors === "active" ? "contrast" : colorScheme;
    const picture = (name: string) =>
      page.screenshot({ path: path.join(shots, `${name}-${paneWidthPx}-${theme}.png`) });
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

    // What a question was read as opens by keyboard, within the pane, and closes to where it was.
    const period = pane.getByTestId("intent-chip").filter({ hasText: "FY2024" });
    await period.focus();
    await page.keyboard.press("Enter");
    await pane.getByRole("menuitem", { name: "FY2023" }).waitFor();
    expect(await overflowPx()).toBe(0);
    await picture("chips");
    await page.keyboard.press("Escape");
    await pane.getByRole("menuitem").first().waitFor({ state: "detached" });

    await pane.getByTestId("ask-input").fill("Which risks to revenue does the company name?");
    await pane.getByTestId("ask-send").click();
    await pane.getByTestId("answer").nth(1).waitFor({ timeout: 30_000 });
    const cited = pane
      .getByTestId("answer")
      .nth(1)
      .getByTestId("answer-statement")
      .getByTestId("citation")
      .filter({ hasText: "10-K · Dec 2024" })
      .first();
    await cited.click();
    await pane.getByTestId("open-changes").click();
    const changed = pane.getByTestId("sentence-change");
    await changed.first().waitFor();
    expect(await overflowPx()).toBe(0);
    await picture("changes");

    // Read one of them, and come back by keyboard to where each step was left.
    await changed.first().getByRole("button").click();
    await pane.getByTestId("passage-highlight").last().waitFor();
    const head = pane.getByTestId("view-head").last();
    expect(await head.innerText()).toMatch(/10-K · period to .+ · filed /);
    const fromTopPx = await head.evaluate(
      (element) =>
        element.getBoundingClientRect().top - element.closest("[role=tabpanel]")!.getBoundingClientRect().top,
    );
    expect(Math.round(fromTopPx)).toBeGreaterThanOrEqual(0);
    expect(fromTopPx).toBeLessThan(10);
    await picture("changed-sentence");
    await page.keyboard.press("Escape");
    await changed.first().waitFor();
    await page.keyboard.press("Escape");
    await pane.getByTestId("changes-view").waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await cited.waitFor();
    await opened.paneFrame().waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "citation");
    await page.context().close();
  });
});
