import { HostSilent, LegacyHost, NotInHost } from "./office-errors";
import { type OfficeRealm, pageRealm } from "./office-realm";

/** Events of the worksheet collection and iterative calculation came with this set; reading needs no later one. */
const neededApi = "1.9";

/**
 * Waits until office.js has found its Excel. Throws `office/not-in-host` outside Excel, `office/host-silent`
 * where the host never answers and `office/legacy-host` where it cannot be guarded or read.
 */
export async function awaitOffice(options: { timeoutMs?: number; realm?: OfficeRealm } = {}): Promise<OfficeRealm> {
  const { timeoutMs = 15_000, realm = pageRealm() } = options;
  const office = (realm as Partial<OfficeRealm>).Office;
  if (office === undefined) throw new NotInHost("office.js did not load, so this page does not know its workbook.");

  const info = await withinTime(Promise.resolve(office.onReady()), timeoutMs);
  // Outside Excel office.js says so with null, whatever its types say.
  const host = info.host as unknown as string | null | undefined;
  if (host === null || host === undefined) throw new NotInHost("This page is not open beside a workbook in Excel.");
  if (host !== "Excel") throw new NotInHost(`This pane works in Excel; it was opened in ${host}.`);

  const { Excel: excel, OfficeExtension: extension } = realm as Partial<OfficeRealm>;
  if (typeof excel?.run !== "function" || extension?.ClientRequestContext === undefined) {
    throw new LegacyHost("the Excel JavaScript API");
  }
  if (extension.HostBridge === undefined || extension.ClientRequestContext.prototype.syncPrivate === undefined) {
    throw new LegacyHost("the places where the read-only guard stands");
  }
  if (!office.context.requirements.isSetSupported("ExcelApi", neededApi)) throw new LegacyHost(`ExcelApi ${neededApi}`);
  return realm;
}

async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HostSilent(timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
