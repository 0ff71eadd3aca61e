import { createRoot } from "react-dom/client";
import { createEmulatedHost } from "./host/emulated-host";
import { type EmulatedHost } from "./host/emulated-host-contract";
import { installWebTransport, webPaneSuffix } from "./host/web-transport";
import { installWindowsTransport, windowsHostInfo } from "./host/windows-transport";
import { readInWorker } from "./page/read-in-worker";
import { Workbench } from "./page/workbench";
import "./pane-bridge";

let host: EmulatedHost | null = null;
let theme: "light" | "dark" = "light";
let removeTransport = (): void => undefined;

/** office.js speaks to a page around it only over https: there we stand in for Excel on the web, else for Windows. */
const standsInForWeb = window.location.protocol === "https:";
const paneUrl = `/pane/index.html${standsInForWeb ? webPaneSuffix(window.location.origin) : `?_host_Info=${windowsHostInfo}`}`;

window.marginaliaWorkbench = {
  get host() {
    return host;
  },
  installHost(paneWindow) {
    if (host === null) return;
    // A reloaded pane is a new window: the old one's listeners go with it.
    removeTransport();
    removeTransport = standsInForWeb
      ? installWebTransport(window, host)
      : installWindowsTransport(paneWindow, host, { theme: () => theme });
  },
};

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root.");
createRoot(root).render(
  <Workbench
    paneUrl={paneUrl}
    readFile={readInWorker}
    hostOf={(workbook) => {
      if (host === null) host = createEmulatedHost(workbook);
      else host.replaceWorkbook(workbook);
      return host;
    }}
    onTheme={(chosen) => {
      theme = chosen;
    }}
  />,
);
