import path from "node:path";
import { startServer } from "../support/start-server";
import { launchBrowser, openWorkbench } from "./open-workbench";

const picture = path.resolve(__dirname, "../../assets/screenshot.png");

/** The README's picture: the sample with a comment's place selected and its evidence beside it. */
async function takeScreenshot(): Promise<void> {
  const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  try {
    const { page, pane } = await openWorkbench(browser, server.address);
    await page.setViewportSize({ width: 1280, height: 760 });
    const cited = pane
      .getByTestId("finding")
      .filter({ has: pane.getByTestId("citation") })
      .first();
    await cited.waitFor({ timeout: 30_000 });
    await cited.getByTestId("place").first().click();
    await cited.scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
    await server.stop();
  }
  process.stdout.write(`${picture}\n`);
}

void takeScreenshot();
