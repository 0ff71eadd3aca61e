import { createRoot } from "react-dom/client";
import { createEmulatedHost } from "./host/emulated-host";
import { type EmulatedHost } from "./host/emulated-host-contract";
import { installWindowsTransport } from "./host/windows-transport";
import { readInWorker } from "./page/read-in-worker";
import { Workbench } from "./page/workbench";
import "./pane-bridge";

let host: EmulatedHost | null = null;
let theme: "light" | "dark" = "light";
let removeTransport = (): void => undefined;

window.marginaliaWorkbench = {
  get host() {
    return host;
  },
  installHost(paneWindow) {
    if (host === null) return;
    // A reloaded pane is a new window: the old one's listeners go with it.
    removeTransport();
    removeTransport = installWindowsTransport(paneWindow, host, { theme: () => theme });
  },
};

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root.");
createRoot(root).render(
  <Workbench
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
