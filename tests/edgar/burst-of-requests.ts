import { setTimeout as pause } from "node:timers/promises";
import { createEdgarClient } from "../../src/edgar/edgar-client";
import { usualTimes } from "../../src/edgar/edgar-settings";

/** A process of its own that asks for filings as fast as it may: burst-of-requests URL FOLDER NAME COUNT. */
async function burst(url: string, folder: string, cik: number, count: number): Promise<void> {
  const client = createEdgarClient(
    {
      userAgent: `Example Research ${cik} research@example.com`,
      dataUrl: url,
      archiveUrl: url,
      cacheFolder: `${folder}/cache-${cik}`,
      turnsFolder: `${folder}/turns`,
      times: usualTimes,
    },
    {
      fetch,
      timer: { nowMs: () => Date.now(), wait: async (ms, signal) => void (await pause(ms, undefined, { signal })) },
      random: Math.random,
      onRequest: () => undefined,
      onRemark: () => undefined,
    },
  );
  for (let n = 1; n <= count; n++) {
    await client.openFiling(String(cik), `0009990001-25-${String(n).padStart(6, "0")}`);
  }
}

const [url, folder, cik, count] = process.argv.slice(2);
void burst(url!, folder!, Number(cik), Number(count));
