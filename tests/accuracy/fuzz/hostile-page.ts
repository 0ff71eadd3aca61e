import { type BaseFile, words } from "./base-files";

export const instanceRoot = '<xbrl xmlns="http://www.xbrl.org/2003/instance">';
export const instanceStart = `<?xml version="1.0"?>${instanceRoot}`;

/** Enough words to be read as a document, and something behind them. */
export function page(body: string): Buffer {
  return Buffer.from(`<html><body><p>${words}</p>${body}</body></html>`);
}

export function htm(name: string, bytes: Buffer): BaseFile {
  return { fileName: `${name}.htm`, bytes };
}
