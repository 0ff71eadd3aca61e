import { createRoot } from "react-dom/client";
import { isAppError } from "../contracts/app-error";
import { createOfficeHost } from "../office/create-office-host";
import { startReviewWorker } from "./engine/start-review-worker";
import { createWorkerReviewEngine } from "./engine/worker-review-engine";
import { systemClock } from "./ports/clock";
import { browserMemory } from "./ports/pane-memory";
import { createHttpServiceClient } from "./service/http-service-client";
import { SentLog } from "./service/sent-log";
import { PanePortsProvider } from "./ports/pane-ports";
import { Pane } from "./shell/pane";
import { UnopenedPane } from "./shell/unopened-pane";

async function openPane(): Promise<void> {
  const element = document.getElementById("pane");
  if (element === null) throw new Error("index.html of the pane has lost its element #pane.");
  const root = createRoot(element);
  try {
    const host = await createOfficeHost();
    const sentLog = new SentLog(systemClock);
    root.render(
      <PanePortsProvider
        value={{
          host,
          sentLog,
          engine: createWorkerReviewEngine(startReviewWorker),
          service: createHttpServiceClient({ fetch: (input, init) => fetch(input, init), log: sentLog }),
          clock: systemClock,
          memory: browserMemory(host.partitionKey?.() ?? null),
        }}
      >
        <Pane />
      </PanePortsProvider>,
    );
  } catch (error) {
    const words = isAppError(error)
      ? error.message
      : "The pane could not reach its workbook. Close it and open it again.";
    root.render(<UnopenedPane words={words} />);
  }
}

void openPane();
