import { isAppError } from "../../contracts/app-error";
import { readXlsx } from "../../workbook/read-xlsx";
import { type ReadOrder, type ReadOutcome } from "./read-outcome";

/** A large workbook takes seconds to read: here the page stays awake meanwhile. */
self.addEventListener("message", ({ data }: MessageEvent<ReadOrder>) => {
  self.postMessage(read(data));
});

function read({ name, bytes }: ReadOrder): ReadOutcome {
  try {
    return { kind: "read", workbook: readXlsx(new Uint8Array(bytes), name) };
  } catch (error) {
    if (isAppError(error)) return { kind: "failed", message: error.message };
    return { kind: "failed", message: `${name} could not be read: it is damaged, or not an .xlsx workbook.` };
  }
}
