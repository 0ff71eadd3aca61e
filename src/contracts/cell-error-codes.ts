import { type CellErrorCode } from "./workbook-snapshot";

/** Every error a cell can show, as Excel writes it. */
export const cellErrorCodes: readonly CellErrorCode[] = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
  "#BUSY!",
  "#CONNECT!",
  "#FIELD!",
  "#BLOCKED!",
  "#UNKNOWN!",
];

export function isCellErrorCode(text: string): text is CellErrorCode {
  return (cellErrorCodes as readonly string[]).includes(text);
}
