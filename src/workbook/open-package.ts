import { read, type WorkBook } from "@e965/xlsx";
import { WorkbookError } from "./workbook-error";
import { zipSize } from "./zip-size";

const mostBytes = 200_000_000;
/** One part becomes one string, and a string cannot be longer than this; the whole must fit the memory of a pane. */
const mostPartBytes = 500_000_000;
const mostUnpackedBytes = 1_500_000_000;

/** The bytes of a workbook taken apart by the library; refused where they are too large, encrypted, damaged or no workbook. */
export function openPackage(bytes: Uint8Array, name: string): WorkBook {
  refuseTooLarge(bytes, name);
  return parse(bytes, name);
}

function refuseTooLarge(bytes: Uint8Array, name: string): void {
  if (bytes.byteLength > mostBytes) throw tooLarge(name, "larger than 200 MB");
  const size = isZip(bytes) ? zipSize(bytes) : null;
  if (size === null) return;
  if (size.largestPartBytes > mostPartBytes || size.totalBytes > mostUnpackedBytes) {
    throw tooLarge(name, `${Math.round(size.totalBytes / 1_000_000).toLocaleString("en-US")} MB when unpacked`);
  }
}

export function tooLarge(name: string, why: string): WorkbookError {
  return new WorkbookError("workbook/too-large", `${name} is ${why}: split it, or delete unused sheets.`, {
    details: { name },
  });
}

function parse(bytes: Uint8Array, name: string): WorkBook {
  // The library would read any text as a one-column sheet: only the two containers of Excel are let through.
  if (!isZip(bytes) && !isCompoundFile(bytes)) throw notAWorkbook(name);
  try {
    // sheetStubs: without it formulas that carry no cached value are dropped.
    const book = read(bytes, {
      type: "array",
      dense: true,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      sheetStubs: true,
      bookFiles: true,
    });
    if (book.SheetNames.length === 0) throw notAWorkbook(name);
    return book;
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    // Excel encrypts into the other container; in a zip the word only means damaged flags.
    if (isCompoundFile(bytes) && /password|encrypt/i.test(reason)) {
      throw new WorkbookError("workbook/encrypted", `${name} is protected by a password: save a copy without one.`, {
        details: { name },
        cause: error,
      });
    }
    if (
      /could not find workbook|unsupported (file|zip file)|cannot find workbook|unrecognized|missing content types/i.test(
        reason,
      )
    ) {
      throw notAWorkbook(name, error);
    }
    throw new WorkbookError(
      "workbook/damaged",
      `${name} is damaged or cut off: open and save it in Excel, then try again.`,
      {
        details: { name },
        cause: error,
      },
    );
  }
}

function notAWorkbook(name: string, cause?: unknown): WorkbookError {
  const message = `${name} is not an Excel workbook: choose an .xlsx, .xlsm, .xlsb or .xls file.`;
  return new WorkbookError("workbook/not-a-workbook", message, { details: { name }, cause });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}
