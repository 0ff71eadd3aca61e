import { type Browser, chromium, type Frame, type FrameLocator, type Page } from "playwright-core";
import "../../src/workbench/pane-bridge";
import { findBrowser } from "../support/find-browser";

export interface OpenedWorkbench {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Errors and warnings of the console, of the page and of the pane. */
  readonly complaints: readonly string[];
  /** Requests to anywhere but the server under test. */
  readonly foreignRequests: readonly string[];
  /** The pane's own page, to run script in. */
  paneFrame(): Frame;
  /** The workbook as the spreadsheet holds it now, and every write that reached it. */
  spreadsheet(): Promise<{ fingerprint: string; writes: readonly string[]; batches: number }>;
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await findBrowser());
}

/** A page with the workbench at `address`, as a newcomer opens it. */
export async function openWorkbench(
  browser: Browser,
  address: string,
  options: {
    colorScheme?: "light" | "dark";
    paneWidthPx?: number;
    beforeOpening?: (page: Page) => Promise<unknown>;
  } = {},
): Promise<OpenedWorkbench> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? "light",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreignRequests: string[] = [];
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith("data:") && !url.startsWith("blob:")) foreignRequests.push(url);
  });
  if (options.paneWidthPx !== undefined) {
    const width = String(options.paneWidthPx);
    await page.addInitScript((px) => window.localStorage.setItem("marginalia.workbench.paneWidthPx", px), width);
  }
  await options.beforeOpening?.(page);
  await page.goto(address);
  return {
    page,
    pane: page.frameLocator('[data-testid="pane"]'),
    complaints,
    foreignRequests,
    paneFrame() {
      const frame = page.frames().find((each) => new URL(each.url(), address).pathname.startsWith("/pane/"));
      if (frame === undefined) throw new Error("The pane's frame is not there.");
      return frame;
    },
    spreadsheet: () =>
      page.evaluate(() => {
        const host = window.marginaliaWorkbench?.host;
        if (host === null || host === undefined) throw new Error("No workbook is open.");
        return {
          fingerprint: host.workbook().fingerprint,
          writes: host.writes.map((write) => `${write.what} ${write.target}`),
          batches: host.batches.length,
        };
      }),
  };
}

/** Drops a file on the page as a person does: drag in, then let go. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ fileName, base64 }) => {
      const binary = atob(base64);
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(binary, (letter) => letter.charCodeAt(0))], fileName));
      return data;
    },
    { fileName: name, base64: Buffer.from(bytes).toString("base64") },
  );
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  await page.dispatchEvent('[data-testid="drop-sheet"]', "drop", { dataTransfer: transfer });
}
