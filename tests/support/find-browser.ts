import { existsSync } from "node:fs";
import path from "node:path";
import { type LaunchOptions } from "playwright-core";

/** Nothing but the pages under test: no first-run pages, no updates, no calls home. */
const quietArguments = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser to test with: MARGINALIA_BROWSER, an installed Chrome, Chromium or Edge, or the one npm brought (Linux). */
export async function findBrowser(): Promise<LaunchOptions> {
  const chosen = process.env.MARGINALIA_BROWSER;
  if (chosen !== undefined && chosen !== "") {
    if (chosen !== "npm" && !existsSync(chosen))
      throw new Error(`MARGINALIA_BROWSER names ${chosen}: there is no such file.`);
    if (chosen !== "npm") return { executablePath: chosen, args: quietArguments };
  } else {
    const installed = installedBrowsers().find((file) => existsSync(file));
    if (installed !== undefined) return { executablePath: installed, args: quietArguments };
  }
  if (process.platform === "linux") return browserOfNpm();
  throw new Error(
    "The browser tests need Chrome, Chromium or Edge. Install one, or name its program in MARGINALIA_BROWSER.",
  );
}

function installedBrowsers(): string[] {
  switch (process.platform) {
    case "darwin":
      return [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ];
    case "win32":
      return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
        const folder = process.env[variable];
        if (folder === undefined) return [];
        return [
          path.join(folder, "Google", "Chrome", "Application", "chrome.exe"),
          path.join(folder, "Chromium", "Application", "chrome.exe"),
          path.join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
        ];
      });
    default: {
      const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable"];
      const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
      return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
    }
  }
}

/** Unpacks itself on first use; without the shared libraries it links, launching says which one is missing. */
async function browserOfNpm(): Promise<LaunchOptions> {
  const { default: chromium } = await import("@sparticuz/chromium");
  return {
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((argument) => !argument.startsWith("--headless")), ...quietArguments],
  };
}
