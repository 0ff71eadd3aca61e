import { type DocumentHints } from "./document-hints";

const extensions = /(?:\.(?:htm|html|xhtml|txt|pdf|xml|md|markdown|docx|json|gz))+$/i;

export function baseName(fileName: string): string {
  return fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1);
}

/** The accession for a filing from EDGAR, the file's name without its extensions otherwise. */
export function documentId(hints: DocumentHints): string {
  if (hints.accession !== undefined) return hints.accession;
  const name = baseName(hints.fileName);
  return name.replace(extensions, "") || name;
}

/** "0000320193-24-000123" where the file's name carries one. */
export function accessionInName(fileName: string): string | null {
  return /(?<!\d)(\d{10}-\d{2}-\d{6})(?!\d)/.exec(baseName(fileName))?.[1] ?? null;
}
