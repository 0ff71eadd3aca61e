import { readFileSync } from "node:fs";
import path from "node:path";
import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { createEmulatedHost } from "../../src/workbench/host/emulated-host";
import { type EmulatedHost } from "../../src/workbench/host/emulated-host-contract";
import { type TransportOptions } from "../../src/workbench/host/host-identity";
import { installWindowsTransport } from "../../src/workbench/host/windows-transport";

const distribution = path.resolve(__dirname, "../../node_modules/@microsoft/office-js/dist");

/**
 * Runs the unmodified office.js in the test's page over an emulated host. Once a test file: office.js keeps
 * its state in the page, so tests share it and put another workbook in with `host.replaceWorkbook`.
 */
export async function startRealOffice(
  snapshot: WorkbookSnapshot,
  options: TransportOptions = {},
): Promise<EmulatedHost> {
  const host = createEmulatedHost(snapshot);
  if (!("external" in window)) Object.assign(window, { external: {} });
  installWindowsTransport(window, host, options);
  serveOfficeScripts();
  const own = document.createElement("script");
  own.setAttribute("src", "/office/office.js");
  document.head.appendChild(own);
  runScript("office.js");
  await Office.onReady();
  return host;
}

/** office.js loads its host bundle and its words by script elements; here they come from node_modules. */
function serveOfficeScripts(): void {
  const append = document.head.appendChild.bind(document.head);
  document.head.appendChild = <T extends Node>(node: T): T => {
    const source = node instanceof HTMLScriptElement ? /\/office\/(.+?)(\?|$)/.exec(node.src)?.[1] : undefined;
    if (source === undefined || source === "office.js") return append(node);
    setTimeout(() => {
      runScript(source.replace(/^en-US/, "en-us"));
      const script = node as unknown as HTMLScriptElement;
      script.onload?.(new Event("load"));
    }, 0);
    return node;
  };
}

function runScript(file: string): void {
  window.eval(readFileSync(path.join(distribution, file), "utf8"));
}
